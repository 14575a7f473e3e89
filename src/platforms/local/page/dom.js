/**
 * An element with its attributes and children. Text goes in as text, never as markup; `on…` attributes are listeners,
 * and what is undefined, null or false is left out.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, any>} [attributes]
 * @param {...any} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/**
 * The element of an id, which the page is known to have.
 * @param {string} id
 * @returns {any}
 */
export const byId = (id) => document.getElementById(id);

/** Moves the focus through a list of elements as the arrow keys say; true when it did. */
export function moveFocus(event, elements) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || elements.length === 0) return false;
  const next = elements.indexOf(document.activeElement) + step;
  elements[(next + elements.length) % elements.length].focus();
  event.preventDefault();
  return true;
}

let made = 0;
/** An id that no other element of the page has. */
export const freshId = (stem) => {
  made += 1;
  return `${stem}-${made}`;
};
