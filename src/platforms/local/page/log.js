import { byId, h } from "./dom.js";
import { message } from "./message.js";

const near = 80;
const pressable = "button, a";

/**
 * The messages of the open place.
 * @param {{ onPress: Function, onCommand: (line: string) => void }} with_
 */
export function log({ onPress, onCommand }) {
  const scroll = byId("scroll");
  const list = byId("log");
  const newer = byId("newer");
  let shown = new Map();
  let follows = true;
  let context = { reader: undefined, people: new Map() };

  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < near;
  const toEnd = () => {
    scroll.scrollTop = scroll.scrollHeight;
    follows = true;
    newer.hidden = true;
  };
  const element = (one) =>
    message(one, { ...context, onCommand, press: (pressed, action, from) => onPress(pressed, action, from) });
  const dayOf = (one) => context.reader.dayOf(new Date(one.at));

  function inOrder() {
    return [...shown.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  }
  function renderAll(empty) {
    const all = inOrder();
    const nodes = all.flatMap((one, index) => {
      const isNewDay = index === 0 || dayOf(all[index - 1]) !== dayOf(one);
      return [...(isNewDay ? [divider(one)] : []), element(one)];
    });
    list.replaceChildren(...(all.length === 0 ? [empty] : nodes));
  }
  const divider = (one) => h("h2", { class: "day" }, context.reader.day(new Date(one.at)));

  /** Adds what is new at the end and replaces what was there; a message from before moves nothing else. */
  function put(one) {
    const known = shown.get(one.id);
    shown.set(one.id, one);
    const there = byId(`message-${one.id}`);
    if (known && there) {
      const held = [...there.querySelectorAll(pressable)].indexOf(document.activeElement);
      const next = element(one);
      there.replaceWith(next);
      if (held >= 0) ([...next.querySelectorAll(pressable)][held] ?? byId("line")).focus();
      next.classList.add("changed");
      return;
    }
    const before = inOrder().at(-2);
    if (inOrder().at(-1) !== one || before === undefined) {
      renderAll();
      return;
    }
    list.append(...(dayOf(before) === dayOf(one) ? [] : [divider(one)]), element(one));
  }

  newer.addEventListener("click", toEnd);
  scroll.addEventListener("scroll", () => {
    follows = isAtEnd();
    if (follows) newer.hidden = true;
  });
  // Pictures that load and windows that shrink must not hide the newest message from who was reading it.
  const resized = new ResizeObserver(() => follows && toEnd());
  resized.observe(list);
  resized.observe(scroll);

  return {
    toEnd,
    /** Shows a place from its beginning. */
    open(next, messages, empty) {
      context = next;
      shown = new Map(messages.map((one) => [one.id, one]));
      list.setAttribute("aria-live", "off");
      renderAll(empty);
      requestAnimationFrame(() => list.setAttribute("aria-live", "polite"));
      toEnd();
    },
    /** Takes in messages that are new or revised. */
    put(messages) {
      const wasAtEnd = follows;
      let fresh = 0;
      for (const one of messages) {
        const known = shown.get(one.id);
        if (known === undefined) fresh += 1;
        if (JSON.stringify(known) !== JSON.stringify(one)) put(one);
      }
      if (wasAtEnd) toEnd();
      else if (fresh > 0) newer.hidden = false;
    },
    /** Takes in older messages without moving what is being read. */
    putBefore(messages) {
      const fromEnd = scroll.scrollHeight - scroll.scrollTop;
      for (const one of messages) shown.set(one.id, one);
      renderAll();
      scroll.scrollTop = scroll.scrollHeight - fromEnd;
    },
    oldest: () => inOrder()[0]?.at,
  };
}
