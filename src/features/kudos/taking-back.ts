import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import type { Kudos } from "./domain.ts";
import { freedBy } from "./ring.ts";
import type { KudosConfig } from "./rules.ts";

export type TakeBackRefusal =
  | { readonly why: "gone" }
  | { readonly why: "not-yours" }
  | { readonly why: "too-late"; readonly minutes: number };

/** A thank-you that was taken back, with those that count again without it, by their ids. */
export type TakenBack = { readonly kudos: Kudos; readonly isNew: boolean; readonly freed: readonly string[] };

type Rules = Pick<KudosConfig, "takeBackMinutes" | "ringDays">;

/** Until when its giver may take a thank-you back. */
export const takeBackUntil = ({ at }: Pick<Kudos, "at">, { takeBackMinutes }: Pick<Rules, "takeBackMinutes">): Date =>
  new Date(at.getTime() + takeBackMinutes * 60_000);

/** Takes a thank-you back for its giver, once; `standing` are its site's of the days in which circles matter. */
export function takeBack(
  kudos: Kudos,
  { by, at, standing }: { readonly by: PersonId; readonly at: Date; readonly standing: readonly Kudos[] },
  rules: Rules,
): Outcome<TakenBack, TakeBackRefusal> {
  if (kudos.giver !== by) return refuse({ why: "not-yours" });
  if (kudos.takenBackAt !== undefined) return done({ kudos, isNew: false, freed: [] });
  if (at > takeBackUntil(kudos, rules)) return refuse({ why: "too-late", minutes: rules.takeBackMinutes });
  return done({ kudos: { ...kudos, takenBackAt: at }, isNew: true, freed: freedBy(kudos, standing, rules.ringDays) });
}
