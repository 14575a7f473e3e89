import { createHash } from "node:crypto";
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";

type TooMany = { readonly why: "too-many-anonymous"; readonly most: number };
/** Somebody who may do something so many times on a day. */
type Allowance = { readonly person: string; readonly on: LocalDate; readonly most: number };

/** Counts the anonymous suggestions of a day by person. */
export type Limiter = {
  /** Does what somebody may do once more that day: it counts while it is being done, and for good unless it is refused. */
  within<T, R>(of: Allowance, does: () => Promise<Outcome<T, R>>): Promise<Outcome<T, R | TooMany>>;
};

/**
 * Counts in the memory of this process alone, by a hash with a salt, and forgets salt and counts with the day: nobody can
 * ask it who made one, and it starts anew with the process. On several machines somebody may make so many on each.
 */
export function limiter(random: (bytes: number) => Uint8Array): Limiter {
  let today: LocalDate | undefined;
  let salt = new Uint8Array();
  let counts = new Map<string, number>();

  function keyOf(person: string, on: LocalDate): string {
    if (today === undefined || on > today) {
      today = on;
      salt = Uint8Array.from(random(16));
      counts = new Map();
    }
    return createHash("sha256").update(salt).update(person).digest("hex");
  }

  return {
    async within({ person, on, most }, does) {
      const key = keyOf(person, on);
      const ofDay = counts;
      const add = (more: number) => void ofDay.set(key, (ofDay.get(key) ?? 0) + more);
      if ((ofDay.get(key) ?? 0) >= most) return refuse({ why: "too-many-anonymous", most });
      add(1);
      let isDone = false;
      try {
        const outcome = await does();
        isDone = outcome.ok;
        return outcome;
      } finally {
        if (!isDone) add(-1);
      }
    },
  };
}
