import { words } from "../../chat/messages.ts";
import { type Block, type Button, note, type View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { vendor } from "./limits.ts";
import { webAddress } from "./spans.ts";

const isLinkable = (button: Button) =>
  !("url" in button) || (webAddress(button.url)?.length ?? Number.POSITIVE_INFINITY) <= vendor.urlLength;

/** Lets through `most` of the things that it is asked about. */
function quota(most: number): () => boolean {
  let used = 0;
  return () => used++ < most;
}

const countOf = (blocks: readonly Block[], is: Block["is"]) => blocks.filter((block) => block.is === is).length;

/** How many menus and buttons share the rows below a message: buttons keep one row at least. */
function shares(blocks: readonly Block[]) {
  const menus = Math.min(countOf(blocks, "menu"), vendor.rows - Math.min(countOf(blocks, "buttons"), 1));
  return { menus, buttons: (vendor.rows - menus) * vendor.buttonsInRow };
}

/**
 * Makes a view obey what Discord counts over a whole message, controls and attachments; what does not go in is said in
 * its place.
 */
export function fitCounts(view: View, locale: Locale): View {
  const share = shares(view.blocks);
  const takesButton = quota(share.buttons);
  const takesMenu = quota(share.menus);
  const takesFile = quota(vendor.attachments);
  const takesPicture = quota(vendor.pictures);
  const more = (left: number): readonly Block[] => (left > 0 ? [note(words.moreItems(left)(locale))] : []);

  function attached(block: Extract<Block, { is: "image" | "file" }>, bytes: number): readonly Block[] {
    if (bytes > vendor.fileBytes) {
      return [note(block.name, ": ", words.fileTooLarge(vendor.fileBytes, bytes)(locale))];
    }
    return (block.is === "file" || takesPicture()) && takesFile() ? [block] : more(1);
  }

  return {
    ...view,
    blocks: view.blocks.flatMap((block): readonly Block[] => {
      switch (block.is) {
        case "buttons": {
          const linked = block.buttons.filter(isLinkable);
          const kept = linked.filter(takesButton);
          const unlinked = block.buttons.filter((button) => !isLinkable(button));
          const told = unlinked.map((button) => note(button.label, "url" in button ? `: ${button.url}` : ""));
          return [
            ...(kept.length > 0 ? [{ ...block, buttons: kept }] : []),
            ...told,
            ...more(linked.length - kept.length),
          ];
        }
        case "menu":
          return block.options.length === 0 ? [] : takesMenu() ? [block] : more(1);
        case "image":
          return attached(block, block.png.byteLength);
        case "file":
          return attached(block, block.content.byteLength);
        default:
          return [block];
      }
    }),
  };
}
