import type { APIEmbed, APIEmbedField } from "discord.js";
import { plainTable } from "../../chat/plain.ts";
import type { Block, Tone, View } from "../../chat/view.ts";
import { escaped, inCode, oneLine } from "./escape.ts";
import { vendor } from "./limits.ts";
import { type CommandIds, writeSpans } from "./spans.ts";

/** What a block adds to an embed. */
type Part =
  | { readonly is: "words"; readonly text: string }
  | { readonly is: "field"; readonly field: APIEmbedField }
  | { readonly is: "picture"; readonly file: string };

export type EmbedsOptions = {
  readonly ids: CommandIds;
  /** The file name under which a picture of the view is attached, by its place among them. */
  readonly pictureName: (index: number) => string;
  /** Facts as fields beside each other, or as lines of text, which needs fewer embeds. */
  readonly facts: "fields" | "lines";
};

const colours: Readonly<Record<Tone | "none", number>> = {
  good: 0x2e9e5b,
  attention: 0xe0a100,
  bad: 0xd33d3d,
  none: 0x5865f2,
};
const shortValue = 40;
const blank = "\u200B";
const shown = (text: string) => (text.trim() === "" ? blank : text);
const eachLine = (text: string, mark: string) => text.replace(/^/gm, mark);
const words = (text: string): readonly Part[] => (text.trim() === "" ? [] : [{ is: "words", text }]);

function tableText({ columns, rows }: Extract<Block, { is: "table" }>): string {
  const labelled = columns.map((column) => ({ ...column, label: inCode(column.label) }));
  const lines = plainTable(
    labelled,
    rows.map((row) => row.map(inCode)),
  );
  return `\`\`\`\n${shown(lines)}\n\`\`\``;
}

function factParts({ facts }: Extract<Block, { is: "facts" }>, { ids, facts: as }: EmbedsOptions): readonly Part[] {
  return facts.flatMap(({ label, value }): readonly Part[] => {
    const name = escaped(oneLine(label));
    const text = writeSpans(value, ids);
    if (as === "lines") return words(`**${shown(name)}**  ${text}`);
    return [{ is: "field", field: { name: shown(name), value: shown(text), inline: text.length <= shortValue } }];
  });
}

/** What a block says in an embed; controls and files have their place outside of it. */
function partsOf(block: Block, options: EmbedsOptions, pictures: () => string): readonly Part[] {
  const { ids } = options;
  switch (block.is) {
    case "heading":
      return words(block.text.trim() === "" ? "" : `### ${escaped(oneLine(block.text))}`);
    case "text":
      return words(writeSpans(block.spans, ids));
    case "note":
      return words(eachLine(shown(writeSpans(block.spans, ids)), "-# "));
    case "list":
      return words(block.items.map((item) => `- ${shown(writeSpans(item, ids)).replace(/\n/g, "\n  ")}`).join("\n"));
    case "facts":
      return factParts(block, options);
    case "table":
      return words(tableText(block));
    case "divider":
      return words("───────────");
    case "image":
      return [{ is: "picture", file: pictures() }];
    case "buttons":
    case "menu":
    case "file":
      return [];
  }
}

/** An embed shows its words, then its fields, then its picture: whether a part can still follow in order. */
function takes({ description = "", fields = [], image }: APIEmbed, part: Part): boolean {
  if (image !== undefined) return false;
  if (part.is === "words") {
    return fields.length === 0 && description.length + 1 + part.text.length <= vendor.description;
  }
  return part.is === "picture" || fields.length < vendor.fields;
}

function add(embed: APIEmbed, part: Part): APIEmbed {
  switch (part.is) {
    case "words":
      return {
        ...embed,
        description: embed.description === undefined ? part.text : `${embed.description}\n${part.text}`,
      };
    case "field":
      return { ...embed, fields: [...(embed.fields ?? []), part.field] };
    case "picture":
      return { ...embed, image: { url: `attachment://${part.file}` } };
  }
}

/** The embeds that show a view, in its order; whether Discord takes so many is for the caller to see. */
export function embedsOf(view: View, options: EmbedsOptions): APIEmbed[] {
  const color = colours[view.tone ?? "none"];
  const title = escaped(oneLine(view.title)).trim();
  let count = 0;
  const pictures = () => options.pictureName(count++);
  const parts = view.blocks.flatMap((block) => partsOf(block, options, pictures));
  let current: APIEmbed = title === "" ? { color } : { title, color };
  const before: APIEmbed[] = [];
  for (const part of parts) {
    if (!takes(current, part)) {
      before.push(current);
      current = { color };
    }
    current = add(current, part);
  }
  if (title === "" && parts.length === 0) current = { color, description: blank };
  return [...before, current];
}

const size = ({ title = "", description = "", fields = [] }: APIEmbed) =>
  fields.reduce((sum, { name, value }) => sum + name.length + value.length, title.length + description.length);

/** Whether Discord takes these embeds in one message. */
export const holds = (embeds: readonly APIEmbed[]): boolean =>
  embeds.length <= vendor.embeds &&
  embeds.reduce((sum, embed) => sum + size(embed), 0) <= vendor.embedTotal &&
  embeds.every(({ description = "" }) => description.length <= vendor.description);
