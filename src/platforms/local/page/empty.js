import { h } from "./dom.js";
import { typedOf } from "./spans.js";

const firstToTry = ["myscore", "teamscore", "helpme", "fairline"];

/** What to do where nothing was said yet: a few commands to begin with. */
export function emptyPlace({ place, commands, say, onCommand }) {
  const known = firstToTry.flatMap((name) => commands.filter((command) => command.name === name));
  const first = [...new Set([...known, ...commands])].slice(0, 3);
  const row = ({ name, usage, summary }) =>
    h(
      "li",
      {},
      h("button", { type: "button", class: "command", onclick: () => onCommand(typedOf(name)) }, `/${usage}`),
      h("span", {}, summary),
    );
  return h(
    "div",
    { class: "empty" },
    h("img", { src: "/page/mark.svg", alt: "", width: 48, height: 48 }),
    h("p", {}, place.kind === "dm" ? say.emptyDm : say.emptyChannel),
    h("ul", {}, first.map(row)),
  );
}
