import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { noSums, type Sums, together } from "../../features/scores/sums.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { scoreStoreContract } from "../../testing/contracts/score-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import type { Corrected } from "../../testing/kept-scores.ts";
import {
  contactsOf,
  type DaySums,
  type DueDays,
  type Feed,
  placeOf,
  type QueueSums,
  restOf,
  type ScoreFixture,
  scoresInMemory,
} from "../../testing/score-store.ts";
import { connect, type Database } from "../client.ts";
import { dayToDatabase } from "../days.ts";
import type { Prisma } from "../generated/client.ts";
import { scoreStore } from "./store.ts";

scoreStoreContract("the memory", async (fixture) => {
  const store = scoresInMemory(fixture);
  return { store, touch: async (days) => store.touch(days), corrected: async () => store.corrected };
});

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await testDatabase();
  database = connect(test.url);
});
afterAll(async () => {
  await database?.close();
  await test?.close();
});

/** Two rows for one place: whoever sums must not tell. */
function tallyRows(one: DaySums): Prisma.TallyCreateManyInput[] {
  const contacts = contactsOf(one);
  if (Object.keys(contacts).length === 0) return [];
  const of = (names: readonly (keyof Sums)[]) => Object.fromEntries(names.map((name) => [name, contacts[name] ?? 0]));
  const [first, second] = [
    ["handled", "waitS", "holdS", "wrapS", "handleS2", "csatTop", "known"],
    ["complaints", "talkS", "csatAnswers", "repeated"],
  ] as const;
  const none = Object.fromEntries([...first, ...second].map((name) => [name, 0]));
  const { day, ...place } = placeOf(one);
  return [first, second].map(
    (names) =>
      ({
        ...none,
        siteId: one.site,
        personId: one.person,
        day: dayToDatabase(day),
        ...place,
        abandoned: 0,
        answeredInTime: 0,
        abandonedInTime: 0,
        ...of(names),
      }) as Prisma.TallyCreateManyInput,
  );
}

/** One row for each person and day. */
function personDays(days: readonly DaySums[]): Prisma.PersonDayCreateManyInput[] {
  const byDay = new Map<string, { readonly first: DaySums; readonly sums: Sums }>();
  for (const one of days) {
    const rest = restOf(one);
    if (Object.keys(rest).length === 0) continue;
    const key = `${one.person} ${one.day}`;
    const known = byDay.get(key);
    byDay.set(key, { first: known?.first ?? one, sums: together(known?.sums ?? noSums, { ...noSums, ...rest }) });
  }
  return [...byDay.values()].map(({ first, sums }) => ({
    personId: first.person,
    siteId: first.site,
    day: dayToDatabase(first.day),
    ...restOf({ ...first, sums }),
  })) as Prisma.PersonDayCreateManyInput[];
}

const queueHour = ({ site, day, hour = 9, ...rest }: QueueSums) => ({
  ...rest,
  siteId: site,
  day: dayToDatabase(day),
  hour,
  project: "main",
});

async function touch({ site, person, from, to, cause }: DueDays) {
  await database.prisma.scoreDue.create({
    data: {
      siteId: site,
      ...(person === undefined ? {} : { personId: person }),
      fromDay: dayToDatabase(from),
      toDay: dayToDatabase(to),
      cause,
      at: new Date("2026-03-10T08:00:00Z"),
    },
  });
}

async function bring(feeds: readonly Feed[]) {
  await database.prisma.batch.createMany({
    data: feeds.map(({ site, dataset = "interactions", to, at, dataAsOf, revertedAt }) => ({
      id: randomUUID(),
      siteId: site,
      dataset,
      file: "calls.csv",
      at,
      rows: 1,
      added: 1,
      changed: 0,
      rejected: 0,
      fromDay: dayToDatabase(to),
      toDay: dayToDatabase(to),
      dataAsOf: dataAsOf ?? null,
      revertedAt: revertedAt ?? null,
    })),
  });
}

/** One feed that tells the time, beside one that was taken back and another site's. */
function feedsUntil(dataAsOf: Date): Feed[] {
  const later = new Date("2027-01-01T00:00:00Z");
  const of = (site: string, at: Date) => ({ site, at, dataAsOf: at, to: dayAt(at, "Europe/London") });
  return [of("harbour", dataAsOf), { ...of("harbour", later), revertedAt: later }, of("quay", later)];
}

/** The corrections that wait in the outbox, in the order in which they came into it. */
async function corrected(): Promise<readonly Corrected[]> {
  const { rows } = await database.pool.query<{ body: Corrected }>(
    `SELECT body FROM outbox WHERE "is" = 'change' ORDER BY id`,
  );
  return rows.map(({ body }) => body);
}

async function fill({ days, scorecards, dataAsOf, feeds = [], queues = [], due = [], people = [] }: ScoreFixture) {
  const { prisma, pool } = database;
  await pool.query(
    "TRUNCATE site, person, tally, person_day, queue_hour, score, score_due, scorecard, batch, outbox CASCADE",
  );
  await prisma.site.createMany({
    data: ["harbour", "quay"].map((id) => ({ id, name: id, zone: "Europe/London", locale: "en", weekend: [6, 7] })),
  });
  const everybody = new Map([...people, ...days].map(({ person, site }) => [person, site]));
  await prisma.person.createMany({
    data: [...everybody].map(([id, siteId]) => ({ id, name: id, employeeNo: id, siteId, roles: ["agent"] })),
  });
  await prisma.tally.createMany({ data: days.flatMap(tallyRows) });
  await prisma.personDay.createMany({ data: personDays(days) });
  await prisma.queueHour.createMany({ data: queues.map(queueHour) });
  await prisma.scorecard.createMany({
    data: scorecards.map(({ for: audience, from, to, countsFrom, ...card }) => ({
      ...card,
      audience,
      fromDay: dayToDatabase(from),
      toDay: to === undefined ? null : dayToDatabase(to as LocalDate),
      countsFrom: dayToDatabase(countsFrom),
    })),
  });
  for (const one of due) await touch(one);
  await bring([...feeds, ...(dataAsOf ? feedsUntil(dataAsOf) : [])]);
}

scoreStoreContract("PostgreSQL", async (fixture) => {
  await fill(fixture);
  return { store: scoreStore(database), touch, corrected };
});
