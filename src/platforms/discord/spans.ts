import type { InstantStyle, Span, Spans } from "../../chat/view.ts";
import { clean, escaped } from "./escape.ts";

/** The registered id of each command by its first word, for mentions that can be pressed. */
export type CommandIds = ReadonlyMap<string, string>;

export const platformName = "discord";
const nothing = "\u200B";
const instantStyles = { time: "t", date: "D", datetime: "f" } as const satisfies Record<InstantStyle, string>;

/** Text in a fixed-width face within a line; ticks in it do not end it. */
function inlineCode(text: string): string {
  const shown = clean(text) || nothing;
  return shown.includes("`") ? `\`\`${nothing}${shown.replaceAll("`", `\`${nothing}`)}\`\`` : `\`${shown}\``;
}

/** A web address in the form that Discord links; undefined for anything else. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  return href.replace(/[()<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function link(url: string, text: string): string {
  const address = webAddress(url);
  return address === undefined ? escaped(`${text} (${url})`) : `[${escaped(text) || escaped(url)}](${address})`;
}

/** A command as something to press where its id is known, else as something to type. */
function command(text: string, ids: CommandIds): string {
  const [, head = "", tail = ""] = /^([a-z-]+(?: [a-z-]+)?)(.*)$/s.exec(text) ?? [];
  for (const name of [head, head.split(" ")[0] ?? ""]) {
    const id = ids.get(name);
    if (id !== undefined) return `</${name}:${id}>${escaped(head.slice(name.length) + tail)}`;
  }
  return `/${escaped(text)}`;
}

function write(span: Span, ids: CommandIds): string {
  if (typeof span === "string") return escaped(span);
  switch (span.is) {
    case "strong":
      return span.text === "" ? "" : `**${escaped(span.text)}**`;
    case "code":
      return inlineCode(span.text);
    case "instant":
      return `<t:${Math.floor(span.at.getTime() / 1000)}:${instantStyles[span.style]}>`;
    case "link":
      return link(span.url, span.text);
    case "command":
      return command(span.text, ids);
    case "person": {
      const account = mentionable(span);
      return account === undefined ? escaped(span.name) : `<@${account}>`;
    }
  }
}

/** The Discord user that a person is mentioned as, if they have one. */
export const mentionable = ({ accounts }: Extract<Span, { is: "person" }>): string | undefined =>
  accounts.find(({ platform, user }) => platform === platformName && /^\d{1,20}$/.test(user))?.user;

/** Spans as Discord's markup; two marks that meet are kept apart, since together they would mean another. */
export const writeSpans = (spans: Spans, ids: CommandIds): string =>
  spans.reduce<string>((line, span) => {
    const next = write(span, ids);
    const meet = /[*`]$/.test(line) && line.at(-1) === next[0];
    return meet ? `${line}${nothing}${next}` : `${line}${next}`;
  }, "");
