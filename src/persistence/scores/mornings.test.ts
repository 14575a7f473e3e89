import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digests } from "../../features/digests/index.ts";
import { bytesSource, imports } from "../../features/imports/index.ts";
import { dailyScore, scores, scoresInDigest } from "../../features/scores/index.ts";
import { anId } from "../../testing/builders.ts";
import { mailbox } from "../../testing/mailbox.ts";
import { aNotice, type NoticeHouse, noticeHouse } from "../../testing/notice-house.ts";
import { only } from "../../testing/score-builders.ts";
import { audit } from "../audit.ts";
import { importStore } from "../imports/store.ts";
import { scoreStore } from "./store.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
  await house.counts(only("handle-time", 300));
});
afterAll(() => house?.close());

/** The two kinds of a morning on the real ledger, and a way to bring contacts in. */
function morning() {
  const { database, roster, time } = house;
  const store = scoreStore(database);
  const trail = audit(database);
  const made = scores({ store, roster, audit: trail });
  const sections = [scoresInDigest({ store, roster, draw: async () => new Uint8Array() })];
  const kinds = [dailyScore({ store, roster }), ...digests({ roster, data: store, sections, audit: trail }).kinds];
  const mail = mailbox();
  const worker = house.worker(mail, kinds);
  const clock = () => time.now;
  const changed = async (site: string) => void (await made.recompute(clock(), site));
  const bringing = imports({ store: importStore(database), clock, newId: randomUUID, changed });
  /** Contacts of Ana's and Ben's Friday that took so many seconds each. */
  async function bring(file: string, seconds: readonly number[]): Promise<string> {
    const rows = seconds.flatMap((talk, index) =>
      [1, 2].map((agent) => `${agent}-${index},${agent},2026-03-06T${10 + (index % 7)}:00:00Z,${talk},answered`),
    );
    const content = Buffer.from(`sourceId,agent,startedAt,talk,outcome\n${rows.join("\n")}\n`);
    const outcome = await bringing.bring({ site: "leeds", dataset: "interactions", file: bytesSource(file, content) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.value.batch ?? "";
  }
  return { mail, worker, bring, bringing };
}

const of = (count: number, seconds: number) => Array.from({ length: count }, () => seconds);

test("a morning waits, says that it is incomplete, puts itself right, and is corrected when a file is taken back", async () => {
  const { mail, worker, bring, bringing } = morning();
  const told = (person: number) => mail.letters.find(({ place }) => place === anId(person))?.text;
  const revisions = () => mail.letters.map((letter) => letter.revisions);
  const sweepAt = async (time: string) => {
    house.time.now = new Date(`2026-03-09T${time}:00Z`);
    await worker.sweep();
  };
  house.time.now = new Date("2026-03-06T13:00:00Z");
  await bring("noon.csv", of(20, 400));

  house.time.now = new Date("2026-03-09T09:15:00Z");
  await worker.announce(aNotice({ kind: "daily-score" }));
  await worker.announce(aNotice({ kind: "lead-digest", at: house.time.now }));
  await sweepAt("09:20");
  expect(mail.letters).toEqual([]);
  expect(await house.states()).toEqual([
    "daily-score person:1 mail waiting data",
    "daily-score person:2 mail waiting data",
    "lead-digest person:3 mail waiting data",
  ]);

  await sweepAt("10:00");
  for (const person of [1, 2, 3]) expect(told(person)).toMatch(/Fri, 6 Mar 2026\nIncomplete: /);

  house.time.now = new Date("2026-03-09T10:30:00Z");
  const batch = await bring("all.csv", [...of(20, 400), ...of(20, 300)]);
  await sweepAt("10:31");
  for (const person of [1, 2]) {
    expect(told(person)).toContain("2026\nThe data is complete now: 75.0 → 85.7.\n85.7 points");
  }
  expect(told(3)).toContain("2026\nThe data is complete now: North 75.0 → 85.7.\nNorth\n");
  await sweepAt("10:40");
  expect(revisions()).toEqual([1, 1, 1]);

  house.time.now = new Date("2026-03-09T11:00:00Z");
  await bringing.revert(batch);
  await sweepAt("11:01");
  expect(told(1)).toMatch(
    /complete now: 75\.0 → 85\.7\.\nCorrected: 85\.7 → 75\.0 \(all\.csv was taken back\)\.\nIncomplete: .*\n75\.0 points/,
  );
  expect(told(3)).toContain("Corrected: North 85.7 → 75.0.\nIncomplete: ");

  house.time.now = new Date("2026-03-09T12:00:00Z");
  await bring("again.csv", [...of(20, 400), ...of(20, 300)]);
  await sweepAt("12:01");
  expect(told(1)).toMatch(/Corrected: 85\.7 → 75\.0 .*\nThe data is complete now: 75\.0 → 85\.7\.\n85\.7 points/);
  expect(revisions()).toEqual([3, 3, 3]);
  const { rows } = await house.database.pool.query<{ row: string }>(
    "SELECT action || ' ' || subject AS row FROM audit WHERE actor IS NOT NULL",
  );
  expect(rows).toEqual([{ row: "read digest team:north" }]);
});
