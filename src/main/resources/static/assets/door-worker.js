// Lets the check-in page open again while the connection is down. Only that page, without what was looked for on it, and
// the files it is made of are kept; nothing else passes through here.
const KEPT = "door-1";
const isDoor = (url) => /^\/events\/[0-9a-f-]{36}\/check-in$/.test(url.pathname) && url.search === "";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const freshElseKept = async (request, key) => {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await kept.put(key, answer.clone());
    return answer;
  } catch (lost) {
    const before = await kept.match(key);
    if (before) return before;
    throw lost;
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isDoor(url) || url.pathname.startsWith("/assets/")) event.respondWith(freshElseKept(event.request, url.pathname));
});
