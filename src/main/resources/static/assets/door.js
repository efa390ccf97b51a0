// The check-in page beyond what it does without this: it goes on while the connection is down, and reads badges by the
// phone's camera. What is checked in stands in a queue on the device, each with an id of its own, until the portal says
// that it has it.
(() => {
  const door = document.querySelector("[data-door]");
  if (!door) return;
  const event = door.dataset.door;
  const QUEUE = `door-queue-${event}`;
  const LIST = `door-list-${event}`;
  const FRESH = 10 * 60 * 1000;
  const SHOWN = 20;
  const find = (selector) => door.querySelector(selector);
  const read = (store, key) => JSON.parse(store.getItem(key) ?? "[]");
  const queue = () => read(localStorage, QUEUE);
  const keepQueue = (entries) => localStorage.setItem(QUEUE, JSON.stringify(entries));
  let list = read(sessionStorage, LIST).guests ?? [];
  let lost = !navigator.onLine;

  // ---- the list of who is expected: for this tab only
  const loadList = async () => {
    const kept = JSON.parse(sessionStorage.getItem(LIST) ?? "{}");
    if (kept.guests && Date.now() - kept.at < FRESH) return;
    const answer = await fetch(`/events/${event}/door-list`, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    list = await answer.json();
    sessionStorage.setItem(LIST, JSON.stringify({ at: Date.now(), guests: list }));
  };
  const keepList = () => {
    const kept = JSON.parse(sessionStorage.getItem(LIST) ?? "{}");
    sessionStorage.setItem(LIST, JSON.stringify({ at: kept.at ?? 0, guests: list }));
  };

  // ---- what is shown
  const status = find("[data-status]");
  const say = () => {
    const waiting = queue().length;
    status.hidden = !lost && waiting === 0;
    status.textContent = (lost ? door.dataset.lost : door.dataset.sending).replace("{0}", waiting);
    door.classList.toggle("is-lost", lost);
  };
  const count = (here, expected) => {
    const head = document.getElementById("count");
    head.querySelector("b").textContent = here;
    const bar = head.querySelector("progress");
    bar.value = expected ? Math.floor((100 * here) / expected) : 0;
  };
  const show = (guests) => {
    const shown = find("[data-found]");
    shown.replaceChildren(...guests.slice(0, SHOWN).map(line));
    shown.hidden = guests.length === 0;
    find("[data-nobody]").hidden = guests.length > 0;
    find(".door-list:not([data-found])")?.remove();
    find("[data-none]")?.remove();
  };
  const line = (guest) => {
    const item = find("template").content.firstElementChild.cloneNode(true);
    for (const part of item.querySelectorAll("[data-of]")) part.textContent = guest[part.dataset.of];
    item.classList.toggle("is-here", guest.here !== "");
    item.querySelector("[data-here]").hidden = guest.here === "";
    item.querySelector("[data-undo]").href = `/events/${event}/check-in?q=${guest.badge}`;
    const button = item.querySelector("button");
    button.hidden = guest.here !== "";
    button.addEventListener("click", () => checkIn(guest));
    return item;
  };

  // ---- checking in
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
  const checkIn = (guest) => {
    if (guest.here === "") {
      const now = new Date();
      keepQueue([...queue(), `${newId()}|${guest.id}|${now.getTime()}`]);
      guest.here = now.toTimeString().slice(0, 5);
      keepList();
      if (lost) count(list.filter((g) => g.here !== "").length, list.length);
      navigator.vibrate?.(60);
    }
    show([guest]);
    find("input[type=search]").value = "";
    send();
  };

  // ---- sending
  let sending = false;
  const send = async () => {
    say();
    const entries = queue();
    if (sending || (entries.length === 0 && !lost)) return;
    sending = true;
    try {
      const body = new URLSearchParams(entries.map((entry) => ["entry", entry]));
      body.append("_csrf", door.querySelector("input[name=_csrf]").value);
      const answer = await fetch(`/events/${event}/late-check-ins`, { method: "POST", body });
      lost = false;
      if (answer.ok && !answer.redirected) {
        const synced = await answer.json();
        keepQueue(queue().filter((entry) => !synced.done.includes(entry.split("|")[0])));
        count(synced.here, synced.expected);
      } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
        status.dataset.again = "yes";
      }
    } catch {
      lost = true;
    }
    sending = false;
    say();
    if (status.dataset.again) status.textContent = door.dataset.again.replace("{0}", queue().length);
  };

  // ---- looking for somebody on the device
  const matching = (typed) => {
    const text = typed.trim().toLowerCase();
    if (text === "") return [];
    const digits = /^\d+$/.test(text);
    const fits = (g) =>
      digits
        ? Number(g.badge) === Number(text) || (text.length >= 3 && g.tail.endsWith(text.slice(-4)))
        : `${g.name} ${g.organization}`.toLowerCase().includes(text);
    return list.filter(fits).sort((a, b) => (a.here !== "") - (b.here !== ""));
  };
  door.addEventListener("submit", (submitted) => {
    const form = submitted.target;
    const guest = form.action.endsWith("/check-ins") && list.find((g) => g.id === form.elements.namedItem("guest").value);
    if (!guest) return;
    submitted.preventDefault();
    checkIn(guest);
  });
  const ofCode = (address) => {
    const token = /\/c\/([A-Za-z0-9_-]{38})/.exec(address)?.[1];
    if (!token) return null;
    const raw = atob(token.replaceAll("-", "+").replaceAll("_", "/") + "==");
    const hex = [...raw.slice(0, 16)].map((c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    return list.find((g) => g.id === id) ?? null;
  };
  find("form.door-search").addEventListener("submit", (submitted) => {
    if (list.length === 0) return;
    submitted.preventDefault();
    show(matching(find("input[type=search]").value));
  });

  // ---- the camera
  const camera = find("[data-camera]");
  const video = find("video");
  const told = find("[data-camera-told]");
  let reader = null;
  let stream = null;
  const reading = async () => {
    if ("BarcodeDetector" in window && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async () => (await detector.detect(video))[0]?.rawValue;
    }
    await new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = door.dataset.reader;
      script.addEventListener("load", loaded);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    const canvas = document.createElement("canvas");
    const qr = new ZXing.QRCodeReader();
    return () => {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0);
      try {
        const light = new ZXing.HTMLCanvasElementLuminanceSource(canvas);
        return qr.decode(new ZXing.BinaryBitmap(new ZXing.HybridBinarizer(light))).getText();
      } catch {
        return null;
      }
    };
  };
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    camera.setAttribute("aria-pressed", "false");
  };
  const look = async () => {
    if (!stream) return;
    const code = video.videoWidth > 0 ? await reader() : null;
    const guest = code ? ofCode(code) : null;
    if (guest) checkIn(guest);
    told.textContent = guest ? `${guest.badge} ${guest.name}` : code ? told.dataset.other : told.textContent;
    setTimeout(look, guest ? 1500 : 150);
  };
  camera.addEventListener("click", async () => {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      reader ??= await reading();
      video.srcObject = stream;
      video.hidden = false;
      camera.setAttribute("aria-pressed", "true");
      told.textContent = told.dataset.hold;
      await video.play();
      look();
    } catch {
      stop();
      told.textContent = told.dataset.cannot;
    }
  });

  window.addEventListener("online", send);
  window.addEventListener("offline", () => {
    lost = true;
    say();
  });
  document.body.addEventListener("htmx:sendError", () => {
    lost = true;
    say();
  });
  setInterval(send, 5000);
  navigator.serviceWorker?.register("/events/door-worker.js", { scope: "/events/" });
  loadList().catch(() => {}).finally(send);
})();
