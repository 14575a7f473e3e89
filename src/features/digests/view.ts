import { type Block, strong, text, type View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { digestWords as words } from "./messages.ts";
import { type LabelOf, type Missed, missedBlocks } from "./missed.ts";
import type { Changed } from "./told.ts";

/** A digest as it is told. */
export type Digest = {
  readonly day: LocalDate;
  readonly isComplete: boolean;
  readonly sections: readonly Localised<readonly Block[]>[];
  readonly changes: readonly Changed[];
  readonly missed: readonly Missed[];
};

/** A lead's morning: what was put right, whether all is there, each section, and what was missed. */
export const digestView =
  ({ day, isComplete, sections, changes, missed }: Digest, labelOf: LabelOf | undefined): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const told = sections.map((section) => section(reader));
    const nothing = isComplete ? words.nothing : words.nothingYet;
    return {
      title: words.title(day)(locale),
      ...(isComplete ? {} : { tone: "attention" as const }),
      blocks: [
        ...changes.map((change) => text(words.changed(change)(locale))),
        ...(isComplete ? [] : [text(strong(words.incomplete(locale)), words.toFollow(locale))]),
        ...(told.length === 0 ? [text(nothing(locale))] : []),
        ...missedBlocks(missed, labelOf)(reader),
        ...told.flatMap((blocks, index): readonly Block[] => (index === 0 ? blocks : [{ is: "divider" }, ...blocks])),
      ],
    };
  };
