import { type Block, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { type Line, type Part, roundTogether } from "../domain.ts";
import { formulaWords, pointsWords, explainWords as words } from "../messages/explain.ts";
import { scoreWords } from "../messages/score.ts";
import { teamWords } from "../messages/team.ts";
import type { Explanation } from "../person-score.ts";
import type { Component, Scorecard } from "../scorecard.ts";
import type { KeptRevision } from "../store.ts";
import { dataNote, periodName } from "./common.ts";
import { back, nameOf } from "./opened.ts";
import { partWords } from "./score.ts";

type Counted = { readonly part: Part; readonly line: Line; readonly weights: number; readonly by: number };

/** Every line of every part with what it contributes, rounded so that the shown numbers add up to the shown points. */
export function contributions({ score }: Pick<Explanation, "score">): readonly Counted[] {
  const all = score.parts.flatMap((part) => {
    const weights = part.lines.reduce((sum, line) => sum + line.weight, 0);
    return part.lines.map((line) => ({ part, line, weights, by: (part.share * line.weight * line.points) / weights }));
  });
  const rounded = roundTogether(
    all.map(({ by }) => by),
    score.points,
    1,
  );
  return all.map((one, index) => ({ ...one, by: rounded[index] ?? 0 }));
}

function lineSpans({ part, line, weights, by }: Counted, component: Component, { locale }: Reader): Spans {
  const formula = formulaWords(component, line)(locale);
  const weight = words.contributes(line.weight, weights, line.points, part.share, by)(locale);
  return [
    strong(words.name(line.metric)(locale)),
    words.line(formula, pointsWords(component, line)(locale), weight)(locale),
  ];
}

const cardOf = (cards: readonly Scorecard[], part: Part) =>
  cards.find(({ id, version }) => id === part.scorecard && version === part.version);

/** A part's lines, each with its numbers put into its formula; a part is named where there are several. */
function partBlocks(made: Explanation, part: Part, counted: readonly Counted[], reader: Reader): Block[] {
  const { locale } = reader;
  const card = cardOf(made.cards, part);
  const items = counted
    .filter((one) => one.part === part)
    .flatMap((one): Spans[] => {
      const component = card?.components.find(({ metric }) => metric === one.line.metric);
      return component === undefined ? [] : [lineSpans(one, component, reader)];
    });
  if (items.length === 0) return [];
  return [
    ...(made.score.parts.length > 1 ? [text(partWords(part, made.cards, reader))] : []),
    { is: "list", items },
    ...(card ? [note(words.card(card.name[locale], card.version, card.countsFrom)(locale))] : []),
  ];
}

/** What brought a revision about. */
export function why(
  { reason, cause }: Pick<KeptRevision, "reason" | "cause">,
  { locale }: Pick<Reader, "locale">,
): string {
  if (cause.why === "import" || cause.why === "revert") return words.because[cause.why](cause.file ?? "")(locale);
  if (cause.why === "evaluation" || cause.why === "appeal") return words.because[cause.why](cause.number ?? "")(locale);
  if (cause.why === "site") return words.because.site(locale);
  return words.because[reason === "scorecard" ? "scorecard" : "data"](locale);
}

function corrections({ revisions }: Explanation, reader: Reader): Block[] {
  if (revisions === undefined) return [];
  const { locale, zone } = reader;
  const items = revisions.slice(1).map((revision, index): Spans => {
    const before = revisions[index]?.score.points ?? 0;
    const at = format(locale).dateTime(revision.at, zone);
    return [words.correction(revision.revision, at, before, revision.score.points, why(revision, reader))(locale)];
  });
  if (items.length === 0) return [note(words.noCorrections(locale))];
  return [
    { is: "heading", text: words.corrections(locale) },
    { is: "list", items },
  ];
}

/** How a score came to be, to the last digit that is shown. */
export const explainView =
  (made: Explanation): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { whose, score, period } = made;
    const title = words.title(nameOf(whose), periodName(period, reader))(locale);
    const label = (whose.is === "person" ? scoreWords.buttons.whole : teamWords.whole)(locale);
    const way: Block = { is: "buttons", buttons: [{ label, action: back(whose, period) }] };
    if (score.standing === "none") {
      return { title, blocks: [text(scoreWords.nothing(nameOf(whose))(locale)), way] };
    }
    const counted = contributions(made);
    const { fixed } = format(locale);
    const interval = score.interval && `${fixed(score.interval.low, 1)}–${fixed(score.interval.high, 1)}`;
    return {
      title,
      blocks: [
        text(
          strong(
            words.sum(
              counted.map(({ by }) => by),
              score.points,
            )(locale),
          ),
        ),
        ...score.parts.flatMap((part) => partBlocks(made, part, counted, reader)),
        text(words.sample(score.n, score.n < 5 ? undefined : interval, score.atTarget)(locale)),
        ...corrections(made, reader),
        dataNote(made.dataAsOf, reader),
        note(words.wrongNumber(locale)),
        way,
      ],
    };
  };
