import { h } from "./dom.js";
import { menu } from "./menu.js";
import { link, spans } from "./spans.js";

function table({ columns, rows }, { reader, title }) {
  const cells = (name, row) =>
    columns.map(({ align }, i) => h(name, { class: align, scope: name === "th" && "col" }, h("bdi", {}, row[i] ?? "")));
  const head = cells(
    "th",
    columns.map((column) => column.label),
  );
  return h(
    "div",
    { class: "table", role: "region", tabindex: 0, "aria-label": reader.say.tableOf(title) },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head)),
      h(
        "tbody",
        {},
        rows.map((row) => h("tr", {}, cells("td", row))),
      ),
    ),
  );
}

function button(given, { press }) {
  if ("url" in given) return link(given.url, given.label, { class: "button link" });
  const { label, action, style, confirm } = given;
  const onclick = (event) => press({ action, label, confirm, danger: style === "danger" }, event.currentTarget);
  return h("button", { type: "button", class: `button ${style ?? ""}`, "data-action": action, onclick }, label);
}

/** A value that does not fit beside others has a row of its own. */
const mostBeside = 34;
const lengthOf = (value) => value.reduce((sum, span) => sum + (span.text ?? span.name ?? span).length, 0);

function fact({ label, value }, how) {
  const isWide = lengthOf(value) > mostBeside;
  return h("div", { class: isWide && "wide" }, h("dt", {}, label), h("dd", {}, spans(value, how)));
}

function file({ name, bytes, url }, { reader }) {
  const about = `${reader.say.download} · ${reader.size(bytes)}`;
  return h(
    "a",
    { class: "file", href: url, download: name },
    h("span", { class: "sheet", "aria-hidden": "true" }, (/\.(\w{1,4})$/.exec(name)?.[1] ?? "···").toUpperCase()),
    h("span", {}, h("bdi", {}, name), h("small", {}, about)),
  );
}

/**
 * One block of a view as an element.
 * @param {any} given
 * @param {{ reader: any, title: string, press: Function, onCommand: (line: string) => void }} how
 */
export function block(given, how) {
  switch (given.is) {
    case "heading":
      return h("h3", { dir: "auto" }, given.text);
    case "text":
      return h("p", { class: "text", dir: "auto" }, spans(given.spans, how));
    case "note":
      return h("p", { class: "note", dir: "auto" }, spans(given.spans, how));
    case "list":
      return h(
        "ul",
        {},
        given.items.map((item) => h("li", { dir: "auto" }, spans(item, how))),
      );
    case "facts":
      return h(
        "dl",
        { class: "facts" },
        given.facts.map((one) => fact(one, how)),
      );
    case "table":
      return table(given, how);
    case "divider":
      return h("hr");
    case "buttons":
      return h(
        "div",
        { class: "buttons" },
        given.buttons.map((one) => button(one, how)),
      );
    case "menu":
      return menu(given, how.press);
    case "image":
      return h("img", { class: "picture", src: given.url, alt: given.alt, title: given.name });
    case "file":
      return file(given, how);
    default:
      return h("p", { class: "note" }, given.is);
  }
}
