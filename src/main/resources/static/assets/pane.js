// A row of a list opens at the right of it: Enter on the row, or a click beside its links. Arrows go from row to row.
// The link in the row still leads to the whole page, and where the screen is narrow so does the row.
(() => {
  const pane = document.querySelector("[data-pane]");
  const table = document.querySelector("table[data-opens]");
  if (!pane || !table) return;

  const wide = window.matchMedia("(min-width: 1100px)");
  const rows = [...table.tBodies[0].rows].filter((row) => row.querySelector("a.name"));
  const body = pane.querySelector(".pane-body");
  const whole = pane.querySelector("[data-whole]");
  const address = (row) => row.querySelector("a.name").getAttribute("href");
  let current;
  let asked = 0;

  const remember = (pane) => history.replaceState({ ...history.state, pane }, "");

  const point = (row, focus) => {
    for (const other of rows) other.tabIndex = other === row ? 0 : -1;
    if (focus) row.focus();
  };

  const close = () => {
    if (pane.hidden) return;
    pane.hidden = true;
    document.body.classList.remove("has-pane");
    current.classList.remove("is-open");
    asked += 1;
    remember(undefined);
    point(current, true);
  };

  const fill = async (href) => {
    const turn = (asked += 1);
    body.setAttribute("aria-busy", "true");
    const answer = await fetch(href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return;
    const main = page.querySelector("main");
    if (!answer.ok || answer.redirected || !main) return location.assign(href);
    body.replaceChildren(...document.importNode(main, true).childNodes);
    body.removeAttribute("aria-busy");
    body.scrollTop = 0;
    window.htmx?.process(body);
  };

  const open = (row) => {
    const href = address(row);
    if (!wide.matches) return location.assign(href);
    current?.classList.remove("is-open");
    current = row;
    row.classList.add("is-open");
    pane.hidden = false;
    document.body.classList.add("has-pane");
    pane.setAttribute("aria-label", row.querySelector("a.name").textContent);
    whole.href = href;
    remember(href);
    point(row, false);
    fill(href).catch(() => location.assign(href));
  };

  table.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    const busy = event.target.closest("a, button, input, label, summary, details, form, .box") || String(getSelection());
    if (rows.includes(row) && !busy && wide.matches) open(row);
  });

  table.addEventListener("keydown", (event) => {
    const at = rows.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "Enter") open(rows[at]);
    else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      point(next, true);
      if (!pane.hidden) open(next);
    } else return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest("details[open]")) close();
  });
  pane.querySelector("[data-close]").addEventListener("click", close);

  if (rows.length) point(rows[0], false);
  const before = rows.find((row) => address(row) === history.state?.pane);
  if (before && wide.matches) open(before);
})();
