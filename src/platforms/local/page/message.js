import { block } from "./blocks.js";
import { h } from "./dom.js";
import { avatar } from "./people.js";

const mark = () => h("img", { class: "avatar", src: "/page/mark.svg", alt: "" });

/** A message that somebody typed, or that Fairline wrote. */
export function message(shown, { reader, people, press, onCommand }) {
  const { id, author, at, view, ephemeral, revised } = shown;
  const instant = new Date(at);
  const by = author === null ? { name: "Fairline" } : (people.get(author) ?? { id: author, name: author });
  const title = view.title || shown.text.split("\n")[0];
  const how = { reader, title, onCommand, press: (pressed, from) => press(shown, pressed, from) };
  const isCommand = author !== null && shown.text.startsWith("/");
  const says = author !== null && author === reader.id ? reader.say.you : "";
  return h(
    "article",
    {
      class: `message ${author === null ? "bot" : "person"} ${ephemeral ? "ephemeral" : ""} ${isCommand ? "typed" : ""}`,
      id: `message-${id}`,
      "aria-label": `${by.name}: ${title}`,
    },
    author === null ? mark() : avatar(by),
    h(
      "div",
      { class: "body" },
      h(
        "header",
        {},
        h("strong", { class: "name" }, h("bdi", {}, by.name), says),
        h("time", { datetime: at, title: reader.instant(instant, "datetime") }, reader.instant(instant, "time")),
        revised && h("span", { class: "mark" }, reader.say.edited),
        ephemeral && h("span", { class: "mark only" }, reader.say.onlyYou),
      ),
      h(
        "div",
        { class: `card ${view.tone ?? ""}` },
        view.title !== "" && h("h2", { dir: "auto" }, view.title),
        view.blocks.map((one) => block(one, how)),
      ),
    ),
  );
}
