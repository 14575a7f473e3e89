import { note, text, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import type { Words } from "../domain.ts";
import type { Refused } from "../editing.ts";
import { issueWords } from "../messages/issue.ts";
import { changedTitle, refusalWords, refusedTitle } from "../messages/refusal.ts";
import { writtenWords } from "../messages/written.ts";
import { itemView } from "./item.ts";

function fasterName({ refusal, card }: Refused, { locale }: Reader): string {
  const person = refusal.why === "changed" ? card?.people.get(refusal.by) : undefined;
  return person?.name ?? issueWords.somebody(locale);
}

/** Why something was not done, with the item as it stands, and what its writer would otherwise lose. */
export const refusalView =
  (refused: Refused, written?: Words): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { refusal, card } = refused;
    const why = text(refusalWords(refusal, fasterName(refused, reader))(locale));
    const isSeen = card !== undefined && (card.isEditor || card.isOwn);
    const stands = isSeen ? itemView(card)(reader) : undefined;
    return {
      title: (refusal.why === "changed" ? changedTitle : refusedTitle)(locale),
      tone: "attention",
      blocks: [
        why,
        ...(written === undefined ? [] : [note(writtenWords.yours(locale)), text(written.title, "\n", written.text)]),
        ...(stands === undefined ? [] : [{ is: "heading", text: stands.title } as const, ...stands.blocks]),
      ],
    };
  };
