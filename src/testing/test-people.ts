import type { Audit } from "../features/people/audit.ts";
import { people } from "../features/people/people.ts";
import { peopleInMemory, type Roster } from "./people-store.ts";
import { testPlatform } from "./test-platform.ts";

type Entry = Parameters<Audit["record"]>[0];

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The front door of people over a roster in memory, with what it audited; codes count up from one. */
export function testPeople({
  roster,
  clock,
  platform = testPlatform(),
}: {
  readonly roster: Roster;
  readonly clock: { readonly now: () => Date };
  readonly platform?: ReturnType<typeof testPlatform>;
}) {
  const audited: Entry[] = [];
  let made = 0;
  const audit: Audit = {
    record: async (entry) => {
      audited.push(entry);
    },
  };
  const random = (bytes: number) => {
    made += 1;
    return Uint8Array.from({ length: bytes }, (_, index) => (index === bytes - 1 ? made : 0));
  };
  const store = peopleInMemory(roster);
  const door = people({ store, audit, random, tell: platform.tell, log: silent, clock: clock.now });
  return { people: door, store, audit, audited, platform };
}
