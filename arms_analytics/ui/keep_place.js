// Keeps a reader's place: Streamlit takes away what was pressed, or disables it, and the focus falls to the page's body.
// It goes instead to what the page says came of it, otherwise to what stands where the reader was.

const SAID = ".st-key-noprint_said [data-testid=stAlertContainer]";
const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";
const RUNNING = "[data-test-script-state=running]"; // while it lasts more may come
const REST = 250; // milliseconds without a change
const kept = new WeakMap(); // parentElement -> what ends the last run's watch

export default function ({ parentElement }) {
  kept.get(parentElement)?.();
  const reader = {};
  const watcher = new MutationObserver(() => wait(reader));
  const heard = { focusin: () => went(reader), keydown: () => (reader.keys = true), pointerdown: () => (reader.keys = false) };
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
