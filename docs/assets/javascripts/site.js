// On every page, before anything is painted: the reader's choices. Then the menu, the label in what is copied, and all
// other scripts. The choices are the only thing this site keeps, in the browser's own storage.
//
// A choice is a word on <html>: data-view="ar", data-size-en="3"; the style sheet does the rest. A control is an input whose
// `name` is the choice. An address may ask for columns, `?view=ar&layout=stacked`: that holds for the visit and leaves the
// reader's own choice alone.
{
  const root = document.documentElement;
  // The first value is what a reader gets who has chosen nothing. `shared` choices stand in the address.
  const CHOICES = {
    view: { values: ["both", "ar", "en"], shared: true },
    layout: { values: ["right", "left", "stacked"], shared: true },
    "size-ar": { values: ["2", "1", "3", "4"] },
    "size-en": { values: ["2", "1", "3", "4"] },
    theme: { values: ["system", "default", "slate"] },
    contrast: { values: ["system", "more", "less"] },
    keys: { values: ["on", "off"] },
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const sharp = matchMedia("(prefers-contrast: more)");
  const field = (name) => `muqabala.${name}`;

  // Storage may be forbidden, even to look at; then a choice lasts as long as the page.
  const kept = {};
  const recall = (store, name) => { try { return globalThis[store].getItem(field(name)); } catch { return null; } };
  const keep = (store, name, value) => {
    try {
      if (value === null) globalThis[store].removeItem(field(name));
      else globalThis[store].setItem(field(name), value);
    } catch { /* as said */ }
  };

  const asked = new URLSearchParams(location.search);
  for (const [name, { values, shared }] of Object.entries(CHOICES)) {
    if (shared && values.includes(asked.get(name))) keep("sessionStorage", name, kept[name] = asked.get(name));
  }
  const chosen = (name) => {
    const found = [recall("sessionStorage", name), recall("localStorage", name), kept[name]];
    return found.find((value) => CHOICES[name].values.includes(value)) ?? CHOICES[name].values[0];
  };
  const contrast = () => (chosen("contrast") === "system" ? (sharp.matches ? "more" : "less") : chosen("contrast"));

  const show = () => {
    for (const name of ["view", "layout", "size-ar", "size-en", "keys"]) root.setAttribute(`data-${name}`, chosen(name));
    root.dataset.contrast = contrast();
    const theme = chosen("theme");
    root.dataset.mdColorScheme = theme === "system" ? (dark.matches ? "slate" : "default") : theme;
    for (const input of document.querySelectorAll("input[data-choice]")) {
      if (input.type === "radio") input.checked = input.value === chosen(input.name);
      else input.checked = input.value === (input.name === "contrast" ? contrast() : chosen(input.name));
    }
  };
  const choose = (name, value) => {
    kept[name] = value;
    keep("sessionStorage", name, null);
    keep("localStorage", name, value);
    if (CHOICES[name].shared) {
      const address = new URL(location.href);
      if (value === CHOICES[name].values[0]) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
      history.replaceState(history.state, "", address);
    }
    show();
  };
  // What helps a reader comes once there is something to read: it shares no line and no processor with the first paint.
  const painted = new Promise((done) => {
    document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(done)));
  });
  const ready = painted.then(() => document.getElementById("reading-words") && import("./reading.js"));
  globalThis.muqabala = { choose, chosen, ready, values: (name) => CHOICES[name].values };

  root.classList.add("js");
  // A long page may be painted before all of it is laid out (reading/late.js), where one comes to its top.
  if (!location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate") root.classList.add("late");
  show();
  for (const query of [dark, sharp]) query.addEventListener("change", show);
  document.addEventListener("readystatechange", show);  // the controls are there, before any other script runs
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  addEventListener("storage", show);  // chosen in another window
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-choice]")) return;
    choose(target.name, target.type === "radio" || target.checked ? target.value : target.dataset.else);
  });

  // The menu of narrow screens closes as menus do.
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  // Our own translation is never copied without saying that it is ours.
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const touched = [...document.querySelectorAll("[data-label]")].filter((one) => selection.containsNode(one, true));
    const text = selection.toString();
    const labels = [...new Set(touched.map((one) => one.dataset.label))].filter((label) => !text.includes(label));
    if (selection.isCollapsed || !labels.length) return;
    const copied = document.createElement("div");
    for (let i = 0; i < selection.rangeCount; i++) copied.append(selection.getRangeAt(i).cloneContents());
    for (const mark of copied.querySelectorAll(".key, sup.note, .no")) mark.remove();
    for (const label of labels) copied.append(Object.assign(document.createElement("p"), { textContent: label }));
    event.clipboardData.setData("text/plain", [text.trimEnd(), "", ...labels].join("\n"));
    event.clipboardData.setData("text/html", copied.innerHTML);
    event.preventDefault();
  });
}
