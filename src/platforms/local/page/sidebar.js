import { byId, h } from "./dom.js";
import { about, avatar } from "./people.js";

/** The person who is being, on the button that changes them. */
function showMe(person, site, say) {
  byId("switch").replaceChildren(
    avatar(person),
    h("span", {}, h("bdi", {}, person.name), h("small", {}, [about(person, say), site].filter(Boolean).join(" · "))),
    h("span", { class: "chevron", "aria-hidden": "true" }, "⌄"),
  );
  byId("switch").title = say.switchPerson;
}

const glyph = (place) =>
  place.kind === "dm"
    ? h("img", { src: "/page/mark.svg", alt: "", width: 18, height: 18 })
    : h("span", { class: "hash", "aria-hidden": "true" }, "#");

function row(place, { current, unread, say, onPlace }) {
  const count = unread.get(place.id) ?? 0;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: count > 0 ? "place unread" : "place",
        "aria-current": place.id === current && "page",
        onclick: () => onPlace(place.id),
      },
      glyph(place),
      h("bdi", {}, place.name),
      count > 0 && h("span", { class: "count", "aria-label": say.unreadIn(count) }, count),
    ),
  );
}

/** Shows who one is and the places that they see. */
export function showSidebar({ person, site, places, current, unread, say, onPlace }) {
  showMe(person, site, say);
  const rows = (kind) =>
    places.filter((place) => place.kind === kind).map((place) => row(place, { current, unread, say, onPlace }));
  const group = (title, kind) => {
    const all = rows(kind);
    return all.length === 0 ? [] : [h("h2", {}, title), h("ul", {}, all)];
  };
  byId("places").replaceChildren(...group(say.direct, "dm"), ...group(say.channels, "channel"));
}

/** On a narrow screen the sidebar slides in over the page and out again. */
export function drawer() {
  const app = byId("app");
  const button = byId("drawer");
  const narrow = matchMedia("(max-width: 52rem)");
  function set(isOpen) {
    app.classList.toggle("open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
    byId("sidebar").inert = narrow.matches && !isOpen;
    if (isOpen && narrow.matches) byId("switch").focus();
  }
  button.addEventListener("click", () => set(!app.classList.contains("open")));
  byId("scrim").addEventListener("click", () => set(false));
  byId("sidebar").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !narrow.matches) return;
    set(false);
    button.focus();
  });
  narrow.addEventListener("change", () => set(false));
  set(false);
  return { close: () => set(false) };
}
