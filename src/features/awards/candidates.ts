import type { LocalDate } from "../../kernel/time.ts";
import { type Site, teamsOf } from "../people/index.ts";
import type { Standing, Standings } from "../scores/index.ts";
import type { Candidate } from "./judging.ts";
import type { Days } from "./periods.ts";
import type { AwardRule } from "./rules.ts";

/** Groups below this many people are not broken out (product rules §2). */
const fewestInTeam = 3;

/** What a rule is applied to. */
export type Applied = { readonly as: AwardRule; readonly days: Days; readonly before?: Days | undefined };

function figureOf({ by }: AwardRule, { points, n, value, before }: Standing<unknown>) {
  if (by === "score") return { figure: points, points, n };
  if (by !== "improvement") return value === undefined ? undefined : { figure: value, points, n };
  return before && { figure: points - before.points, points: points - before.points, n: Math.min(n, before.n) };
}

const half = ({ interval }: Pick<Standing<unknown>, "interval">) =>
  interval === undefined ? undefined : (interval.high - interval.low) / 2;

/** The 95 % interval of what is ranked; that of a difference has √(a² + b²) for its half. */
function intervalOf({ by }: AwardRule, { interval, before, points }: Standing<unknown>) {
  if (by !== "improvement") return interval === undefined ? {} : { interval };
  const [a, b] = [half({ ...(interval ? { interval } : {}) }), before && half(before)];
  if (a === undefined || b === undefined || before === undefined) return {};
  const rise = points - before.points;
  return { interval: { low: rise - Math.hypot(a, b), high: rise + Math.hypot(a, b) } };
}

/** Everybody, or every team, whom a rule could find at a site; whoever has left by today is not compared. */
export async function candidatesOf(
  standings: Standings,
  site: Site,
  { as, days, before }: Applied,
  today: LocalDate,
): Promise<Candidate[]> {
  const asked = {
    days,
    ...(before === undefined ? {} : { before }),
    ...(typeof as.by === "object" ? { metric: as.by.metric } : {}),
  };
  const candidate = (standing: Standing<unknown>, who: Pick<Candidate, "of" | "team">): Candidate[] => {
    const figure = figureOf(as, standing);
    return figure === undefined ? [] : [{ ...who, ...figure, ...intervalOf(as, standing) }];
  };
  if (as.of === "teams") {
    return (await standings.teams(site, asked))
      .filter(({ people }) => people >= fewestInTeam)
      .flatMap((one) => candidate(one, { of: { is: "team", id: one.of.id } }));
  }
  return (await standings.agents(site, asked))
    .filter(({ of }) => of.leftOn === undefined || today <= of.leftOn)
    .flatMap((one) => {
      const [team] = teamsOf(one.of, days.to, ["member"]);
      return candidate(one, { of: { is: "person", id: one.of.id }, ...(team === undefined ? {} : { team }) });
    });
}
