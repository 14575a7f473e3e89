import type { Spans, View } from "../../chat/view.ts";
import { type ActionId, type Block, note, type Option, strong, text } from "../../chat/view.ts";
import { format, type Localised, type Reader } from "../../kernel/locale.ts";
import { openPerson, openTeam, showScore } from "./actions.ts";
import type { Interval, Line, Score } from "./domain.ts";
import { inUnit, messages, refusalWords } from "./messages.ts";
import { namedPeriods, type Period, type PeriodName, periodText } from "./period.ts";
import type { Refusal } from "./refusal.ts";
import type { Scorecard } from "./scorecard.ts";
import type { Member, PersonScore, TeamScore } from "./scores.ts";

/** What a period is called: its day, the week it begins or its month. */
function periodWords({ is, from }: Period, { locale }: Reader): string {
  const words = { day: messages.onDay, week: messages.weekFrom, month: messages.inMonth }[is];
  return words(from)(locale);
}

function headline(score: Score, change: string | undefined, { locale }: Reader): Block[] {
  const { interval } = score;
  const firm = score.standing === "firm" || score.standing === "provisional";
  const number: Spans = [strong(messages.points(score.points)(locale)), messages.outOf(locale)];
  const between = interval && firm ? [messages.between(interval.low, interval.high)(locale)] : [];
  return [
    text(...number, ...between),
    ...(change !== undefined && score.standing !== "few" ? [text(change)] : []),
    ...(score.standing === "few" ? [text(messages.few(score.n)(locale))] : []),
    ...(score.standing === "provisional" ? [text(messages.provisional(score.n)(locale))] : []),
  ];
}

function linesTable(lines: readonly Line[], { locale }: Reader): Block {
  const { columns, metric } = messages;
  const { fixed, number, percent } = format(locale);
  const range = (interval: Interval | undefined) =>
    interval ? `${fixed(interval.low, 1)}–${fixed(interval.high, 1)}` : "";
  return {
    is: "table",
    columns: [
      { label: columns.metric(locale), align: "start" },
      { label: columns.value(locale), align: "end" },
      { label: columns.target(locale), align: "end" },
      { label: columns.points(locale), align: "end" },
      { label: columns.interval(locale), align: "end" },
      { label: columns.weight(locale), align: "end" },
      { label: columns.n(locale), align: "end" },
    ],
    rows: lines.map((line) => [
      metric[line.metric](locale),
      inUnit(line.metric, line.value, locale),
      inUnit(line.metric, line.target, locale),
      fixed(line.points, 1),
      range(line.interval),
      percent(line.weight / 100),
      number(line.n),
    ]),
  };
}

type Standing = {
  readonly scorecard: Scorecard;
  readonly score: Score;
  readonly running: boolean;
  readonly dataAsOf?: Date;
};

/** What a score stands on: scorecard, revision, the time of its data, what is missing. */
function provenance(of: Standing, revision: number | undefined, { locale, zone }: Reader): Block[] {
  const { scorecard, score, running, dataAsOf } = of;
  const measured = score.lines.map((line) => line.metric);
  const missing = scorecard.components.filter((one) => !measured.includes(one.metric));
  const names = missing.map((one) => messages.metric[one.metric](locale));
  const asOf: Spans =
    dataAsOf === undefined
      ? [messages.noFeed(locale)]
      : [
          messages.dataAsOf(locale),
          { is: "instant", at: dataAsOf, style: "datetime", text: format(locale).dateTime(dataAsOf, zone) },
        ];
  const card = messages.provenance(scorecard.name[locale], scorecard.version, revision)(locale);
  return [
    ...(names.length > 0 && score.lines.length > 0 ? [note(messages.missingMetrics(names)(locale))] : []),
    ...(running && score.lines.length > 0 ? [note(messages.soFar(locale))] : []),
    note(card, " · ", ...asOf),
  ];
}

const offered: readonly PeriodName[] = ["today", "yesterday", "week", "last-week", "month"];

/** The usual periods, one press away; `to` addresses what a press shows. */
function periodButtons(to: (period: string) => ActionId, { locale }: Reader): Block {
  const buttons = offered.map((name) => ({
    label: messages.period[name](locale),
    action: to(namedPeriods[name].calls[0]),
  }));
  return { is: "buttons", buttons };
}

/** A person's score as they, or one who may, see it. */
export const scoreView =
  (made: PersonScore): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { person, own, score } = made;
    const period = periodWords(made.period, reader);
    const title = own ? messages.mine(period)(locale) : messages.of(person.name, period)(locale);
    const before = made.before;
    const change = before && messages.change(score.points - before.points, periodWords(before.period, reader))(locale);
    const body =
      score.standing === "none"
        ? [text(messages.nothing(own ? undefined : person.name)(locale)), text(messages.tryAnother(locale))]
        : [...headline(score, change, reader), linesTable(score.lines, reader)];
    return {
      title,
      blocks: [
        ...body,
        ...provenance(made, made.revision?.revision, reader),
        periodButtons((to) => showScore.to({ person: person.id, period: to }), reader),
      ],
    };
  };

function memberTable(members: readonly Member[], { locale }: Reader): Block {
  const { fixed, number } = format(locale);
  const firm = (member: Member) => member.standing === "firm";
  return {
    is: "table",
    columns: [
      { label: messages.columns.name(locale), align: "start" },
      { label: messages.columns.points(locale), align: "end" },
      { label: messages.columns.n(locale), align: "end" },
    ],
    rows: members.map((one) => [one.name, `${firm(one) ? "" : "~"}${fixed(one.points, 1)}`, number(one.n)]),
  };
}

/** A team's result for those who may read it; nobody is ranked. */
export const teamView =
  (made: TeamScore): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { team, score, members, others } = made;
    const options = (list: readonly Option[]) => list.slice(0, 100);
    const people = members.map((member) => ({ value: member.person, label: member.name }));
    const teams = others.map((other) => ({ value: other.id, label: other.name }));
    const broken =
      members.length < 3
        ? [note(messages.team.tooSmall(locale))]
        : [memberTable(members, reader), note(messages.team.alphabetical(locale))];
    const body =
      score.standing === "none"
        ? [text(messages.teamNothing(locale)), text(messages.tryAnother(locale))]
        : [
            ...headline(score, undefined, reader),
            linesTable(score.lines, reader),
            text(messages.team.people(members.length)(locale)),
            ...broken,
          ];
    const period = periodText(made.period);
    const buttons = periodButtons((to) => openTeam.to({ period: to, team: team.id }), reader);
    const menus: Block[] = [
      ...(people.length > 0
        ? [
            {
              is: "menu",
              label: messages.team.open(locale),
              action: openPerson.to({ period }),
              options: options(people),
            } as const,
          ]
        : []),
      ...(teams.length > 0
        ? [
            {
              is: "menu",
              label: messages.team.other(locale),
              action: openTeam.to({ period }),
              options: options(teams),
            } as const,
          ]
        : []),
    ];
    return {
      title: messages.of(team.name, periodWords(made.period, reader))(locale),
      blocks: [...body, ...provenance(made, undefined, reader), note(messages.team.private(locale)), ...menus, buttons],
    };
  };

/** Why a score is not shown, and whom to ask. */
export const refusalView =
  (refusal: Refusal): Localised<View> =>
  ({ locale }) => ({
    title: messages.refusedTitle(locale),
    tone: "attention",
    blocks: [text(refusalWords(refusal)(locale))],
  });
