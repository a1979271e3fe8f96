// The words that the scripts say, in the language of the interface, and a voice for screen readers.

const found = document.getElementById("reading-words");

export const words = found ? JSON.parse(found.textContent) : {};
export const rightToLeft = document.documentElement.dir === "rtl";

/** `words` with its places filled: fill("{a} to {b}", { a: 1, b: 2 }). */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const voice = element("p", { class: "vh", role: "status" });
document.body.append(voice);

/** Say something to screen readers. Parts in the other language are elements that carry their `lang`. */
export const speak = (...parts) => {
  voice.replaceChildren();
  // A region that was empty a moment ago is read out even if it says the same again.
  setTimeout(() => voice.replaceChildren(...parts), 60);
};
