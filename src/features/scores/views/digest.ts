import { type Block, note, type Picture, type Spans, text } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { openPerson, openTrend, readTeam } from "../actions.ts";
import { scoreWords } from "../messages/score.ts";
import { teamWords as words } from "../messages/team.ts";
import { periodText } from "../period.ts";
import type { Member, TeamScore } from "../team-score.ts";
import { dataAsOf, periodName } from "./common.ts";
import { headline } from "./score.ts";
import { exceptionBlocks, praise } from "./team.ts";

type Shown = {
  readonly isComplete: boolean;
  readonly drawn?: { readonly team: string; readonly picture: Picture };
};

/** More teams than these are told in short. */
const mostWhole = 3;

const exceptional = ({ exceptions }: TeamScore): readonly Member[] =>
  exceptions === undefined ? [] : [...exceptions.below, ...exceptions.sliding, ...exceptions.few];

/** Nobody can be said to be well before all is known. */
const isSaid = (made: TeamScore, isComplete: boolean) => isComplete || exceptional(made).length > 0;

/** What a team came to, and how sure that is. */
function resultBlocks({ score, before }: TeamScore, reader: Reader): Block[] {
  const { locale } = reader;
  const change =
    before && scoreWords.change(score.points - before.score.points, periodName(before.period, reader))(locale);
  const [first, ...more] = headline(score, change === undefined ? [] : [change], reader);
  return first?.is === "text" ? [text(words.result(locale), ...first.spans), ...more] : more;
}

/** Several lines as one. */
const inOne = (blocks: readonly Block[]): Block =>
  text(
    ...blocks.flatMap(
      (block, index): Spans => (block.is === "text" ? [...(index === 0 ? [] : [" · "]), ...block.spans] : []),
    ),
  );

/** A team where there are many: a message holds no more of each than who needs a hand and what it came to. */
function shortBlocks(made: TeamScore, isComplete: boolean, reader: Reader): Block[] {
  const told = isSaid(made, isComplete) ? exceptionBlocks(made, reader) : [];
  return [...told.filter(({ is }) => is !== "heading"), inOne(resultBlocks(made, reader))];
}

function wholeBlocks(made: TeamScore, isComplete: boolean, reader: Reader): Block[] {
  const { locale } = reader;
  const { members, median } = made;
  return [
    ...(isSaid(made, isComplete) ? exceptionBlocks(made, reader) : []),
    ...resultBlocks(made, reader),
    ...praise(made, reader),
    text(words.people(members.length)(locale), median === undefined ? "" : words.middle(median)(locale)),
    ...(made.exceptions === undefined ? [note(words.tooSmall(locale))] : []),
  ];
}

function teamBlocks(made: TeamScore, { isComplete, drawn }: Shown, isShort: boolean, reader: Reader): Block[] {
  const heading: Block = { is: "heading", text: made.team.name };
  if (made.score.standing === "none") return [heading, text(words.nothing(reader.locale))];
  return [
    heading,
    ...(isShort ? shortBlocks : wholeBlocks)(made, isComplete, reader),
    ...(drawn?.team === made.team.id ? [drawn.picture] : []),
  ];
}

/** The way into each team's result, and to those who may need a hand or else to everybody. */
function ways(made: readonly TeamScore[], { locale }: Reader): Block[] {
  const [first, ...more] = made;
  if (first === undefined) return [];
  const period = periodText(first.period);
  const result = (label: string, team: string) => ({ label, action: readTeam.to({ period, team }) });
  const whole = words.whole(locale);
  const buttons =
    more.length === 0
      ? [
          { ...result(whole, first.team.id), style: "primary" as const },
          { label: scoreWords.buttons.trend(locale), action: openTrend.to({ period, of: "team", id: first.team.id }) },
        ]
      : made.map(({ team }) => result(`${whole} · ${team.name}`, team.id));
  const needy = made.flatMap(exceptional);
  const listed = needy.length > 0 ? needy : made.flatMap(({ members }) => members);
  const names = new Map(listed.map(({ person, name }) => [person, name]));
  const { byName } = format(locale);
  const options = [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => byName(a.label, b.label))
    .slice(0, 100);
  return [
    ...(options.length === 0
      ? []
      : [{ is: "menu", label: words.open(locale), action: openPerson.to({ period }), options } as const]),
    { is: "buttons", buttons },
  ];
}

/** Teams one after another, exceptions first, then what they came to; names are for those who lead them. */
export const digestBlocks =
  (made: readonly TeamScore[], shown: Shown): Localised<readonly Block[]> =>
  (reader) => {
    const asOf = made.find((one) => one.dataAsOf !== undefined)?.dataAsOf;
    return [
      ...made.flatMap((one) => teamBlocks(one, shown, made.length > mostWhole, reader)),
      note(...dataAsOf(asOf, reader)),
      note(words.private(reader.locale)),
      ...ways(
        made.filter(({ score }) => score.standing !== "none"),
        reader,
      ),
    ];
  };
