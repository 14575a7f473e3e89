import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { scoreStoreContract } from "../testing/contracts/score-store.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { type ScoreFixture, scoresInMemory } from "../testing/score-store.ts";
import { connect, type Database } from "./client.ts";
import { dayToDatabase } from "./days.ts";
import { scoreStore } from "./scores.ts";

scoreStoreContract("the memory", async (fixture) => scoresInMemory(fixture));

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

async function fill({ days, scorecards, dataAsOf }: ScoreFixture) {
  const { prisma, pool } = database;
  await pool.query("TRUNCATE site, team, person, assignment, tally, score, scorecard, batch CASCADE");
  await prisma.site.create({
    data: { id: "harbour", name: "Harbour", zone: "Europe/London", locale: "en", weekend: [6, 7] },
  });
  await prisma.team.createMany({ data: ["blue", "green"].map((id) => ({ id, name: id, siteId: "harbour" })) });
  const people = new Map(days.map((one) => [one.person, one.name]));
  await prisma.person.createMany({
    data: [...people].map(([id, name]) => ({ id, name, employeeNo: id, siteId: "harbour", roles: ["agent"] })),
  });
  await prisma.assignment.createMany({
    data: days.map(({ person, team, day }) => {
      const on = dayToDatabase(day);
      return { id: randomUUID(), personId: person, teamId: team, seat: "member", fromDay: on, toDay: on };
    }),
  });
  await prisma.tally.createMany({
    // Two hours of a day are two rows; their sums must not tell.
    data: days.flatMap(
      ({ person, day, sums: { handled = 0, complaints = 0, talkS = 0, holdS = 0, wrapS = 0, handleS2 = 0 } }) =>
        [0, 1].map((half) => ({
          siteId: "harbour",
          personId: person,
          day: dayToDatabase(day),
          hour: 9 + half,
          queue: "sales",
          project: "main",
          handled: half ? 0 : handled,
          complaints: half ? complaints : 0,
          talkS: half ? talkS : 0,
          holdS: half ? 0 : holdS,
          wrapS: half ? wrapS : 0,
          handleS2: half ? 0 : handleS2,
          abandoned: 0,
          answeredInTime: 0,
          abandonedInTime: 0,
          waitS: 0,
          csatAnswers: 0,
          csatTop: 0,
        })),
    ),
  });
  await prisma.scorecard.createMany({
    data: scorecards.map(({ id, version, name, for: audience, components, state, from }) => ({
      id,
      version,
      name,
      audience,
      components,
      state,
      fromDay: dayToDatabase(from),
    })),
  });
  if (dataAsOf) {
    const counts = { rows: 1, added: 1, changed: 0, rejected: 0 };
    const one = {
      id: randomUUID(),
      siteId: "harbour",
      dataset: "interactions",
      file: "calls.csv",
      at: dataAsOf,
      ...counts,
    };
    await prisma.batch.create({ data: { ...one, dataAsOf } });
    await prisma.batch.create({
      data: { ...one, id: randomUUID(), dataAsOf: new Date("2027-01-01"), revertedAt: dataAsOf },
    });
  }
}

scoreStoreContract("PostgreSQL", async (fixture) => {
  await fill(fixture);
  return scoreStore(database);
});
