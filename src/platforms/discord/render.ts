import type { APIEmbed, AttachmentPayload } from "discord.js";
import { fit } from "../../chat/fit.ts";
import type { Span, View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { type Row, rowsOf } from "./controls.ts";
import { fitCounts } from "./counts.ts";
import { embedsOf, holds } from "./embeds.ts";
import { oneLine } from "./escape.ts";
import { limits, vendor } from "./limits.ts";
import { type CommandIds, mentionable } from "./spans.ts";

/** A file with its bytes at hand. */
type Attached = AttachmentPayload & { readonly attachment: Buffer; readonly name: string };

/** A message as discord.js takes it, for a new one as well as for the revision of an old one. */
export type Rendered = {
  embeds: APIEmbed[];
  components: Row[];
  files: Attached[];
  /** Nobody is pinged but the persons that the view names. */
  allowedMentions: { parse: []; users: string[]; repliedUser: false };
};

const pictureName = (index: number) => `picture-${index + 1}.png`;
const fileName = (name: string) =>
  oneLine(name)
    .replace(/[\\/:*?"<>|]/g, "_")
    .trim() || "file";

function filesOf(view: View): Attached[] {
  let pictures = 0;
  return view.blocks.flatMap((block): Attached[] => {
    if (block.is === "file") return [{ attachment: Buffer.from(block.content), name: fileName(block.name) }];
    if (block.is !== "image") return [];
    return [{ attachment: Buffer.from(block.png), name: pictureName(pictures++), description: oneLine(block.alt) }];
  });
}

function spansIn(view: View): readonly Span[] {
  return view.blocks.flatMap((block): readonly Span[] => {
    if (block.is === "text" || block.is === "note") return block.spans;
    if (block.is === "list") return block.items.flat();
    return block.is === "facts" ? block.facts.flatMap((fact) => fact.value) : [];
  });
}

function named(view: View): string[] {
  const users = spansIn(view).flatMap((span) =>
    typeof span !== "string" && span.is === "person" ? (mentionable(span) ?? []) : [],
  );
  return [...new Set(users)].slice(0, vendor.mentions);
}

/** How much of the room a view is given in turn, until what Discord adds around its text fits as well. */
const shares = [1, 0.85, 0.7, 0.5, 0.35, 0.2, 0.1, 0];

function fitShare(view: View, share: number, locale: Locale): View {
  const { title, total, tableText } = limits;
  return fit(view, { ...limits, total: Math.max(title + 60, total * share), tableText: tableText * share }, locale);
}

/** Shows a view as one Discord message; what does not fit is left out visibly. */
export function render(view: View, ids: CommandIds): Rendered {
  const { locale = "en" } = view;
  const counted = fitCounts(view, locale);
  for (const share of shares) {
    const fitted = fitShare(counted, share, locale);
    for (const facts of ["fields", "lines"] as const) {
      const embeds = embedsOf(fitted, { ids, pictureName, facts });
      if (!holds(embeds)) continue;
      return {
        embeds,
        components: rowsOf(fitted),
        files: filesOf(fitted),
        allowedMentions: { parse: [], users: named(fitted), repliedUser: false },
      };
    }
  }
  throw new RangeError(`a view that cannot be made to fit: ${view.title.slice(0, 80)}`);
}
