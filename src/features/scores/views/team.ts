import { type Block, note, type Picture, type Spans, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { openPerson, openTeam } from "../actions.ts";
import { metricNames } from "../messages/names.ts";
import { scoreWords } from "../messages/score.ts";
import { teamWords as words } from "../messages/team.ts";
import { periodText } from "../period.ts";
import { fewestPeople } from "../person-score.ts";
import type { Metric } from "../scorecard.ts";
import type { Member, TeamScore } from "../team-score.ts";
import { dataAsOf, end, isTold, periodName, start } from "./common.ts";
import type { Sketch } from "./opened.ts";
import { caveats, detailButtons, headline, metricBody, partTables, periodButtons } from "./score.ts";

/** More names than these are told as a number. */
const mostNames = 5;

function memberTable(members: readonly Member[], { locale }: Reader): Block {
  const { fixed, number } = format(locale);
  return {
    is: "table",
    columns: [
      start(scoreWords.columns.name(locale)),
      end(scoreWords.columns.points(locale)),
      end(scoreWords.columns.n(locale)),
    ],
    rows: members.map((one) => [
      one.name,
      `${one.standing === "firm" ? "" : "~"}${fixed(one.points, 1)}`,
      number(one.n),
    ]),
  };
}

/** Who may need a hand, before anything else: told to those who lead them, never posted. */
export function exceptionBlocks({ exceptions }: TeamScore, { locale }: Reader): Block[] {
  if (exceptions === undefined) return [];
  const { allOf } = format(locale);
  const { below, sliding, few } = exceptions;
  const line = (lead: string, names: readonly string[]): Spans[] =>
    names.length === 0 ? [] : [[lead, allOf([...names])]];
  const items = [
    ...line(
      words.below(locale),
      below.map((one) => words.ofTarget(one.name, one.points, one.atTarget)(locale)),
    ),
    ...line(
      words.sliding(locale),
      sliding.map((one) => words.fell(one.name, one.earlier[2]?.points ?? one.points, one.points)(locale)),
    ),
    ...line(
      words.few(locale),
      few.map((one) => words.ofFew(one.name, one.n)(locale)),
    ),
  ];
  return items.length === 0
    ? [text(words.noExceptions(locale))]
    : [
        { is: "heading", text: words.exceptions(locale) },
        { is: "list", items },
      ];
}

/** Who is ahead and who improved most. */
export function praise({ top, improved }: TeamScore, { locale }: Reader): Block[] {
  const names = top.map(({ name }) => name);
  const more = names.length > mostNames ? names.length : 0;
  const rises = improved.map((one) =>
    words.rise(one.name, one.points - (one.earlier[0]?.points ?? one.points))(locale),
  );
  return [
    ...(names.length === 0 ? [] : [text(words.top(more > 0 ? [] : names, more)(locale))]),
    ...(rises.length === 0 ? [] : [text(words.improved(rises)(locale))]),
  ];
}

/** Points in one band of the picture: fewer where people are closer together, so that it shows more than one bar. */
function widthOf(points: readonly number[]): number {
  const range = Math.max(...points) - Math.min(...points);
  if (range <= 12) return 2;
  return range <= 30 ? 5 : 10;
}

/** How the team's points are spread, in bands of ten; nobody is named. */
export function distributionOf(made: TeamScore, { locale }: Pick<Reader, "locale">): Sketch | undefined {
  const told = made.members.filter(isTold);
  if (made.exceptions === undefined || told.length < fewestPeople) return undefined;
  const bandWidth = widthOf(told.map(({ points }) => points));
  const bandOf = (points: number) => Math.min(100 / bandWidth - 1, Math.floor(Math.max(0, points) / bandWidth));
  const counts = new Map<number, number>();
  for (const { points } of told) counts.set(bandOf(points), (counts.get(bandOf(points)) ?? 0) + 1);
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const bands = Array.from({ length: last - first + 1 }, (_, index) => {
    const band = first + index;
    const isMiddle = made.median !== undefined && bandOf(made.median) === band;
    return {
      label: `${band * bandWidth}–${(band + 1) * bandWidth}`,
      people: counts.get(band) ?? 0,
      ...(isMiddle ? ({ mark: true } as const) : {}),
    };
  });
  return {
    name: "distribution.png",
    alt: words.distributionAlt(
      bands.filter(({ people }) => people > 0).map(({ label, people }) => words.band(label, people)(locale)),
    )(locale),
    chart: {
      is: "distribution",
      locale,
      title: `${made.team.name} · ${periodName(made.period, { locale })}`,
      bands,
      people: words.peopleAxis(locale),
      mark: words.median(locale),
    },
  };
}

const options = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.slice(0, 100).map(({ id, name }) => ({ value: id, label: name }));

function menus({ others, period }: TeamScore, members: readonly Member[], { locale }: Reader): Block[] {
  const on = periodText(period);
  const people = options(members.map(({ person, name }) => ({ id: person, name })));
  const teams = options(others);
  const menu = (label: string, action: ReturnType<typeof openPerson.to>, of: typeof people): Block[] =>
    of.length === 0 ? [] : [{ is: "menu", label, action, options: of }];
  return [
    ...menu(words.open(locale), openPerson.to({ period: on }), people),
    ...menu(words.other(locale), openTeam.to({ period: on }), teams),
  ];
}

/** A team's result for those who may read it: exceptions first, nobody ranked from the bottom. */
export const teamView =
  (made: TeamScore, drawn: Picture | undefined): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { team, score, period, before, scorecard } = made;
    const { byName } = format(locale);
    const members = [...made.members].sort((a, b) => byName(a.name, b.name));
    const isNone = score.standing === "none";
    const change =
      before && scoreWords.change(score.points - before.score.points, periodName(before.period, reader))(locale);
    const people = words.people(members.length)(locale);
    const middle = made.median === undefined ? "" : words.middle(made.median)(locale);
    const body: Block[] = isNone
      ? [text(words.nothing(locale)), text(scoreWords.tryAnother(locale))]
      : [
          ...headline(score, change === undefined ? [] : [change], reader),
          ...exceptionBlocks(made, reader),
          ...praise(made, reader),
          ...partTables(score, made.cards, reader),
          text(people, middle),
          ...(drawn ? [drawn] : []),
          ...(made.exceptions === undefined
            ? [note(words.tooSmall(locale))]
            : [memberTable(members, reader), note(words.alphabetical(locale))]),
        ];
    const card = scoreWords.provenance(scorecard.name[locale], scorecard.version, undefined)(locale);
    return {
      title: scoreWords.of(team.name, periodName(period, reader))(locale),
      blocks: [
        ...body,
        ...caveats(score, made.running, reader),
        note(card, " · ", ...dataAsOf(made.dataAsOf, reader)),
        note(words.private(locale)),
        ...menus(made, members, reader),
        ...(isNone ? [] : [detailButtons("team", team.id, period, true, reader)]),
        periodButtons((to) => openTeam.to({ period: to, team: team.id }), reader),
      ],
    };
  };

/** One metric of a team's result. */
export const teamMetricView =
  (made: TeamScore, metric: Metric): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const period = periodText(made.period);
    const title = scoreWords.metricTitle(
      made.team.name,
      metricNames[metric](locale),
      periodName(made.period, reader),
    )(locale);
    return {
      title,
      blocks: [
        ...metricBody(made.score, metric, made.before, made.cards, reader),
        note(...dataAsOf(made.dataAsOf, reader)),
        {
          is: "buttons",
          buttons: [{ label: words.whole(locale), action: openTeam.to({ period, team: made.team.id }) }],
        },
      ],
    };
  };
