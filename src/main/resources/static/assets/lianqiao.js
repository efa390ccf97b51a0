// Only quickens: every page works without it.
document.documentElement.classList.add("js");

// A filter applies as soon as it is chosen.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
});

document.addEventListener("click", async (event) => {
  for (const open of document.querySelectorAll("details.menu-pop[open], details.drawer[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
  const copy = event.target.closest("[data-copy]");
  if (!copy) return;
  const text = copy.parentElement.querySelector("textarea");
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    document.execCommand("copy");
  }
  copy.textContent = copy.dataset.done;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const open of document.querySelectorAll("details.menu-pop[open], details.drawer[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.querySelector("[data-shortcut='/']")?.focus();
  }
});

// Up and down between the search box and its suggestions; Escape goes back to the box.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form[role=search]");
  const box = form?.querySelector("input[type=search]");
  if (!box || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  const stops = [box, ...form.querySelectorAll(".suggestions a")];
  if (event.key === "Escape") form.querySelector(".suggestions")?.replaceChildren();
  if (stops.length === 1) return;
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = event.key === "Escape" ? 0 : stops.indexOf(event.target) + step;
  stops[(next + stops.length) % stops.length].focus();
  event.preventDefault();
});

// A follow-up in one line is kept only as it was shown: a fast Enter first shows what was understood.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-line]");
  const line = form?.elements.namedItem("line");
  if (!line || !window.htmx || form.elements.namedItem("shown")?.value === line.value.trim()) return;
  event.preventDefault();
  htmx.trigger(line, "look");
});

// What opens to be written in has the caret in it.
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.quick[open]")) event.target.querySelector("input[name=line]").focus();
}, true);

// A second click on a slow day sends nothing twice; the server guards it as well.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  setTimeout(() => delete event.target.dataset.sent, 5000);
});

// Empty filters do not lengthen the address.
document.addEventListener("formdata", (event) => {
  if (event.target.method === "get") {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

document.querySelector(".errors")?.focus();

// A form shows only what the chosen subject needs; without JavaScript everything stands there.
for (const part of document.querySelectorAll("[data-when]")) {
  const inputs = document.querySelectorAll(`[name="${part.dataset.when}"]`);
  const show = () => {
    const chosen = [...inputs].find((i) => i.type !== "radio" || i.checked)?.value;
    part.hidden = !part.dataset.is.split(" ").includes(chosen);
  };
  inputs.forEach((i) => i.addEventListener("change", show));
  show();
}

// What is asked only where nothing was chosen above it.
for (const part of document.querySelectorAll("[data-unless]")) {
  const select = document.querySelector(`select[name="${part.dataset.unless}"]`);
  if (!select) continue;
  const show = () => {
    part.hidden = select.value !== "";
    for (const input of part.querySelectorAll("input")) input.disabled = part.hidden;
  };
  select.addEventListener("change", show);
  show();
}

// What is chosen on a list: all at once, counted, and what can be done with it at hand.
for (const table of document.querySelectorAll("[data-chosen]")) {
  const all = table.querySelector("[data-all]");
  const boxes = [...table.querySelectorAll("input[name=ids]")];
  const bar = document.getElementById(boxes[0]?.getAttribute("form"));
  const count = bar?.querySelector("[data-count]");
  const word = count?.textContent;
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    bar.classList.toggle("on", chosen > 0);
    count.textContent = `${word} ${chosen}`;
  };
  if (!bar) continue;
  table.addEventListener("change", (event) => {
    if (event.target === all) for (const box of boxes) box.checked = all.checked;
    history.replaceState({ ...history.state, chosen: boxes.filter((box) => box.checked).map((box) => box.value) }, "");
    show();
  });
  // What was chosen is chosen still when the reader comes back.
  for (const box of boxes) box.checked ||= history.state?.chosen?.includes(box.value) ?? false;
  addEventListener("pageshow", show);
  show();
}

// A card of the board goes where it may go; the arrows on it do the same.
for (const board of document.querySelectorAll("[data-board]")) {
  const form = document.getElementById("board-move");
  let card = null;
  const takes = (column) => card && column && [card.dataset.next, card.dataset.previous].includes(column.dataset.stage);
  const clear = () => board.querySelectorAll(".over, .moving").forEach((x) => x.classList.remove("over", "moving"));
  board.addEventListener("dragstart", (event) => {
    card = event.target.closest("[data-id]");
    card?.classList.add("moving");
    event.dataTransfer.effectAllowed = "move";
  });
  board.addEventListener("dragover", (event) => {
    const column = event.target.closest("[data-stage]");
    board.querySelectorAll(".over").forEach((x) => x.classList.remove("over"));
    if (!takes(column)) return;
    event.preventDefault();
    column.classList.add("over");
  });
  board.addEventListener("drop", (event) => {
    const column = event.target.closest("[data-stage]");
    if (!takes(column)) return;
    event.preventDefault();
    form.elements.namedItem("id").value = card.dataset.id;
    form.elements.namedItem("to").value = column.dataset.stage;
    form.requestSubmit();
  });
  board.addEventListener("dragend", () => {
    clear();
    card = null;
  });
}
