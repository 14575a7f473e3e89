import { freshId, h, moveFocus } from "./dom.js";

/** A choice of one: a button that opens its options; arrows move, Enter picks, Escape closes. */
export function menu({ label, action, options }, press) {
  const id = freshId("menu");
  const list = h("div", { id, class: "options", role: "menu", "aria-label": label, hidden: true });
  const opener = h(
    "button",
    { type: "button", class: "button opener", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id },
    label,
  );
  const root = h("div", { class: "menu", "data-action": action }, opener, list);
  const items = options.map((option) =>
    h(
      "button",
      { type: "button", role: "menuitem", tabindex: -1, dir: "auto", onclick: () => pick(option) },
      option.label,
    ),
  );
  list.append(...items);

  function open(isOpen) {
    list.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    const { bottom } = opener.getBoundingClientRect();
    const room = document.getElementById("scroll").getBoundingClientRect().bottom - bottom;
    list.classList.toggle("up", room < Math.min(260, list.scrollHeight + 16));
    items[0]?.focus();
  }
  function pick(option) {
    open(false);
    opener.focus();
    press({ action, label: option.label, value: option.value }, opener);
  }

  opener.addEventListener("click", () => open(list.hidden));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      open(false);
      opener.focus();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" && list.hidden) {
      open(true);
      event.preventDefault();
    } else if (!list.hidden) moveFocus(event, items);
  });
  root.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) open(false);
  });
  return root;
}
