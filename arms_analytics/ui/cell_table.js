// A table of buttons: one Tab stop, arrow keys between the cells, Enter or Space to choose, Escape to close.
// All text arrives as data and is set as text, never as markup.

const kept = new WeakMap(); // parentElement -> what the last run left: version, cells, chosen

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".box");
  const memory = kept.get(parentElement) ?? {};
  kept.set(parentElement, memory);
  memory.choose = (key) => setTriggerValue("chosen", key);

  const redrawn = memory.version !== data.version;
  if (redrawn) {
    box.replaceChildren(table(data, memory));
    memory.version = data.version;
    memory.chosen = undefined;
    handle(box, memory);
  }
  box.toggleAttribute("data-beside", memory.places.has(data.chosen)); // first: some columns give way, and what is left fits
  if (redrawn) {
    fit(box, data, memory);
    if (data.newest_last) box.scrollLeft = box.scrollWidth; // the quarters of now, where not all have room
  }
  mark(data.chosen, memory, box);
  memory.watcher?.disconnect();
  memory.watcher = new ResizeObserver(() => {
    if (memory.fitted !== box.clientWidth) fit(box, data, memory);
  });
  memory.watcher.observe(box);
  document.removeEventListener("keydown", memory.leave);
  memory.leave = (event) => leave(event, memory);
  document.addEventListener("keydown", memory.leave);
  onprint(memory);
  memory.print = { before: () => narrow(box), after: () => fit(box, data, memory) };
  onprint(memory, "addEventListener");
  return () => {
    memory.watcher.disconnect();
    document.removeEventListener("keydown", memory.leave);
    onprint(memory);
  };
}

function onprint({ print }, change = "removeEventListener") {
  if (!print) return;
  window[change]("beforeprint", print.before);
  window[change]("afterprint", print.after);
}

function narrow(box) {
  if (box.dataset.density === "full") box.dataset.density = "compact"; // a sheet of paper is narrower than a wide screen
}

function leave({ key, target }, memory) {
  if (key !== "Escape" || !memory.chosen || !target.closest?.(".st-key-evidence")) return;
  if (!target.closest("input, textarea, [contenteditable], [aria-expanded=true]")) memory.choose(""); // what is being written stays
}

function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function table(data, memory) {
  memory.cells = [];
  memory.places = new Map();
  const grouped = data.rows.some((row) => row.group);
  const beside = grouped && !data.banded;
  const head = made("tr", {}, made("th", { scope: "col", class: "corner" }, data.corner));
  for (const side of sides(data.columns)) head.append(headOf(side));
  const result = made("table", {}, made("caption", {}, data.caption), made("thead", {}, head));
  result.classList.toggle("few", data.columns.length < 3); // one or two columns need not fill a wide screen
  result.style.setProperty("--columns", data.columns.length);
  result.style.setProperty("--number", Math.max(0, ...data.rows.map((row) => row.number.length)));
  let body, group;
  data.rows.forEach((row, index) => {
    if (!body || row.group !== group) {
      body = made("tbody");
      result.append(body);
      group = row.group;
      if (grouped && data.banded) body.append(band(group, data.columns.length + 1));
    }
    const line = made("tr");
    if (beside && !body.children.length) {
      const span = data.rows.filter((other) => other.group === row.group).length;
      line.append(made("th", { scope: "rowgroup", rowspan: span, class: "group" }, made("span", {}, row.group)));
    }
    const number = row.number ? made("span", { class: "number" }, row.number) : "";
    const hint = row.hint || row.said;
    const name = data.columns.some((column) => column.total) ? "row opens" : "row";
    const label = made("span", { class: "label" }, row.label);
    line.append(made("th", { scope: "row", title: hint, class: name }, made("div", {}, number, label)));
    memory.cells.push(data.columns.map((column, at) => {
      const button = cell(data, row, column, data.cells[index][at]);
      memory.places.set(button.dataset.key, button);
      line.append(made("td", { class: kind(column) }, button));
      return button;
    }));
    body.append(line);
  });
  if (memory.cells[0]?.[0]) memory.cells[0][0].tabIndex = 0;
  return result;
}

function sides(columns) {
  // Columns that follow each other and share a label, the teams of a force, stand under one head.
  const found = [];
  for (const column of columns) {
    const before = found.at(-1)?.[0];
    if (before?.under && column.under && before.label === column.label) found.at(-1).push(column);
    else found.push([column]);
  }
  return found;
}

function headOf(columns) {
  const [first] = columns;
  const alone = columns.length === 1;
  const under = columns.map((each) => made("span", { class: "under", title: alone ? "" : each.hint }, each.under));
  const label = made("span", { class: "label" }, first.label);
  const attributes = alone ? { scope: "col", title: first.hint } : { scope: "colgroup", colspan: columns.length };
  const below = first.under ? [made("span", { class: "unders" }, ...under)] : [];
  return made("th", { ...attributes, class: kind(first) }, label, ...below);
}

function kind(column) {
  return [column.total && "total", column.aside && "aside"].filter(Boolean).join(" ");
}

function band(name, span) {
  const head = made("th", { scope: "rowgroup", colspan: span }, made("span", {}, name));
  return made("tr", { class: "band" }, head);
}

