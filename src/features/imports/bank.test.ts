import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withPage } from "../../local-page.ts";
import { audit } from "../../persistence/audit.ts";
import { configurationStore } from "../../persistence/configuration.ts";
import { peopleStore } from "../../persistence/people.ts";
import { scoreStore } from "../../persistence/scores/store.ts";
import { conversation, testClock } from "../../testing/conversation.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { configuration } from "../configuration/index.ts";
import { people } from "../people/index.ts";
import { scoreCommands, scores } from "../scores/index.ts";
import { fileSource } from "./index.ts";

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const calls = path("../../../../shared/data/anonymous-bank-1999-02-first-half.tsv");
const isHere = existsSync(calls);
if (!isHere) process.stderr.write(`the bank's calls are not at ${calls}: their test is skipped\n`);

const silent = { info: () => {}, warn: () => {}, error: () => {} };

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

/** What an agent reads of a day, by `/myscore` typed on the local page. */
function myscore() {
  const clock = testClock("2026-06-01T12:00:00Z");
  const { database } = house;
  const roster = withPage(peopleStore(database));
  const trail = audit(database);
  const door = people({
    store: roster,
    audit: trail,
    random: randomBytes,
    tell: async () => {},
    log: silent,
    clock: clock.now,
  });
  const made = scores({ store: scoreStore(database), roster, audit: trail });
  const talk = conversation({
    ...scoreCommands({ scores: made, draw: async () => new Uint8Array() }),
    people: door,
    clock,
  });
  return async (person: string, on: string) => {
    const agent = talk.actor({ platform: "local", workspace: "local", user: person });
    await agent.says(`/myscore ${on}`);
    return agent.sees();
  };
}

const minutes = (seconds: number) =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/** The lines that `/myscore` should show, worked out here from the hand count and the rules in docs/bank. */
function expectedLines({ handled = 0, talkS = 0 }: Record<string, number>): RegExp[] {
  if (handled === 0) return [/handled no contacts/];
  const volume = Math.min(100, (handled / 60) * 100);
  const mean = talkS / handled;
  const time = Math.min(100, (200 / mean) * 100);
  const points = talkS === 0 ? volume : (60 * volume + 40 * time) / 100;
  return [
    new RegExp(`^${points.toFixed(1)} points`, "m"),
    new RegExp(`^Volume +${handled} +60 +${volume.toFixed(1)} .*60% +${handled}$`, "m"),
    ...(talkS === 0
      ? []
      : [new RegExp(`^Handle time +${minutes(mean)} +3:20 +${time.toFixed(1)} .*40% +${handled}$`, "m")]),
  ];
}

async function checkScores(counted: ReturnType<typeof countedByHand>) {
  const { rows } = await house.database.pool.query<{ id: string; name: string }>(
    "SELECT id, name FROM person WHERE site_id = 'bank'",
  );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const ask = myscore();
  let asked = 0;
  for (const [key, sums] of Object.entries(counted)) {
    const [, name = "", on = ""] = /^(.+) (\S+)$/.exec(key) ?? [];
    if (name === "") continue;
    const shown = await ask(ids.get(name) ?? "", on);
    for (const line of expectedLines(sums)) expect(shown, `${name} on ${on}`).toMatch(line);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(150);
}

test.skipIf(!isHere)(
  "the bank's calls are tallied, and scored by /myscore, as they are counted from the file by hand",
  async () => {
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

    expect(await house.imports.bring(request)).toMatchObject({ ok: true, value: { added: 17_313 } });
    await checkScores(counted);
  },
);
