// Ranges of clauses in the whole text: `#op-3:op-7` marks them. A range is made by a click on a number while Shift is held,
// or in the strip that appears below when a clause is marked; the address follows, and screen readers are told.

import { element, fill, speak, words } from "./words.js";

const clauses = [...document.querySelectorAll(".whole .pair.txt[id]")];
const title = (clause) => clause.querySelector(".no .n a, .no a")?.getAttribute("aria-label") ?? clause.id;
const strip = element("section", { class: "strip", "aria-label": words.marks });
strip.hidden = true;
document.querySelector(".whole").after(strip);

// Anybody can write anything behind the sign of a place; what is no text there means no clause.
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return ""; }
}

/** The clauses that an address means, or none: "#op-3", "#op-3:op-7" (in either order), "#op-12-a" (within a clause). */
function meant(hash) {
  const [first, last = first] = decoded(hash.slice(1)).split(":");
  const at = (id) => clauses.indexOf(id ? document.getElementById(id)?.closest(".pair.txt") : null);
  const ends = [at(first), at(last)].sort((a, b) => a - b);
  return ends[0] < 0 ? [] : clauses.slice(ends[0], ends[1] + 1);
}

const address = (first, last) => (first === last ? `#${first.id}` : `#${first.id}:${last.id}`);

function say(marked) {
  const [first, last] = [marked[0], marked.at(-1)];
  return first === last ? fill(words.marked, { clause: title(first) })
    : fill(words.marked_range, { first: title(first), last: title(last) });
}

function show({ scroll = true, aloud = true } = {}) {
  const marked = meant(location.hash);
  for (const one of clauses) one.classList.toggle("marked", marked.includes(one));
  strip.hidden = !marked.length;
  if (!marked.length) return;
  draw(marked);
  if (scroll && location.hash.includes(":")) marked[0].scrollIntoView({ block: "start" });
  if (aloud) speak(say(marked));
}

function go(hash, options) {
  history.replaceState(history.state, "", hash || location.pathname + location.search);
  show({ scroll: false, ...options });
}

function draw(marked) {
  const first = marked[0];
  const until = element("select", {}, ...clauses.slice(clauses.indexOf(first)).map((one) => new Option(title(one), one.id)));
  until.value = marked.at(-1).id;
  until.addEventListener("change", () => {
    go(address(first, document.getElementById(until.value)));
    strip.querySelector("select").focus();
  });
  const link = element("button", { class: "btn", type: "button" }, words.link);
  link.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    speak(words.copied);
    link.textContent = words.copied;
  });
  const clear = element("button", { class: "btn", type: "button" }, words.clear);
  clear.addEventListener("click", () => {
    go("", { aloud: false });
    speak(words.cleared);
    first.querySelector(".no a")?.focus({ preventScroll: true });
  });
  const buttons = navigator.clipboard ? [link, clear] : [clear];
  strip.replaceChildren(
    element("b", {}, say(marked)),
    element("label", {}, element("span", {}, words.until), until),
    element("span", {}, ...buttons),
  );
}

document.querySelector(".whole").addEventListener("click", (event) => {
  const number = event.shiftKey && event.target.closest(".no a");
  const clause = number && number.closest(".pair.txt[id]");
  if (!clause) return;
  event.preventDefault();
  getSelection().removeAllRanges();
  const marked = meant(location.hash);
  const [first, last] = marked.length ? [marked[0], clause] : [clause, clause];
  go(clauses.indexOf(first) <= clauses.indexOf(last) ? address(first, last) : address(last, first));
});
addEventListener("hashchange", () => show());
show();
