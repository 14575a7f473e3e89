import { h } from "./dom.js";

/** An address that a link may lead to; undefined for scripts and other surprises. */
export function safeUrl(url) {
  try {
    const { protocol, href } = new URL(url);
    return ["http:", "https:", "mailto:"].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link that opens beside the page; plain text when its address is not to be trusted. */
export function link(url, text, attributes = {}) {
  const href = safeUrl(url);
  if (href === undefined) return h("span", attributes, `${text} (${url})`);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", ...attributes }, text);
}

/** What is typed to give a command, without the parameters that its usage names. */
export const typedOf = (usage) => `/${usage.replace(/\s*[<[].*$/, "")} `;

/**
 * A view's spans as elements.
 * @param {any[]} all
 * @param {{ reader: any, onCommand: (line: string) => void }} how
 */
export function spans(all, { reader, onCommand }) {
  return all.map((span) => {
    if (typeof span === "string") return h("bdi", {}, span);
    switch (span.is) {
      case "strong":
        return h("strong", { dir: "auto" }, span.text);
      case "code":
        return h("code", { dir: "auto" }, span.text);
      case "person": {
        const mine = span.accounts.some(({ platform, user }) => platform === "local" && user === reader.id);
        return h("span", { class: mine ? "mention mine" : "mention" }, `@${span.name}`);
      }
      case "instant":
        return h("time", { datetime: span.at, title: span.text }, reader.instant(new Date(span.at), span.style));
      case "link":
        return link(span.url, span.text);
      case "command":
        return h(
          "button",
          { type: "button", class: "command", onclick: () => onCommand(typedOf(span.text)) },
          `/${span.text}`,
        );
      default:
        return h("span", {}, span.text ?? "");
    }
  });
}
