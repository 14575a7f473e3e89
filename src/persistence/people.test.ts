import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anAccount, aPerson, aSite, aTeam } from "../testing/builders.ts";
import { peopleStoreContract } from "../testing/contracts/people-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import type { Roster } from "../testing/people-store.ts";
import { connect, type Database } from "./client.ts";
import { dayToDatabase } from "./days.ts";
import { peopleStore } from "./people.ts";

let database: TestDatabase;
let open: Database;

beforeAll(async () => {
  database = await testDatabase();
  open = connect(database.url);
});
afterAll(async () => {
  await open.close();
  await database.close();
});
beforeEach(async () => {
  await open.pool.query("TRUNCATE site, team, person, link_attempt, unlinked CASCADE");
});

async function filled({ sites, teams, people, aliases = [], birthdays = [] }: Roster) {
  const { prisma } = open;
  const seeded = new Date("2026-01-01T00:00:00Z");
  await prisma.site.createMany({
    data: sites.map(({ calendar, answerWithinS, repeatWithinDays, ...site }) => ({
      ...site,
      answerWithin: answerWithinS,
      repeatWithin: repeatWithinDays,
      weekend: [...calendar.weekend],
      holidays: calendar.holidays.map(dayToDatabase),
      workdays: calendar.workdays.map(dayToDatabase),
    })),
  });
  await prisma.team.createMany({ data: teams.map(({ site, ...team }) => ({ ...team, siteId: site })) });
  for (const { site, hiredOn, leftOn, graduatedOn, roles, assignments, accounts, ...person } of people) {
    await prisma.person.create({
      data: {
        ...person,
        siteId: site,
        roles: [...roles],
        hiredOn: hiredOn ? dayToDatabase(hiredOn) : null,
        leftOn: leftOn ? dayToDatabase(leftOn) : null,
        graduatedOn: graduatedOn ? dayToDatabase(graduatedOn) : null,
        accounts: {
          create: accounts.map(({ user, ...rest }) => ({ ...rest, userId: user, how: "seed", linkedAt: seeded })),
        },
        assignments: {
          create: assignments.map(({ team, seat, from, to }) => ({
            id: crypto.randomUUID(),
            teamId: team,
            seat,
            fromDay: dayToDatabase(from),
            toDay: to ? dayToDatabase(to) : null,
          })),
        },
      },
    });
  }
  for (const { person, month, day, leapDay = null } of birthdays) {
    await prisma.person.update({ where: { id: person }, data: { birthdayMonth: month, birthdayDay: day, leapDay } });
  }
  for (const { alias, person } of aliases) {
    const siteId = people.find(({ id }) => id === person)?.site ?? "";
    await prisma.alias.create({ data: { alias, personId: person, siteId } });
  }
  return peopleStore({ prisma });
}

peopleStoreContract("in PostgreSQL", filled);

test("the person behind an account takes one round trip", async () => {
  const store = await filled({
    sites: [aSite()],
    teams: [aTeam()],
    people: [aPerson({ accounts: [anAccount("U1"), anAccount("9", "discord")] })],
  });
  await store.personOf(anAccount("U1"));
  const query = vi.spyOn(open.pool, "query");
  const connects = vi.spyOn(open.pool, "connect");
  await store.personOf(anAccount("U1"));
  expect([query.mock.calls.length, connects.mock.calls.length]).toEqual([1, 1]);
  vi.restoreAllMocks();
});
