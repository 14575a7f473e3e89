import { afterAll, beforeAll, expect, test } from "vitest";
import { aProposal } from "../../testing/award-builders.ts";
import { awardHouse, awardPeople } from "../../testing/award-house.ts";
import { anId } from "../../testing/builders.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connect, type Database } from "../client.ts";
import { awardStore } from "./store.ts";

const seed = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays)
    VALUES ('leeds', 'Leeds', 'Europe/London', 'en', '{6,7}', '{}', '{}')`;

let database: TestDatabase;
let open: Database;

beforeAll(async () => {
  database = await testDatabase();
  open = connect(database.url);
  await open.pool.query(seed);
  for (const { id, employeeNo, name, site } of awardPeople("en").filter((one) => one.site === "leeds")) {
    const add = "INSERT INTO person (id, site_id, employee_no, name, roles) VALUES ($1, $2, $3, $4, '{}')";
    await open.pool.query(add, [id, site, employeeNo, name]);
  }
});
afterAll(async () => {
  await open.close();
  await database.close();
});

test("of all who decide at once one does: it is posted once, and the others see how it stands", async () => {
  const store = awardStore(open);
  await store.propose([aProposal()], () => ({}));
  const { awards, clock } = awardHouse("en", { store });
  const reason = "Too much to do for the others on that day.";
  const seen = { award: anId(800), seen: 1 };
  const who = (id: number) => ({ person: anId(id), site: "leeds", zone: "Europe/London" });
  const outcomes = await Promise.all([
    ...[11, 12, 14].map((id) => awards.confirm(who(id), seen, clock.now())),
    awards.decline(who(14), { ...seen, reason }, clock.now()),
    awards.change(who(11), { ...seen, person: { text: "Bo Lund" }, reason }, clock.now()),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = outcomes.flatMap((one) => (one.ok ? [] : [one.refusal.refusal.why]));
  expect(refused).toEqual(["decided", "decided", "decided", "decided"]);
  const award = await store.award(anId(800));
  expect(award).toMatchObject({ revision: 2 });
  const { rows } = await open.pool.query(`SELECT FROM outbox WHERE "is" = 'notice' AND body->>'kind' = 'award'`);
  expect(rows).toHaveLength(award?.times ?? -1);
});
