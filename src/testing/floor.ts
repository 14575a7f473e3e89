import type { AccountRef } from "../chat/ask.ts";
import type { Draw } from "../chat/chart.ts";
import { peopleCommands } from "../features/people/index.ts";
import { scoreCommands, scores, wordsOfScores } from "../features/scores/index.ts";
import type { Scorecard } from "../features/scores/scorecard.ts";
import type { Locale } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { conversation, testClock } from "./conversation.ts";
import { preferencesInMemory } from "./preferences.ts";
import { aScorecard } from "./score-builders.ts";
import { type DaySums, type DueDays, type QueueSums, scoresInMemory } from "./score-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

/** A version of the agents' scorecard. */
export const card = (version: number, components: unknown): Scorecard => aScorecard(components, { version });
const components = [
  { metric: "volume", weight: 50, target: 40 },
  { metric: "handle-time", weight: 50, target: 300 },
];

/** Contacts that took 330 seconds each on average, give or take the same spread. */
export const worked = (person: number, name: string, on: string, handled: number): DaySums => ({
  person: anId(person),
  name,
  site: "leeds",
  team: "north",
  day: day(on),
  sums: {
    handled,
    complaints: 1,
    talkS: handled * 300,
    holdS: handled * 10,
    wrapS: handled * 20,
    handleS2: handled * 112_000,
  },
});

/** A picture of one pixel, for who only wants to know that there is one. */
const onePixel: Draw = async () =>
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

/** Those whose first name, or all of it, stands in a text, as it stands there. */
const named = (text: string, among: readonly { readonly id: string; readonly name: string }[]) =>
  among.flatMap(({ id, name }) => {
    const found = [name, name.split(" ")[0] ?? name].find((one) => new RegExp(`\\b${one}\\b`, "i").test(text));
    return found === undefined ? [] : [{ id, name: found }];
  });

export type FloorOptions = {
  readonly draw?: Draw;
  readonly days?: readonly DaySums[];
  readonly cards?: readonly Scorecard[];
  readonly queues?: readonly QueueSums[];
  readonly due?: readonly DueDays[];
  /** Accounts on a real platform, for Ana and Bo. */
  readonly accounts?: { readonly ana: AccountRef; readonly bo: AccountRef };
  /** Bo's language, if not everybody's. */
  readonly boReads?: Locale;
};

/**
 * Leeds on Wednesday 11 March 2026 at noon: Ana, Bo and Cy, agents of North, which Lee leads; Sam supervises Leeds, Max
 * supervises York, Aud audits; Ned, hired today, has no contacts.
 */
export function floor(locale: Locale, but: FloorOptions = {}) {
  const clock = testClock("2026-03-11T12:00:00Z");
  const platform = testPlatform();
  const one = (id: number, name: string, user: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({ id: anId(id), employeeNo: `100${id}`, name, locale, accounts: [anAccount(user)], ...more });
  const off = { assignments: [] };
  const everybody = [
    one(1, "Ana Diaz", "ANA", but.accounts && { accounts: [but.accounts.ana] }),
    one(2, "Bo Lund", "BO", { ...(but.accounts && { accounts: [but.accounts.bo] }), locale: but.boReads ?? locale }),
    one(3, "Cy Park", "CY"),
    one(4, "Lee Wong", "LEE", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(5, "Sam Reid", "SAM", { roles: ["supervisor"], ...off }),
    one(6, "Max York", "MAX", { roles: ["supervisor"], site: "york", ...off }),
    one(7, "Aud Lund", "AUD", { roles: ["auditor"], site: "york", ...off }),
    one(8, "Ned New", "NED", { hiredOn: day("2026-03-11") }),
  ];
  const teams = [aTeam(), aTeam({ id: "south", name: "South" })];
  const {
    people,
    audited,
    store: roster,
  } = testPeople({
    roster: {
      sites: [aSite(), aSite({ id: "york", name: "York" })],
      teams,
      people: everybody,
    },
    clock,
    platform,
  });
  const store = scoresInMemory({
    days: but.days ?? [
      worked(1, "Ana Diaz", "2026-03-09", 38),
      worked(1, "Ana Diaz", "2026-03-10", 42),
      worked(1, "Ana Diaz", "2026-03-11", 7),
      worked(2, "Bo Lund", "2026-03-11", 30),
      worked(3, "Cy Park", "2026-03-11", 3),
    ],
    scorecards: but.cards ?? [card(1, components)],
    queues: but.queues ?? [],
    due: but.due ?? [],
    people: everybody.map(({ id, site }) => ({ person: id, site })),
    dataAsOf: new Date("2026-03-11T11:45:00Z"),
  });
  const made = scores({ store, roster, audit: { record: async (entry) => void audited.push(entry) } });
  const ofScores = scoreCommands({ scores: made, draw: but.draw ?? onePixel });
  const ofPeople = peopleCommands({
    people,
    commands: () => commands,
    health: async () => [],
    preferences: preferencesInMemory(),
  });
  const commands = [...ofScores.commands, ...ofPeople.commands];
  const actions = [...ofScores.actions, ...ofPeople.actions];
  const understand = wordsOfScores({
    store: {
      words: async () => [],
      peopleNamedIn: async (_, text) => named(text, everybody),
      teamsNamedIn: async (_, text) => named(text, teams),
    },
  });
  const talk = conversation({ commands, actions, people, understand, clock, platform });
  return {
    clock,
    store,
    audited,
    made,
    people,
    understand,
    commands,
    actions,
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
