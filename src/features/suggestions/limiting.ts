import { createHash } from "node:crypto";
import type { LocalDate } from "../../kernel/time.ts";

/** Counts the anonymous suggestions of a day by person. */
export type Limiter = {
  made(person: string, on: LocalDate): number;
  count(person: string, on: LocalDate): void;
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
    made(person, on) {
      const key = keyOf(person, on);
      return counts.get(key) ?? 0;
    },
    count(person, on) {
      const key = keyOf(person, on);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
}
