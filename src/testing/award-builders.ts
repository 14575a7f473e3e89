import type { Proposal } from "../features/awards/index.ts";
import { type AwardRule, awardRule } from "../features/awards/rules.ts";
import { day } from "../kernel/time.ts";
import { anId } from "./builders.ts";

/** A rule for the best agent of a day by score. */
export const anAwardRule = (but: object = {}): AwardRule =>
  awardRule.parse({ name: { en: "Best of the day", "zh-CN": "每日之星" }, period: "day", ...but });

/** Ana proposed as the best of Leeds on Friday 6 March 2026. */
export function aProposal(but: Partial<Proposal> = {}): Proposal {
  const winner = {
    of: { is: "person", id: anId(1) },
    figure: 92.4,
    n: 41,
    interval: { low: 90.1, high: 94.7 },
  } as const;
  const judged = { winners: [winner], passedOver: [], among: 6, ahead: 2.5 };
  const at = new Date("2026-03-09T09:30:00.123Z");
  return {
    id: anId(800),
    site: "leeds",
    rule: "daily-best",
    as: anAwardRule(),
    from: day("2026-03-06"),
    to: day("2026-03-06"),
    turn: 1,
    state: "proposed",
    judged,
    winners: [winner],
    proposedAt: at,
    judgedAt: at,
    times: 0,
    revision: 1,
    ...but,
  };
}
