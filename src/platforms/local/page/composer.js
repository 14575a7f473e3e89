import { complete } from "./completion.js";
import { byId, h } from "./dom.js";

/**
 * Where lines are written: Enter sends, Tab and the arrows complete, arrow up brings the last line back.
 * @param {{ onSend: (line: string) => void }} with_
 */
export function composer({ onSend }) {
  const line = byId("line");
  const list = byId("suggestions");
  let commands = [];
  let people = [];
  let say;
  let items = [];
  let active = -1;
  let sent = "";

  const isOpen = () => !list.hidden;
  function grow() {
    line.style.height = "auto";
    line.style.height = `${line.scrollHeight}px`;
    byId("send").disabled = line.value.trim() === "";
  }
  function close() {
    list.hidden = true;
    items = [];
    active = -1;
    line.removeAttribute("aria-activedescendant");
  }
  function highlight(next) {
    active = next;
    for (const [index, row] of [...list.querySelectorAll("[role=option]")].entries()) {
      row.setAttribute("aria-selected", String(index === active));
      if (index === active) row.scrollIntoView({ block: "nearest" });
    }
    if (active < 0) line.removeAttribute("aria-activedescendant");
    else line.setAttribute("aria-activedescendant", `suggestion-${active}`);
  }
  /**
   * The command's usage with the parameter that is being typed, and what it wants.
   * @param {{ command?: any, param?: any }} found
   */
  function usage({ command, param }) {
    if (command === undefined || command.params.length === 0) return [];
    const names = command.params.map(({ name, required }) => {
      const shown = required ? `<${name}>` : `[${name}]`;
      return [" ", h(name === param?.name ? "b" : "span", {}, shown)];
    });
    const about = param && `${param.label}${param.hint ? ` — ${param.hint}` : ""}`;
    return [h("p", { class: "usage" }, h("code", {}, `/${command.name}`, names), about && h("small", {}, about))];
  }
  function suggest() {
    const found = complete(line.value, commands, people);
    items = found.items;
    const rows = items.map(({ line: whole, label, rest, detail }, index) =>
      h(
        "div",
        { id: `suggestion-${index}`, role: "option", class: "suggestion", onmousedown: (event) => take(event, whole) },
        h("code", {}, label, rest && h("span", { class: "rest" }, rest)),
        h("span", { class: "detail" }, detail),
      ),
    );
    const head = usage(found);
    list.replaceChildren(...head, ...rows);
    list.hidden = head.length + rows.length === 0;
    if (list.hidden) close();
    else highlight(found.first && rows.length > 0 ? 0 : -1);
  }
  function write(text) {
    line.value = text;
    line.focus();
    line.setSelectionRange(text.length, text.length);
    grow();
    suggest();
  }
  function take(event, whole) {
    event.preventDefault();
    write(whole);
  }
  function send() {
    const text = line.value.trim();
    if (text === "") return;
    sent = text;
    line.value = "";
    grow();
    close();
    onSend(text);
  }
  function onkeydown(event) {
    if (event.isComposing) return;
    const chosen = items[active];
    const changes = chosen !== undefined && chosen.line.trim() !== line.value.trim();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isOpen() && step !== undefined && items.length > 0) {
      highlight((active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length);
    } else if (isOpen() && event.key === "Tab" && !event.shiftKey && items.length > 0) {
      write((chosen ?? items[0]).line);
    } else if (isOpen() && event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey) {
      if (isOpen() && changes) write(chosen.line);
      else send();
    } else if (event.key === "ArrowUp" && line.value === "" && sent !== "") write(sent);
    else return;
    event.preventDefault();
  }

  line.addEventListener("input", () => {
    grow();
    suggest();
  });
  line.addEventListener("keydown", onkeydown);
  line.addEventListener("blur", close);
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  byId("slash").addEventListener("click", () => write("/"));
  grow();

  return {
    write,
    /** Gives back a line that could not be sent, unless another was begun. */
    restore: (text) => line.value === "" && write(text),
    update(next) {
      ({ commands, people, say } = next);
      line.placeholder = say.placeholder(next.place);
      line.setAttribute("aria-label", say.placeholder(next.place));
      close();
      grow();
    },
  };
}
