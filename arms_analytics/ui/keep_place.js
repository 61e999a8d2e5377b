// Keeps a reader's place: Streamlit takes away what was pressed, or disables it, and the focus falls to the page's body.
// It goes instead to what the page says came of it, otherwise to what stands where the reader was. And Tab leads from a
// button that opens a box into that box and on: Streamlit puts the box at the end of the whole page.

const SAID = ".st-key-noprint_said [data-testid=stAlertContainer]";
const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";
const OPENS = "[data-testid=stPopoverButton][aria-expanded=true]";
const OPENED = "[data-testid=stPopoverBody]";
const RUNNING = "[data-test-script-state=running]"; // while it lasts more may come
const REST = 250; // milliseconds without a change
const kept = new WeakMap(); // parentElement -> what ends the last run's watch

export default function ({ parentElement }) {
  kept.get(parentElement)?.();
  const reader = {};
  const watcher = new MutationObserver(() => wait(reader));
  const heard = { focusin: () => went(reader), keydown: (event) => pressed(event, reader), pointerdown: () => (reader.keys = false) };
  for (const [name, hear] of Object.entries(heard)) document.addEventListener(name, hear, true);
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  const end = () => {
    watcher.disconnect();
    clearTimeout(reader.waiting);
    for (const [name, hear] of Object.entries(heard)) document.removeEventListener(name, hear, true);
  };
  kept.set(parentElement, end);
  return end;
}

function went(reader) {
  if (document.activeElement === document.body) return;
  const all = reached();
  reader.at = document.activeElement;
  reader.before = all.slice(0, Math.max(0, all.indexOf(reader.at)));
}

function pressed(event, reader) {
  reader.keys = true;
  const [button, box] = [document.querySelector(OPENS), document.querySelector(OPENED)];
  if (event.key !== "Tab" || !button || !box) return;
  const all = reached();
  const within = [...box.querySelectorAll(REACHED)].filter((it) => usable(it) && (it.tabIndex >= 0 || held(it)));
  const beyond = all[all.indexOf(button) + 1];
  const steps = event.shiftKey ? [[within[0], button]] : [[button, within[0]], [within.at(-1), beyond]];
  const to = steps.find(([from]) => from === document.activeElement)?.[1];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function held({ dataset }) {
  return dataset.tabindex !== undefined; // no stop while the focus is elsewhere, one again when it is there
}

function wait(reader) {
  clearTimeout(reader.waiting);
  reader.waiting = setTimeout(() => (document.querySelector(RUNNING) ? wait(reader) : find(reader)), REST);
}

function find(reader) {
  const lost = reader.at && document.activeElement === document.body && !usable(reader.at);
  if (!lost) return;
  const to = document.querySelector(SAID) ?? inPlace(reader);
  if (to?.matches(SAID)) to.tabIndex = -1; // to be read out, not a stop of Tab
  to?.focus({ preventScroll: !reader.keys });
}

function inPlace({ before }) {
  const all = reached();
  const left = before.findLast(usable);
  return all[all.indexOf(left) + 1] ?? left;
}

function reached() {
  return [...document.querySelectorAll(REACHED)].filter((it) => it.tabIndex >= 0 && usable(it));
}

function usable(it) {
  return it.isConnected && !it.disabled && it.checkVisibility();
}
