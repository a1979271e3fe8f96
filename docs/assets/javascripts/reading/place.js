// The clause in view, and the link to the other interface, which leads to the same place in the same columns.

const clauses = () => [...document.querySelectorAll(".whole .pair.txt[id]")];

/** The clause that stands at the top of the window, or the first below it; null above the text and away from it. */
export function inView() {
  const line = innerHeight * 0.25;
  return clauses().findLast((one) => one.getBoundingClientRect().top <= line) ?? null;
}

export const neighbour = (step) => {
  const all = clauses();
  const here = inView();
  return all[here ? all.indexOf(here) + step : step > 0 ? 0 : -1] ?? null;
};

/** Whatever the address marks; else, when the reader has gone on from there, the clause in view. */
function hash() {
  const marked = document.querySelector(".marked, :target");
  if (marked) {
    const { top, bottom } = marked.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return location.hash;
  }
  const here = inView();
  return here ? `#${here.id}` : location.hash;
}

for (const kind of ["click", "auxclick", "contextmenu"]) {
  document.addEventListener(kind, (event) => {
    const link = event.target.closest?.("a.tongue");
    if (!link || "own" in link.dataset) return;  // the search page says itself what its words are
    const address = new URL(link.href);
    address.search = location.search;
    address.hash = hash();
    link.href = address;
  }, true);
}
