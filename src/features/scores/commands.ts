import type { Role } from "../../chat/asker.ts";
import type { Draw } from "../../chat/chart.ts";
import { action, type Call, command, view } from "../../chat/command.ts";
import { optional, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import {
  compareTrial,
  explainScore,
  openBy,
  openPerson,
  openTeam,
  openTrend,
  readScore,
  readTeam,
  showScore,
} from "./actions.ts";
import { type Beside, withBeside } from "./beside.ts";
import type { AskedOf } from "./breakdown.ts";
import { scoreWords } from "./messages/score.ts";
import { teamWords } from "./messages/team.ts";
import { trialWords } from "./messages/trial.ts";
import { metricParam } from "./metric-param.ts";
import { namedPeriods, type Period, periodParam } from "./period.ts";
import type { Metric } from "./scorecard.ts";
import type { Scores } from "./scores.ts";
import { refusalView } from "./views/common.ts";
import { explainView } from "./views/explain.ts";
import { breakdownView, picture, type Sketch, stripOf, trendOf, trendView } from "./views/opened.ts";
import { metricView, scoreView } from "./views/score.ts";
import { scorecardsView, trialRefusalView, trialView } from "./views/scorecards.ts";
import { distributionOf, teamMetricView, teamView } from "./views/team.ts";

/** Those who have a scorecard of their own. */
const scored = ["agent", "lead", "qa"] as const satisfies readonly Role[];
/** Those who may read a team's result at all; the rules decide which team. */
const teamReaders = ["lead", "supervisor", "qa", "auditor"] as const satisfies readonly Role[];
/** Those who may see what a trial would change. */
const trialReaders = ["supervisor", "qa", "admin", "auditor"] as const satisfies readonly Role[];
/** Those of them who may read everybody's numbers by name. */
const siteReaders: readonly Role[] = ["supervisor", "qa", "auditor"];

const orToday = (period: Period | undefined, today: LocalDate) => period ?? namedPeriods.today.of(today);

type Deps = {
  readonly scores: Scores;
  readonly draw: Draw;
  /** What other features show beside results. */
  readonly beside?: readonly Beside[];
};
type Who = Pick<Call<Record<never, never>>, "asker" | "at" | "today" | "locale">;

/** The commands and buttons of scores. */
export function scoreCommands({ scores, draw, beside = [] }: Deps) {
  const draws = async (sketch: Sketch | undefined) => sketch && picture(sketch, await draw(sketch.chart));

  /** A person's score, or one metric of it. */
  async function person(
    { asker, at, today }: Who,
    subject: string,
    {
      period: said,
      metric,
      against,
    }: { period?: Period | undefined; metric?: Metric | undefined; against?: Period | undefined },
  ) {
    const period = orToday(said, today);
    const outcome = await scores.ofPerson({ viewer: asker.person, subject, period, at, today, against });
    if (!outcome.ok) return view(refusalView(outcome.refusal));
    if (metric === undefined) {
      const looked = { of: outcome.value.person, viewer: asker.person, at };
      const more = await Promise.all(beside.map((one) => one.person(looked)));
      return view(withBeside(scoreView(outcome.value), more));
    }
    const weighed = outcome.value.scorecard.components.map((one) => one.metric);
    if (!weighed.includes(metric)) return view(refusalView({ why: "not-weighed", metric, weighed }));
    return view(metricView(outcome.value, metric));
  }

  /** A team's result, or one metric of it. */
  async function team(
    { asker, at, today, locale }: Who,
    {
      team: wanted,
      period: said,
      metric,
    }: { team?: string | undefined; period?: Period | undefined; metric?: Metric | undefined },
  ) {
    const period = orToday(said, today);
    const outcome = await scores.ofTeam({ viewer: asker.person, team: wanted, period, at, today });
    if (!outcome.ok) return view(refusalView(outcome.refusal));
    if (metric === undefined) {
      const looked = { of: outcome.value.team.id, viewer: asker.person, at };
      const [drawn, ...more] = await Promise.all([
        draws(distributionOf(outcome.value, { locale })),
        ...beside.map((one) => one.team(looked)),
      ]);
      return view(withBeside(teamView(outcome.value, drawn), more));
    }
    const weighed = outcome.value.scorecard.components.map((one) => one.metric);
    if (!weighed.includes(metric)) return view(refusalView({ why: "not-weighed", metric, weighed }));
    return view(teamMetricView(outcome.value, metric));
  }

  const myscore = command({
    name: "myscore",
    summary: say({ en: "Your score and how it is made", "zh-CN": "查看自己的得分及其构成" }),
    params: {
      period: periodParam(),
      metric: metricParam(),
      against: periodParam(say({ en: "Compared with", "zh-CN": "对比时段" })),
    },
    audience: "asker",
    allow: scored,
    run: (call) => person(call, call.asker.person, call.values),
  });

  const teamscore = command({
    name: "teamscore",
    summary: say({ en: "Your team's result", "zh-CN": "查看班组成绩" }),
    params: {
      team: optional(text({ label: say({ en: "Team", "zh-CN": "班组" }), max: 100 })),
      period: periodParam(),
      metric: metricParam(),
    },
    audience: "asker",
    allow: teamReaders,
    run: (call) => team(call, call.values),
  });

  const scorecards = command({
    name: "scorecard",
    summary: say({ en: "The scorecards that count, and trials", "zh-CN": "查看生效的计分卡与试算" }),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async ({ asker, at, today }) => {
      const period = namedPeriods.month.of(today);
      const found = await scores.scorecards({ viewer: asker.person, period, at, today });
      const mayCompare = trialReaders.some((role) => asker.roles.includes(role));
      return view(scorecardsView(found, mayCompare));
    },
  });

  const show = action({
    ...showScore,
    summary: say({ en: "Another period", "zh-CN": "其他时段" }),
    audience: "replace",
    allow: "everyone",
    run: (call) => person(call, call.values.person, { period: call.values.period }),
  });

  const read = action({
    ...readScore,
    summary: say({ en: "A person's score", "zh-CN": "成员得分" }),
    audience: "asker",
    allow: "everyone",
    run: (call) => person(call, call.values.person, call.values),
  });

  const open = action({
    ...openPerson,
    summary: say({ en: "A person's score", "zh-CN": "成员得分" }),
    audience: "asker",
    // A deputy is an agent by role; whose numbers they may open is for the rules to say.
    allow: "everyone",
    run: (call) => person(call, call.values.person, { period: call.values.period }),
  });

  const another = action({
    ...openTeam,
    summary: say({ en: "Another team", "zh-CN": "其他班组" }),
    audience: "replace",
    allow: teamReaders,
    run: (call) => team(call, call.values),
  });

  const result = action({
    ...readTeam,
    summary: teamWords.whole,
    audience: "asker",
    allow: "everyone",
    run: (call) => team(call, call.values),
  });

  const askedOf = (
    { asker, at, today }: Who,
    { of, id, period: said }: { of: "person" | "team"; id: string; period?: Period | undefined },
  ): AskedOf => {
    const asked = { viewer: asker.person, period: orToday(said, today), at, today };
    return of === "person" ? { of, ...asked, subject: id } : { of, ...asked, team: id };
  };

  const explain = action({
    ...explainScore,
    summary: scoreWords.buttons.explain,
    audience: "asker",
    allow: "everyone",
    run: async (call) => {
      const asked = askedOf(call, call.values);
      const outcome = await (asked.of === "person" ? scores.explain(asked) : scores.explainTeam(asked));
      return view(outcome.ok ? explainView(outcome.value) : refusalView(outcome.refusal));
    },
  });

  const by = action({
    ...openBy,
    summary: say({ en: "A score opened up", "zh-CN": "展开得分" }),
    audience: "asker",
    allow: "everyone",
    run: async (call) => {
      const outcome = await scores.breakdown(askedOf(call, call.values), call.values.by);
      if (!outcome.ok) return view(refusalView(outcome.refusal));
      return view(breakdownView(outcome.value, await draws(stripOf(outcome.value, call))));
    },
  });

  const trend = action({
    ...openTrend,
    summary: scoreWords.buttons.trend,
    audience: "asker",
    allow: "everyone",
    run: async (call) => {
      const outcome = await scores.trend(askedOf(call, call.values), call.values.metric);
      if (!outcome.ok) return view(refusalView(outcome.refusal));
      return view(trendView(outcome.value, await draws(trendOf(outcome.value, call))));
    },
  });

  const compare = action({
    ...compareTrial,
    summary: trialWords.tried,
    audience: "asker",
    allow: trialReaders,
    run: async ({ asker, values, at, today }) => {
      const period = values.period ?? namedPeriods.month.of(today);
      const isNamed = siteReaders.some((role) => asker.roles.includes(role));
      const outcome = await scores.compare({ viewer: asker.person, id: values.id, period, at, today, isNamed });
      return view(outcome.ok ? trialView(outcome.value, isNamed) : trialRefusalView(outcome.refusal));
    },
  });

  return {
    commands: [myscore, teamscore, scorecards],
    actions: [show, read, open, another, result, explain, by, trend, compare],
  };
}
