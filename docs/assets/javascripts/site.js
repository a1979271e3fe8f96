// On every page: the theme, before anything is painted, and the label in what is copied.
// The choice of theme is the only thing this site keeps, in the browser's own storage.
{
  const root = document.documentElement;
  const KEY = "muqabala.theme";
  const system = matchMedia("(prefers-color-scheme: dark)");

  // Storage may be forbidden; then the choice lasts as long as the page.
  const recall = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const keep = (scheme) => { try { localStorage.setItem(KEY, scheme); } catch { /* as said */ } };

  const show = (scheme) => {
    root.dataset.mdColorScheme = scheme;
    for (const button of document.querySelectorAll("[data-palette]")) {
      const label = scheme === "slate" ? button.dataset.toLight : button.dataset.toDark;
      button.title = label;
      button.lastElementChild.textContent = label;
    }
  };
  const current = () => recall() ?? (system.matches ? "slate" : "default");

  root.classList.add("js");
  show(current());
  system.addEventListener("change", () => show(current()));
  document.addEventListener("DOMContentLoaded", () => {
    show(current());
    for (const button of document.querySelectorAll("[data-palette]")) {
      button.addEventListener("click", () => {
        const scheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
        keep(scheme);
        show(scheme);
      });
    }
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
