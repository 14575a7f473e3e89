import { h, moveFocus } from "./dom.js";

const hues = [168, 205, 32, 262, 340, 96];
const mostShown = 150;

/** The letters that stand for a name: one Chinese character, or two initials. */
function initials(name) {
  const clean = name.trim();
  if (/^\p{Script=Han}/u.test(clean)) return [...clean].slice(-2).join("");
  const parts = clean.split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
}

/** A round mark for a person, in a colour that stays theirs. */
export function avatar({ id, name }) {
  const sum = [...id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return h("span", { class: `avatar hue-${sum % hues.length}`, "aria-hidden": "true" }, initials(name));
}

const rolesOf = ({ roles }, say) => roles.map((role) => say.role[role] ?? role).join(say.comma);

/** A person's roles, and their team, in a few words. */
export const about = (person, say) => [rolesOf(person, say), person.team].filter(Boolean).join(" · ");

function grouped(people, sites) {
  const groups = new Map();
  for (const person of people) {
    const site = sites.get(person.site)?.name ?? person.site;
    const name = person.team ? `${site} · ${person.team}` : site;
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

/**
 * A searchable list of people by site and team.
 * @param {{ people: any[], sites: Map<string, any>, reader: any, current?: string, onPick: (person: any) => void }} with_
 */
export function peoplePicker({ people, sites, reader, current, onPick }) {
  const { say } = reader;
  const list = h("div", { class: "roster" });
  const search = h("input", {
    type: "search",
    class: "search",
    placeholder: say.findPerson,
    "aria-label": say.findPerson,
    autocomplete: "off",
    autofocus: true,
  });
  const row = (person) =>
    h(
      "button",
      { type: "button", class: "row", "aria-current": person.id === current && "true", onclick: () => onPick(person) },
      avatar(person),
      h("span", {}, h("bdi", {}, person.name), h("small", {}, rolesOf(person, say))),
    );
  const textOf = (person) =>
    `${person.name} ${person.site} ${sites.get(person.site)?.name ?? ""} ${about(person, say)}`.toLowerCase();

  function show() {
    const wanted = search.value.trim().toLowerCase();
    const found = people.filter((person) => textOf(person).includes(wanted)).slice(0, mostShown);
    const empty = people.length === 0 ? say.noPeople : say.nobody;
    list.replaceChildren(
      ...grouped(found, sites).map(([name, members]) =>
        h("section", {}, h("h3", {}, name), h("div", { class: "rows" }, members.map(row))),
      ),
      ...(found.length === 0 ? [h("p", { class: "note" }, empty)] : []),
    );
  }
  search.addEventListener("input", show);
  const root = h("div", { class: "people" }, search, list);
  root.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const rows = [...list.querySelectorAll("button")];
    if (event.target === search && event.key === "Enter") {
      event.preventDefault();
      rows[0]?.click();
    } else moveFocus(event, [search, ...rows]);
  });
  show();
  return root;
}
