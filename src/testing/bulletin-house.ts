import type { Draw } from "../chat/chart.ts";
import { type BulletinSection, bulletinCommands, bulletins } from "../features/bulletins/index.ts";
import { celebrationsConfig, celebrationsInBulletin } from "../features/celebrations/index.ts";
import type { Claimed } from "../features/notices/index.ts";
import { scoresInBulletin } from "../features/scores/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { addDays, day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { bulletinsInMemory } from "./bulletin-store.ts";
import { conversation, testClock } from "./conversation.ts";
import { aScorecard } from "./score-builders.ts";
import { type DaySums, scoresInMemory } from "./score-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

/** Contacts of one person and day, each of so many seconds. */
const contacts = (person: number, team: string, on: string, handled: number, seconds: number): DaySums => ({
  person: anId(person),
  name: `${person}`,
  site: "leeds",
  team,
  day: day(on),
  sums: {
    handled,
    complaints: 1,
    talkS: handled * (seconds - 30),
    wrapS: handled * 30,
    handleS2: handled * seconds * seconds * 1.02,
    csatAnswers: 10,
    csatTop: person === 2 ? 9 : 8,
  },
});

/** North is quick and gets quicker, South is slow; each of three people, five days a week from 16 February. */
function weeks(): DaySums[] {
  const mondays = ["2026-02-16", "2026-02-23", "2026-03-02", "2026-03-09"].map(day);
  return mondays.flatMap((monday, week) =>
    [0, 1, 2, 3, 4].flatMap((n) => {
      const on = addDays(monday, n);
      const north = [1, 2, 3].map((id) => contacts(id, "north", on, 38 + week, id === 2 ? 300 - week * 4 : 330));
      const south = [11, 12, 13].map((id) => contacts(id, "south", on, 30, id === 12 && week === 3 ? 360 : 420));
      return [...north, ...south];
    }),
  );
}

export type HouseOptions = {
  readonly draw?: Draw;
  readonly channels?: Readonly<Record<string, string>>;
  readonly sections?: readonly BulletinSection[];
  readonly days?: readonly DaySums[];
};

const onePixel: Draw = async () => new Uint8Array([1]);

/**
 * Leeds, on Friday 13 March 2026 at three in the afternoon, with two teams: Ana, Bo and Cy in North; Dee, Eli and Fay in
 * South; Sam supervises, Hal is HR, Ada the admin; Ned joins on Monday; Max supervises York.
 */
export function bulletinHouse(locale: Locale, but: HouseOptions = {}) {
  const clock = testClock("2026-03-13T15:00:00Z");
  const platform = testPlatform();
  const inTeam = (team: string) => ({ assignments: [anAssignment({ team })] });
  const none = { assignments: [] };
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `1${String(id).padStart(3, "0")}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const people = [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund"),
    one(3, "Cy Park"),
    one(4, "Sam Reid", { roles: ["supervisor"], ...none }),
    one(5, "Hal Orr", { roles: ["hr"], ...none }),
    one(6, "Ada Chen", { roles: ["admin"], ...none }),
    one(7, "Max York", { roles: ["supervisor"], site: "york", ...none }),
    one(8, "Ned New", { hiredOn: day("2026-03-16") }),
    one(9, "Lin Moe", { hiredOn: day("2026-03-11"), ...inTeam("south") }),
    one(11, "Dee Fox", inTeam("south")),
    one(12, "Eli Kay", inTeam("south")),
    one(13, "Fay Orr", inTeam("south")),
  ];
  const channels = but.channels ?? { floor: "leeds-floor", bulletin: "leeds-news" };
  const sites = [aSite({ locale, channels }), aSite({ id: "york", name: "York" })];
  const birthdays = [
    { person: anId(2), month: 3, day: 17 },
    { person: anId(11), month: 3, day: 17 },
    { person: anId(3), month: 3, day: 22 },
    { person: anId(1), month: 3, day: 23 },
  ];
  const made = testPeople({
    roster: { sites, teams: [aTeam(), aTeam({ id: "south", name: "South" })], people, birthdays },
    clock,
    platform,
  });
  const roster = made.store;
  const scores = scoresInMemory({
    days: but.days ?? weeks(),
    scorecards: [
      aScorecard([
        { metric: "volume", weight: 50, target: 40 },
        { metric: "handle-time", weight: 50, target: 300 },
      ]),
    ],
    dataAsOf: new Date("2026-03-15T23:00:00Z"),
  });
  const store = bulletinsInMemory();
  let ids = 500;
  const door = bulletins({
    store,
    roster,
    sections: but.sections ?? [
      ...scoresInBulletin({ store: scores, roster, draw: but.draw ?? onePixel }),
      ...celebrationsInBulletin({ roster, rules: async () => celebrationsConfig.parse({}) }),
    ],
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const declared = bulletinCommands({ bulletins: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    scores,
    store,
    bulletins: door,
    talk,
    on: (user: string) => talk.actor(anAccount(user)),
  };
}

/** A delivery as a kind of notice is asked to prepare it. */
export const aDelivery = (but: Partial<Claimed> = {}): Claimed & { readonly late: readonly [] } => ({
  id: anId(900),
  kind: "weekly-bulletin",
  site: "leeds",
  period: "2026-03-16",
  to: { is: "channel", site: "leeds", name: "leeds-news" },
  platform: "slack",
  occursAt: new Date("2026-03-16T10:00:00Z"),
  dueAt: new Date("2026-03-16T10:00:00Z"),
  body: {},
  state: "sending",
  attempts: 1,
  isProvisional: false,
  claim: anId(901),
  until: new Date("2026-03-16T10:02:00Z"),
  isRevision: false,
  late: [],
  ...but,
});