function cell(data, row, column, [marks, text, said, heat]) {
  const button = made("button", {
    type: "button",
    tabindex: "-1",
    "aria-label": `${column.said}, ${row.said}, ${said}`,
    title: said,
    "data-key": `${row.key}~${column.key}`,
    "data-heat": heat,
    class: data.kind,
  });
  if (data.kind === "grades") {
    button.dataset.grade = marks[0] ?? "";
    button.append(made("span", { class: "word" }, text));
    return button;
  }
  const many = marks.length > 6; // then one piece of the bar for each grade instead of each review
  const strip = made("span", { class: many ? "strip many" : "strip", "aria-hidden": "true" });
  for (const grade of many ? new Set(marks) : marks) {
    const piece = made("i", { "data-grade": grade }, data.letters[grade] ?? "");
    if (many) piece.style.flexGrow = marks.filter((mark) => mark === grade).length;
    strip.append(piece);
  }
  if (marks.length) button.append(strip);
  button.append(made("span", { class: "count", "aria-hidden": "true" }, text));
  return button;
}

function mark(chosen, memory, box) {
  const before = memory.places.get(memory.chosen);
  const asked = memory.places.get(chosen);
  const here = asked && asked.getRootNode().activeElement === asked;
  const now = asked?.checkVisibility() === false ? inView(memory.cells.find((line) => line.includes(asked)))[0] : asked;
  if (here && now !== asked) now.focus(); // its column gave way to what it opened
  if (before && before !== now) before.removeAttribute("aria-current");
  if (now) {
    now.setAttribute("aria-current", "true");
    if (now !== before) {
      stop(now, memory);
      now.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  } else if (before && memory.chosen !== undefined && document.activeElement.matches("body, .st-key-evidence *")) {
    before.focus(); // the panel was closed, if it is not gone yet: back to where the reader was
  }
  memory.chosen = now ? chosen : undefined;
}

function inView(line) {
  return line.filter((button) => button.checkVisibility());
}

function stop(button, memory) {
  for (const line of memory.cells) for (const other of line) if (other.tabIndex === 0) other.tabIndex = -1;
  button.tabIndex = 0;
}

function handle(box, memory) {
  box.onclick = (event) => {
    const named = event.target.closest("th.opens"); // a row's name opens what is told of the whole row
    const button = named?.parentElement.querySelector("td.total button") ?? event.target.closest("button");
    if (!button) return;
    if (named) button.focus({ preventScroll: true });
    stop(button, memory);
    mark(button.dataset.key, memory, box); // at once; the reviews follow
    memory.choose(button.dataset.key);
  };
  box.onkeydown = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (event.key === "Escape") return memory.choose("");
    const cells = box.hasAttribute("data-beside") ? memory.cells.map(inView) : memory.cells;
    const line = cells.findIndex((each) => each.includes(button));
    const to = target(event, line, cells[line].indexOf(button), cells);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation(); // within the table the arrows go from cell to cell, whatever else they do on the page
    const next = cells[to[0]][to[1]];
    stop(next, memory);
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
}

function target({ key, ctrlKey, altKey, metaKey }, line, at, cells) {
  if (altKey || metaKey) return null;
  const bottom = cells.length - 1;
  const right = cells[0].length - 1;
  const within = (value, most) => Math.max(0, Math.min(most, value));
  switch (key) {
    case "ArrowUp": return [within(line - 1, bottom), at];
    case "ArrowDown": return [within(line + 1, bottom), at];
    case "ArrowLeft": return [line, within(at - 1, right)];
    case "ArrowRight": return [line, within(at + 1, right)];
    case "PageUp": return [within(line - 10, bottom), at];
    case "PageDown": return [within(line + 10, bottom), at];
    case "Home": return [ctrlKey ? 0 : line, 0];
    case "End": return [ctrlKey ? bottom : line, right];
    default: return null;
  }
}

function fit(box, data, memory) {
  memory.fitted = box.clientWidth;
  // Four letters and a count such as "2 of 4" need 142 px; where there is less, a bar under the count; then it scrolls.
  const counted = data.cells.map((line) => line.filter((_, at) => !data.columns[at].total)).flat();
  const most = Math.min(6, Math.max(1, ...counted.map(([marks]) => marks.length)));
  const longest = Math.max(6, ...counted.map(([, text]) => (data.kind === "counts" ? text.length : 0)));
  box.style.setProperty("--most", most);
  box.style.setProperty("--count", longest);
  const totals = data.columns.filter((column) => column.total).length;
  const away = box.querySelectorAll("thead .aside").length - inView([...box.querySelectorAll("thead .aside")]).length;
  const beside = data.rows.some((row) => row.group) && !data.banded;
  const heads = beside ? 312 : 190;
  const larger = parseFloat(getComputedStyle(box).fontSize) / 14; // what is read from afar needs more
  const each = ((memory.fitted - (totals - away) * 72) / larger - heads) / (data.columns.length - totals);
  box.dataset.density = each >= most * 23 + 50 + (longest - 6) * 10 ? "full" : each >= 66 ? "compact" : "dense";
  box.querySelector(".corner").colSpan = beside && box.dataset.density !== "dense" ? 2 : 1;
  fitNames(box, memory);
}

function fitNames(box, { fitted }) {
  // Neither a name nor a cell is cut while the other has more than it needs: a name goes on below before a column goes.
  const table = box.firstElementChild;
  const cut = () => [...box.querySelectorAll("th.row .label")].some((label) => label.scrollWidth > label.clientWidth);
  const most = Math.max(312, 0.45 * fitted);
  box.toggleAttribute("data-wrapped", false);
  box.style.setProperty("--names", `${most}px`);
  if (table.offsetWidth <= fitted && !cut()) return;
  box.toggleAttribute("data-narrowest", true);
  const columns = table.offsetWidth - (box.querySelector("th.row")?.offsetWidth ?? 0);
  box.toggleAttribute("data-narrowest", false);
  box.style.setProperty("--names", `${Math.max(118, Math.min(most, fitted - columns - 1))}px`);
  box.toggleAttribute("data-wrapped", cut());
}
