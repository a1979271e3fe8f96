// Single keys. Never while something is typed, never together with another key, and not at all if the reader says so.
//
// A letter counts as the key it stands on where the keyboard writes Arabic. Arrows follow the script: what comes next
// lies to the right of an English page and to the left of an Arabic one.

import { rightToLeft, speak, words } from "./words.js";
import { neighbour } from "./place.js";

const { choose, chosen, values } = globalThis.muqabala;
const dialog = document.querySelector("dialog.help");

function next(name) {
  const all = values(name);
  const value = all[(all.indexOf(chosen(name)) + 1) % all.length];
  choose(name, value);
  speak(words[name][value]);
}

function go(step) {
  const link = document.querySelector(`main a[rel="${step > 0 ? "next" : "prev"}"]`);
  if (link) return link.click();
  const clause = neighbour(step);
  if (!clause) return;
  clause.scrollIntoView({ block: "start" });
  clause.querySelector(".no a")?.focus({ preventScroll: true });
}

const columns = () => document.querySelector('input[name="view"]');
const ACTIONS = {
  ArrowRight: () => go(rightToLeft ? -1 : 1),
  ArrowLeft: () => go(rightToLeft ? 1 : -1),
  l: () => document.querySelector("a.tongue")?.click(),
  v: () => columns() && next("view"),
  o: () => columns() && next("layout"),
  c: () => copy(),
  t: () => document.dispatchEvent(new Event("muqabala:pair")),
  "?": () => help(),
};

/** The control that copies the clause; of a whole text, that of the clause in view. */
function copy() {
  (neighbour(0)?.querySelector("[data-copy]") ?? document.querySelector("[data-copy]"))?.click();
}

function help() {
  if (dialog && !dialog.open) dialog.showModal();
}

const ARABIC = /\p{Script=Arabic}|؟/u;
const pressed = ({ key, code, shiftKey }) => {
  if (!ARABIC.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  if (key === "؟" || (code === "Slash" && shiftKey)) return "?";
  return code === "Slash" ? "/" : code.replace(/^Key/, "").toLowerCase();
};

const busy = (target) =>
  target.closest?.("input, textarea, select, [contenteditable], dialog") || document.querySelector("dialog:modal");

// Before all others, so that "off" holds for the search key too, wherever that is listened for.
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || busy(event.target)) return;
  const key = pressed(event);
  if (chosen("keys") === "off") {
    if (key === "/") event.stopImmediatePropagation();
    return;
  }
  const action = ACTIONS[key];
  if (!action || event.defaultPrevented || (event.shiftKey && key !== "?")) return;
  if (event.target.closest?.("[data-arrows]") && key.startsWith("Arrow")) return;
  if (key.startsWith("Arrow") && !document.querySelector('main a[rel="next"], main a[rel="prev"], .whole .pair.txt')) return;
  event.preventDefault();
  action();
}, true);

for (const button of document.querySelectorAll("[data-help]")) button.addEventListener("click", help);
dialog?.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
