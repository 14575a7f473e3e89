import { plainView } from "../../chat/plain.ts";
import type { Attachment, Block, Button, Option, Picture, View } from "../../chat/view.ts";
import type { LocalMessage } from "./messages.ts";

/** What can be pressed on a message: a button, a menu with its options, or a link that only leads elsewhere. */
export type Pressable =
  | {
      readonly kind: "button";
      readonly action: string;
      readonly label: string;
      readonly style?: "primary" | "danger";
      readonly confirm?: string;
    }
  | { readonly kind: "menu"; readonly action: string; readonly label: string; readonly options: readonly Option[] }
  | { readonly kind: "link"; readonly url: string; readonly label: string };

const pressable = (button: Button): Pressable =>
  ({ kind: "url" in button ? "link" : "button", ...button }) as Pressable;

/** Everything that can be pressed on a view, from the top down. */
export const actionsOf = (view: View): readonly Pressable[] =>
  view.blocks.flatMap((block): readonly Pressable[] => {
    if (block.is === "buttons") return block.buttons.map(pressable);
    if (block.is !== "menu") return [];
    return [{ kind: "menu", action: block.action, label: block.label, options: block.options }];
  });

/** A picture or file as it is shown: its content is fetched from `url`. */
type Fetched<B extends Picture | Attachment> = Omit<B, "png" | "content"> & {
  readonly bytes: number;
  readonly url: string;
};
type ShownBlock = Exclude<Block, Picture | Attachment> | Fetched<Picture> | Fetched<Attachment>;

/** A message as one person sees it. */
export type Shown = {
  readonly id: string;
  /** The id of the person who wrote it; null for Fairline. */
  readonly author: string | null;
  readonly at: Date;
  readonly revised: boolean;
  readonly ephemeral: boolean;
  /** The whole view as plain text. */
  readonly text: string;
  readonly view: Omit<View, "blocks"> & { readonly blocks: readonly ShownBlock[] };
  readonly actions: readonly Pressable[];
  readonly images: readonly { readonly name: string; readonly alt: string; readonly url: string }[];
};

function shownBlock(block: Block, url: string): ShownBlock {
  if (block.is === "image") {
    const { png, ...rest } = block;
    return { ...rest, bytes: png.byteLength, url };
  }
  if (block.is === "file") {
    const { content, ...rest } = block;
    return { ...rest, bytes: content.byteLength, url };
  }
  return block;
}

/** The message for this person, its pictures and files as addresses that only they can open. */
export function shown(message: LocalMessage, person: string): Shown {
  const { id, view } = message;
  // The time of the revision keeps a browser from showing the picture that was there before.
  const at = (message.revised ?? message.at).getTime();
  const address = (index: number) => `/api/messages/${id}/parts/${index}?as=${encodeURIComponent(person)}&v=${at}`;
  const blocks = view.blocks.map((block, index) => shownBlock(block, address(index)));
  return {
    id,
    author: message.author ?? null,
    at: message.at,
    revised: message.revised !== undefined,
    ephemeral: message.onlyFor !== undefined,
    text: plainView(view),
    view: { ...view, blocks },
    actions: actionsOf(view),
    images: blocks.flatMap((block) =>
      block.is === "image" ? [{ name: block.name, alt: block.alt, url: block.url }] : [],
    ),
  };
}
