import { text, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { Card } from "../card.ts";
import { groundWords as words } from "../messages/ground.ts";
import { caseView } from "./case.ts";

const howOf = ({ state, decision }: Card["appeal"]): keyof typeof words.filedHow => {
  if (decision?.by === "purged") return "purged";
  return state === "exception" ? "late" : "review";
};

/** What an agent is told who has just filed: what became of it, then the case. */
export const filedView =
  (card: Card): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { blocks } = caseView(card)(reader);
    const { appeal } = card;
    return {
      title: words.filed(appeal.number)(locale),
      tone: "good",
      blocks: [text(words.filedHow[howOf(appeal)](locale)), ...blocks],
    };
  };
