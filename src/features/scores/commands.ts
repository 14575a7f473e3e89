import type { Role } from "../../chat/asker.ts";
import { action, command, view } from "../../chat/command.ts";
import { optional, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { openPerson, openTeam, showScore } from "./actions.ts";
import { namedPeriods, type Period, periodParam } from "./period.ts";
import type { Refusal } from "./refusal.ts";
import type { PersonScore, Scores, TeamScore } from "./scores.ts";
import { refusalView, scoreView, teamView } from "./views.ts";

/** Those who may read a team's result at all; the rules decide which team. */
const teamReaders = ["lead", "supervisor", "qa", "auditor"] as const satisfies readonly Role[];

const shown = (outcome: Outcome<PersonScore, Refusal>) =>
  view(outcome.ok ? scoreView(outcome.value) : refusalView(outcome.refusal));
const shownTeam = (outcome: Outcome<TeamScore, Refusal>) =>
  view(outcome.ok ? teamView(outcome.value) : refusalView(outcome.refusal));

const orToday = (period: Period | undefined, today: LocalDate) => period ?? namedPeriods.today.of(today);

/** The commands and buttons of scores. */
export function scoreCommands(scores: Scores) {
  const myscore = command({
    name: "myscore",
    summary: say({ en: "Your score and how it is made", "zh-CN": "查看自己的得分及其构成" }),
    params: { period: periodParam() },
    audience: "asker",
    allow: ["agent"],
    run: async ({ asker, values, at, today }) => {
      const period = orToday(values.period, today);
      return shown(await scores.ofPerson({ viewer: asker.person, subject: asker.person, period, at, today }));
    },
  });

  const teamscore = command({
    name: "teamscore",
    summary: say({ en: "Your team's result", "zh-CN": "查看班组成绩" }),
    params: {
      team: optional(text({ label: say({ en: "Team", "zh-CN": "班组" }), max: 100 })),
      period: periodParam(),
    },
    audience: "asker",
    allow: teamReaders,
    run: async ({ asker, values, at, today }) => {
      const period = orToday(values.period, today);
      const team = values.team === undefined ? {} : { team: values.team };
      return shownTeam(await scores.ofTeam({ viewer: asker.person, ...team, period, at, today }));
    },
  });

  const show = action({
    ...showScore,
    summary: say({ en: "Another period", "zh-CN": "其他时段" }),
    audience: "replace",
    allow: "everyone",
    run: async ({ asker, values, at, today }) => {
      const period = orToday(values.period, today);
      return shown(await scores.ofPerson({ viewer: asker.person, subject: values.person, period, at, today }));
    },
  });

  const open = action({
    ...openPerson,
    summary: say({ en: "A person's score", "zh-CN": "成员得分" }),
    audience: "asker",
    allow: teamReaders,
    run: async ({ asker, values, at, today }) => {
      const period = orToday(values.period, today);
      return shown(await scores.ofPerson({ viewer: asker.person, subject: values.person, period, at, today }));
    },
  });

  const team = action({
    ...openTeam,
    summary: say({ en: "Another team", "zh-CN": "其他班组" }),
    audience: "replace",
    allow: teamReaders,
    run: async ({ asker, values, at, today }) => {
      const period = orToday(values.period, today);
      return shownTeam(await scores.ofTeam({ viewer: asker.person, team: values.team, period, at, today }));
    },
  });

  return { commands: [myscore, teamscore], actions: [show, open, team] };
}
