// On every page: the keys and the button that open the search. All else is loaded when it is first wanted.
// Without script the button is a link to the search page.

const button = document.querySelector("[data-find][data-close]");
const ownField = document.querySelector("#search-field");
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
let dialog;

function make() {
  const { label, placeholder, close, failed } = button.dataset;
  dialog = document.createElement("dialog");
  dialog.className = "finder";
  dialog.setAttribute("aria-label", label);
  dialog.dataset.failed = failed;
  const form = Object.assign(document.createElement("form"), { action: button.href });
  form.setAttribute("role", "search");
  const field = Object.assign(document.createElement("input"), { name: "q", className: "field", placeholder, autocomplete: "off" });
  field.setAttribute("aria-label", label);
  field.setAttribute("enterkeyhint", "search");
  const end = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: close });
  end.addEventListener("click", () => dialog.close());
  form.append(field, end);
  dialog.append(form);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  import("./search/dialog.js").then(({ fill }) => fill(dialog));
}

function open() {
  if (ownField) {
    ownField.focus();
    ownField.select();
    return;
  }
  if (!dialog) make();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
}

for (const one of document.querySelectorAll("[data-find]")) {
  one.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // a new tab gets the page
    event.preventDefault();
    open();
  });
}

document.addEventListener("keydown", (event) => {
  if (!button && !ownField) return;
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const held = event.ctrlKey || event.metaKey || event.altKey;
  // On an Arabic keyboard the keys of "/" and K give Arabic letters: then their place counts.
  const arabic = /\p{Script=Arabic}/u.test(event.key);
  const slash = !held && !typing && (event.key === "/" || (event.code === "Slash" && arabic));
  const k = event.key.toLowerCase() === "k" || (event.code === "KeyK" && arabic);
  const ctrlK = k && !event.altKey && !event.shiftKey && (MAC ? event.metaKey : event.ctrlKey);
  if ((!slash && !ctrlK) || (document.querySelector("dialog[open]") && !dialog?.open)) return;
  event.preventDefault();
  open();
});
