// Long pages are painted before all of them is laid out. site.js says `late` where one comes to the top of a page; the style
// sheet (at its end) then spares the rows that cannot be seen. Here they follow, a few at a time, so that no key waits.

const ROWS = ".late main :is(.whole > .pair.txt, .app > li, tr)";  // as in muqabala.css
const STEP = 6;  // ms of layout in one go

const left = [...document.querySelectorAll(ROWS)].reverse();
const soon = globalThis.requestIdleCallback ?? ((go) => setTimeout(go, 16));

function layOut(until) {
  while (left.length && performance.now() < until) {
    const row = left.pop();
    row.classList.add("laid");
    row.getBoundingClientRect();  // now, not with all others
  }
  if (!left.length) document.documentElement.classList.remove("late");
}

/** Resolves when all is laid out. */
export const whole = new Promise((done) => {
  const step = () => {
    layOut(performance.now() + STEP);
    if (left.length) soon(step, { timeout: 200 });
    else done();
  };
  step();
});

// Who follows a link within the page meanwhile gets all of it at once: heights that are guessed would lead astray.
addEventListener("hashchange", () => {
  if (!left.length) return;
  layOut(Infinity);
  document.querySelector(":target")?.scrollIntoView();
});
