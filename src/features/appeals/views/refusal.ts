import { type Block, type Button, note, strong, text, typed, type View } from "../../../chat/view.ts";
import type { Locale, Localised, Say } from "../../../kernel/locale.ts";
import { fileAppeal, openCase, openGround } from "../addresses.ts";
import type { ActRefusal, Card, Ground } from "../card.ts";
import { somebody } from "../messages/names.ts";
import type { Act } from "../messages/not-now.ts";
import {
  actRefusalWords,
  type FileRefusal,
  fileRefusalWords,
  notFiledTitle,
  onward,
  refusedTitle,
  yours,
} from "../messages/refusal.ts";
import { pointsText, type Wanted } from "../read-challenges.ts";
import { caseView } from "./case.ts";
import { itemName, whole } from "./common.ts";

/** What somebody wrote, which a refusal must not lose: what each was asked as, and the words. */
export type Written = readonly { readonly label: Say; readonly words: string | Say }[];

const writtenBlocks = (written: Written, locale: Locale): readonly Block[] => {
  const kept = written.filter(({ words }) => words !== "");
  if (kept.length === 0) return [];
  return [
    note(yours(locale)),
    ...kept.flatMap(({ label, words }): readonly Block[] => [
      text(strong(label(locale))),
      ...whole(typeof words === "string" ? words : words(locale)),
    ]),
  ];
};

type Filing = {
  /** The evaluation, as far as the agent may see it. */
  readonly ground?: Ground | undefined;
  readonly evaluation?: string;
  /** What was asked for. */
  readonly wanted?: readonly Wanted[];
  readonly written?: Written;
};

/** So many bytes of points fit into a button beside the ids; more are shown above it only. */
const roomForPoints = 40;

/** Where a refused filing leads on to: the first appeal, the evaluation as it is now, or the form again. */
function onwards(refusal: FileRefusal, { ground, evaluation, wanted = [] }: Filing, locale: Locale): readonly Button[] {
  const first = refusal.why === "duplicate" ? refusal.first : "number" in refusal ? refusal.number : undefined;
  const opened: readonly Button[] =
    first === undefined
      ? []
      : [{ label: onward.openFirst(first)(locale), action: openCase.to({ appeal: String(first) }), style: "primary" }];
  if (ground === undefined || evaluation === undefined) return opened;
  const { id, revision } = ground.evaluation;
  if (refusal.why === "restated") {
    return [{ label: onward.lookAgain(locale), action: openGround.to({ evaluation: id }), style: "primary" }];
  }
  // Where one of several items cannot be heard, the others still can.
  const isFinal =
    refusal.why === "calibration" || (first !== undefined && refusal.why !== "nothing-new" && wanted.length < 2);
  const points = pointsText(wanted);
  const kept = Buffer.byteLength(points) <= roomForPoints && !/[%|]/.test(points) ? points : "";
  const form = fileAppeal.to({ evaluation: id, seen: String(revision), points: kept });
  return isFinal ? opened : [...opened, { label: onward.tryAgain(locale), action: form }];
}

/** Why an appeal was not filed, what to do instead, and what its writer would otherwise lose. */
export const notFiledView =
  (refusal: FileRefusal, filing: Filing = {}): Localised<View> =>
  ({ locale }) => {
    const names = {
      item: (id: string) => itemName(filing.ground?.form, id, locale),
      person: () => somebody(locale),
    };
    const buttons = onwards(refusal, filing, locale);
    const isLost = refusal.why === "no-such-evaluation" || refusal.why === "not-yours";
    return {
      title: (filing.written === undefined ? refusedTitle : notFiledTitle)(locale),
      tone: "attention",
      blocks: [
        text(fileRefusalWords(refusal, names)(locale)),
        ...(isLost ? [note(onward.list(locale), typed("appeal new"))] : []),
        ...writtenBlocks(filing.written ?? [], locale),
        ...(buttons.length === 0 ? [] : [{ is: "buttons", buttons } as const]),
      ],
    };
  };

type Acting = {
  /** The case as it stands, where the reader may see it. */
  readonly card?: Card | undefined;
  /** What was tried. */
  readonly act?: Act;
  readonly written?: Written;
};

/** Why something was not done, what its writer would otherwise lose, and the case as it stands. */
export const notDoneView =
  (refusal: ActRefusal, { card, act, written = [] }: Acting = {}): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const names = {
      item: (id: string) => itemName(card?.form, id, locale),
      person: (id: string) => card?.people.get(id)?.name ?? somebody(locale),
      act,
    };
    const stands = card && caseView(card)(reader);
    return {
      title: refusedTitle(locale),
      tone: "attention",
      blocks: [
        text(actRefusalWords(refusal, names)(locale)),
        ...writtenBlocks(written, locale),
        ...(stands === undefined
          ? [note(onward.status(locale), typed("appeal status"))]
          : [{ is: "divider" } as const, { is: "heading", text: stands.title } as const, ...stands.blocks]),
      ],
    };
  };
