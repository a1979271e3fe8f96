// On every page: the theme, before anything is painted, and "/" for the search field.
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

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    // On an Arabic keyboard the key of "/" gives an Arabic letter: then its place counts.
    const slash = event.key === "/" || (event.code === "Slash" && /\p{Script=Arabic}/u.test(event.key));
    if (typing || !plain || !slash) return;
    const field = [...document.querySelectorAll("[data-search]")].find((one) => one.offsetParent);
    const link = document.querySelector("a[data-search-page]");
    if (!field && !link) return;
    event.preventDefault();
    if (field) field.focus();
    else link.click();
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
}
