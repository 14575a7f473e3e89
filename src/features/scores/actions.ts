import { address } from "../../chat/command.ts";
import { choice, id } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { metricParam } from "./metric-param.ts";
import { periodParam } from "./period.ts";

/** Shows a person's score of a period in place of the pressed message. */
export const showScore = address("score.show", { person: id(), period: periodParam() });

/** Opens a person's score, or one metric of it. */
export const readScore = address("score.read", { person: id(), period: periodParam(), metric: metricParam() });

/** Opens a person's score from a team's result. */
export const openPerson = address("score.open", { period: periodParam(), person: id() });

/** Opens another team's result in place of the pressed message. */
export const openTeam = address("score.team", { period: periodParam(), team: id() });

/** Opens a team's result beside the pressed message. */
export const readTeam = address("team.read", { period: periodParam(), team: id() });

const whose = choice({
  label: say({ en: "Whose", "zh-CN": "对象" }),
  of: { person: say({ en: "a person", "zh-CN": "个人" }), team: say({ en: "a team", "zh-CN": "班组" }) },
});
const by = choice({
  label: say({ en: "By", "zh-CN": "维度" }),
  of: {
    hour: say({ en: "hour", "zh-CN": "时段" }),
    queue: say({ en: "queue", "zh-CN": "队列" }),
    project: say({ en: "project", "zh-CN": "项目" }),
    day: say({ en: "day", "zh-CN": "日期" }),
  },
});

/** Explains a person's score or a team's result. */
export const explainScore = address("score.explain", { period: periodParam(), of: whose, id: id() });

/** Opens a score by hour, queue, project or day. */
export const openBy = address("score.by", { by, period: periodParam(), of: whose, id: id() });

/** Draws a score, or one metric of it, over time. */
export const openTrend = address("trend", {
  period: periodParam(),
  of: whose,
  id: id(),
  metric: metricParam(),
});

/** A trial scorecard beside the one that counts. */
export const compareTrial = address("score.trial", { period: periodParam(), id: id() });
