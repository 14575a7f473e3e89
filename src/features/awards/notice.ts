import type { Notice } from "../notices/index.ts";
import type { Award } from "./domain.ts";
import type { Told } from "./store.ts";

/** The schedules of the ledger by which awards are told: to who decides, to everybody, and to the winners. */
export const proposalName = "award-proposal";
export const postName = "award";
export const wonName = "award-won";

/** Each time that an award is given is told for itself, so that one taken back and given anew is posted anew. */
const givenPeriod = ({ id, times }: Pick<Award, "id" | "times">): string => `${id}:${times}`;

/** Which award was given which time. */
export function givenOf(period: string): Pick<Award, "id" | "times"> {
  const [id = "", times = ""] = period.split(":");
  return { id, times: Number(times) };
}

const notice = (kind: string, { site }: Award, period: string, at: Date): Notice => ({
  kind,
  site,
  period,
  at,
  body: {},
});

/** Asks those who decide. */
export const proposed = (award: Award, at: Date): Told => ({ notices: [notice(proposalName, award, award.id, at)] });

/** A proposal that says something else now is put right, and whoever decides on it only now is asked. */
export const judgedAgain = (award: Award, at: Date): Told => ({
  ...proposed(award, at),
  touched: [{ kind: proposalName, site: award.site, period: award.id }],
});

/** What was told of an award is put right where it stands; what is given now is posted. */
export function moved(after: Award, before: Award, at: Date): Told {
  const { site } = after;
  const touched = [{ kind: proposalName, site, period: after.id }];
  if (after.times > before.times) {
    const period = givenPeriod(after);
    return { notices: [postName, wonName].map((kind) => notice(kind, after, period, at)), touched };
  }
  if (before.state !== "given" || after.state === "given") return { touched };
  const period = givenPeriod(before);
  return { touched: [...touched, ...[postName, wonName].map((kind) => ({ kind, site, period }))] };
}
