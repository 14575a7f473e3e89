import type { Seen } from "../../contracts/peer.ts";
import type { EmbedJson, RowJson } from "./rules.ts";
import type { Stored, World } from "./world.ts";

/** Discord's markup as its client reads it: each alternative is one construct, the first that matches wins. */
const markup = new RegExp(
  [
    /```(?:[a-z]*\n)?([\s\S]+?)\n?```/, // 1 code block
    /``([\s\S]+?)``(?!`)/, // 2 code with ticks in it
    /`([^`]+)`/, // 3 code
    /\\([^p{L}p{N}\s])/, // 4 an escaped mark
    /<t:(-?\d+)(?::\w)?>/, // 5 instant
    /<@!?(\d+)>/, // 6 user
    /<(\/[^:>]+):\d+>/, // 7 command
    /\[((?:\\.|[^\]\\])+)\]\((https?:[^\s)]+)\)/, // 8 text of a link
    /(\*\*|__|~~|\|\||(?<!\w)[*_](?=\S))/, // 10 marks of emphasis
    /^((?:-#|#{1,3}|>(?:>>)?) )/, // 11 marks at the start of a line
    /^( *)[-*] /, // 12 list
  ]
    .map(({ source }) => source)
    .join("|"),
  "gmu",
);

/** What a reader sees of a text in Discord's markup. */
export function unmarked(text: string, of: World): string {
  const shown = text.replace(markup, (whole, ...groups: (string | undefined)[]) => {
    const [block, ticked, code, mark, seconds, user, command, label, , emphasis, start, list] = groups;
    if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString();
    if (user !== undefined) return `@${of.userOf(user)?.name ?? "unknown-user"}`;
    if (label !== undefined) return unmarked(label, of);
    if (emphasis !== undefined || start !== undefined) return "";
    if (list !== undefined) return `${list}• `;
    return block ?? ticked ?? code ?? mark ?? command ?? whole;
  });
  return shown.replaceAll("\u200B", "");
}

function embedText({ title, description, fields = [] }: EmbedJson, of: World): string[] {
  const lines = fields.map(({ name, value }) => `${name}: ${value}`);
  return [title, description, ...lines].flatMap((text) => (text === undefined ? [] : [unmarked(text, of)]));
}

export const controlsIn = (rows: readonly RowJson[]) => rows.flatMap(({ components }) => [...components]);

/** A message as one reader sees it. */
export function seenOf(stored: Stored, of: World): Seen {
  const { embeds, components, files } = stored;
  const controls = controlsIn(components);
  const pictured = new Set(embeds.flatMap(({ image }) => image?.url.replace("attachment://", "") ?? []));
  return {
    id: stored.id,
    text: stored.waiting
      ? "thinking…"
      : [unmarked(stored.content, of), ...embeds.flatMap((embed) => embedText(embed, of))].filter(Boolean).join("\n"),
    ephemeral: stored.onlyFor !== undefined,
    revised: stored.revised,
    buttons: controls.flatMap((control) => (control.type === 2 ? [control.label] : [])),
    menus: controls.flatMap((control) =>
      control.type === 3
        ? [{ label: control.placeholder ?? "", options: control.options.map(({ label }) => label) }]
        : [],
    ),
    images: files
      .filter(({ name }) => pictured.has(name))
      .map(({ description, content }) => ({ alt: description, png: content })),
    files: files.filter(({ name }) => !pictured.has(name)).map(({ name, content }) => ({ name, content })),
  };
}
