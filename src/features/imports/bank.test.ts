import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configurationStore } from "../../persistence/configuration.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { configuration } from "../configuration/index.ts";
import { fileSource } from "./index.ts";

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const calls = path("../../../../shared/data/anonymous-bank-1999-02-first-half.tsv");
const isHere = existsSync(calls);
if (!isHere) process.stderr.write(`the bank's calls are not at ${calls}: their test is skipped\n`);

let house: ImportHouse;
beforeAll(async () => {
  house = await importHouse();
  const applied = await configuration({ store: configurationStore(house.database), clock: () => new Date() }).apply(
    readFileSync(path("../../../docs/bank/fairline.yaml"), "utf8"),
  );
  expect(applied).toMatchObject({ ok: true });
});
afterAll(() => house.close());

/** Counts made straight from the file's text, by agent (blank for nobody) and day, apart from everything above. */
function countedByHand() {
  const counts: Record<string, Record<string, number>> = {};
  const [head = "", ...lines] = readFileSync(calls, "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  for (const text of lines) {
    const cells = text.trimEnd().split("\t");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const outcome = cell("outcome");
    if (outcome === "PHANTOM") continue;
    const agent = outcome === "AGENT" && cell("server") !== "NO_SERVER" ? cell("server") : "";
    const [, yy, mm, dd] = /^(..)(..)(..)$/.exec(cell("date")) ?? [];
    const key = `${agent} 19${yy}-${mm}-${dd}`;
    const wait = Number(cell("q_time"));
    const talk = outcome === "AGENT" ? Number(cell("ser_time")) : 0;
    const add = {
      handled: outcome === "AGENT" ? 1 : 0,
      abandoned: outcome === "HANG" ? 1 : 0,
      answeredInTime: outcome === "AGENT" && wait <= 20 ? 1 : 0,
      abandonedInTime: outcome === "HANG" && wait <= 20 ? 1 : 0,
      waitS: wait,
      talkS: talk,
      handleS2: talk * talk,
      [`hour ${Number(cell("vru_entry").split(":")[0])}`]: 1,
      [`queue ${cell("type")}`]: 1,
    };
    const sums = counts[key] ?? {};
    for (const [name, value] of Object.entries(add)) sums[name] = (sums[name] ?? 0) + value;
    counts[key] = sums;
  }
  return counts;
}

/** The same from the tallies. */
async function tallied() {
  const counts: Record<string, Record<string, number>> = {};
  const { rows } = await house.database.pool.query(`
    SELECT coalesce(p.name, '') || ' ' || day AS key, hour, queue, handled, abandoned, answered_in_time AS "answeredInTime",
      abandoned_in_time AS "abandonedInTime", wait_s::int AS "waitS", talk_s::int AS "talkS", handle_s2 AS "handleS2"
    FROM tally LEFT JOIN person p ON p.id = person_id WHERE tally.site_id = 'bank'`);
  for (const { key, hour, queue, ...own } of rows) {
    const contacts = own.handled + own.abandoned;
    const sums = counts[key] ?? {};
    for (const [name, value] of Object.entries({ ...own, [`hour ${hour}`]: contacts, [`queue ${queue}`]: contacts })) {
      sums[name] = (sums[name] ?? 0) + Number(value);
    }
    counts[key] = sums;
  }
  return counts;
}

test.skipIf(!isHere)("the bank's calls are tallied as they are counted from the file by hand", async () => {
  const file = await fileSource(calls);
  if (!file.ok) throw new Error("the calls cannot be opened");
  const request = { site: "bank", dataset: "interactions", preset: "anonymous-bank", file: file.value } as const;
  const outcome = await house.imports.bring(request);
  expect(outcome).toMatchObject({ ok: true, value: { rows: 17_456, skipped: 143, added: 17_313, rejected: 0 } });
  expect(outcome.ok && outcome.value.newAgents).toHaveLength(24);
  const counted = countedByHand();
  expect(Object.keys(counted).length).toBeGreaterThan(200);
  expect(await tallied()).toEqual(counted);
  expect(await house.rows("SELECT count(*) FROM assignment WHERE team_id = 'bank-agents'")).toEqual(["(24)"]);

  expect(await house.imports.bring(request)).toMatchObject({
    ok: true,
    value: { added: 0, changed: 0, unchanged: 17_313 },
  });
  const batches = await house.imports.latest(2);
  for (const { id } of batches) expect(await house.imports.revert(id)).toMatchObject({ ok: true });
  expect(await house.rows("SELECT count(*) FROM tally")).toEqual(["(0)"]);
  expect(await house.rows("SELECT count(*) FROM person WHERE site_id = 'bank'")).toEqual(["(0)"]);
});
