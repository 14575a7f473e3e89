import type { KnownBlock } from "@slack/types";
import type { Seen } from "../../contracts/peer.ts";
import { maySee, type Stored, type Told, type World } from "./world.ts";

type Node = { readonly [key: string]: unknown };

const nodes = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const words = (value: unknown) => String((value as Node | undefined)?.text ?? "");

const entitiesUndone = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Slack's markup as it is shown: mentions by name, links and dates by their words. */
const shownMarkup = (text: string, of: World): string =>
  entitiesUndone(
    text
      .replace(/<@(\w+)>/g, (_, id: string) => `@${of.members.get(id)?.name ?? id}`)
      .replace(/<![^|>]*\|([^>]*)>/g, "$1")
      .replace(/<!(\w+)>/g, "@$1")
      .replace(/<[^|>]*\|([^>]*)>/g, "$1")
      .replace(/<([^|>]*)>/g, "$1"),
  );

function rich(node: Node, of: World): string {
  const inner = (between: string) =>
    nodes(node.elements)
      .map((each) => rich(each, of))
      .join(between);
  switch (node.type) {
    case "text":
      return String(node.text);
    case "user":
      return `@${of.members.get(String(node.user_id))?.name ?? String(node.user_id)}`;
    case "date":
      return String(node.fallback);
    case "link":
      return String(node.text ?? node.url);
    case "broadcast":
      return `@${String(node.range)}`;
    case "rich_text_list":
      return nodes(node.elements)
        .map((each) => `• ${rich(each, of)}`)
        .join("\n");
    case "rich_text":
      return inner("\n");
    default:
      return inner("");
  }
}

const textObject = (node: Node, of: World) =>
  node.type === "mrkdwn" ? shownMarkup(String(node.text), of) : String(node.text ?? "");

function blockText(block: KnownBlock, of: World): string {
  const node = block as unknown as Node;
  switch (block.type) {
    case "header":
      return block.text.text;
    case "section":
      return [block.text, ...(block.fields ?? [])]
        .flatMap((each) => (each ? [textObject(each as unknown as Node, of)] : []))
        .join("\n");
    case "context":
      return block.elements.map((each) => textObject(each as unknown as Node, of)).join(" ");
    case "rich_text":
      return rich(node, of);
    case "table":
      return block.rows.map((row) => row.map((cell) => rich(cell as unknown as Node, of)).join("  ")).join("\n");
    default:
      return "";
  }
}

type Control = Node & { readonly type: string; readonly action_id: string };

/** Everything that can be pressed or picked in a message, with the words it is known by. */
export const controls = (
  told: Told,
): { readonly label: string; readonly blockId: string; readonly element: Control }[] =>
  told.blocks.flatMap((block, index) => {
    const blockId = block.block_id ?? `block${index}`;
    if (block.type === "actions") {
      return block.elements.map((each) => {
        const element = each as unknown as Control;
        return { label: words(element.text ?? element.placeholder), blockId, element };
      });
    }
    if (block.type === "section" && block.accessory) {
      return [{ label: block.text?.text ?? "", blockId, element: block.accessory as unknown as Control }];
    }
    return [];
  });

const isPicture = (file: Stored) => /\.(png|jpe?g|gif)$/i.test(file.name);

/** A message as one member sees it. */
export function seen(told: Told, of: World, by: string): Seen {
  const shared = told.files.flatMap((id) => of.files.get(id) ?? []);
  const inline = told.blocks.flatMap((block) => {
    if (block.type !== "image" || !("slack_file" in block) || !("id" in block.slack_file)) return [];
    const file = of.files.get(block.slack_file.id);
    const visible = file !== undefined && (told.onlyFor === undefined || maySee(of, file, by));
    return visible ? [{ alt: block.alt_text, png: file.content ?? new Uint8Array() }] : [];
  });
  const attached = shared.filter(isPicture).map((file) => ({ alt: file.alt, png: file.content ?? new Uint8Array() }));
  const pressable = controls(told);
  const text =
    told.blocks.length > 0
      ? told.blocks
          .map((block) => blockText(block, of))
          .filter(Boolean)
          .join("\n")
      : shownMarkup(told.text, of);
  return {
    id: told.ts,
    text,
    ephemeral: told.onlyFor !== undefined,
    revised: told.revised,
    buttons: pressable.filter(({ element }) => element.type === "button").map(({ label }) => label),
    menus: pressable
      .filter(({ element }) => element.type === "static_select")
      .map(({ label, element }) => ({
        label,
        options: nodes(element.options).map((option) => words(option.text)),
      })),
    images: [...inline, ...attached],
    files: shared
      .filter((file) => !isPicture(file))
      .map(({ name, content }) => ({ name, content: content ?? new Uint8Array() })),
  };
}

/** Whether a member sees a message at all. */
export const reaches = (told: Told, of: World, by: string): boolean =>
  of.channels.get(told.channel)?.has(by) === true && (told.onlyFor === undefined || told.onlyFor === by);
