import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReplyAsk } from "./chat/ask.ts";
import type { Asker } from "./chat/asker.ts";
import { floor } from "./floor.ts";
import { anAccount, anId } from "./testing/builders.ts";
import { type NoticeHouse, noticeHouse, silent } from "./testing/notice-house.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());
beforeEach(() => house.empty());

const at = new Date("2026-03-09T10:00:00Z");
const asker = (id: number, name: string): Asker => ({
  person: anId(id),
  name,
  roles: ["agent"],
  site: "leeds",
  siteLocale: "en",
  locale: "en",
  zone: "Europe/London",
});
const ana = asker(1, "Ana Diaz");
const place = { platform: "mail", workspace: "w", id: "C1", kind: "channel" } as const;

const onFloor = () =>
  floor({
    database: house.database,
    roster: house.roster,
    audit: { record: async () => {} },
    find: () => Promise.reject(new Error("nobody is named here")),
    onLeave: async () => [],
    ledger: house.book(),
    log: silent,
    poke: () => {},
  });

function said(text: string, under: string, isToBot = false): ReplyAsk {
  const asked = { key: text, by: anAccount("ANA"), place: { ...place, thread: under } };
  return { ...asked, is: "reply", under, text, ...(isToBot ? { otherwise: { ...asked, is: "words", text } } : {}) };
}

const posted = `
  INSERT INTO delivery (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, state, place, message, sent_at)
  SELECT gen_random_uuid(), $1, 'leeds', $2 || n, 'channel:leeds/#floor', 'mail', $3, $3, 'sent', $4,
    $5 || n, $3 FROM generate_series(1, $6) AS n`;
/** So many messages of a kind stand in the channel, each with the number of its own after these words. */
const stand = (kind: string, period: string, message: string, count: number) =>
  house.database.pool.query(posted, [kind, period, at, JSON.stringify(place), message, count]);

describe("words in a thread", () => {
  test("under the card of a request that is over are refused aloud only with a mention", async () => {
    const made = onFloor();
    const asked = await made.help.ask(
      ana,
      { text: "How do I write a refund letter?", isLive: false, isHigh: false },
      at,
    );
    if (!asked.ok) throw new Error("nothing was asked");
    const { id } = asked.value.request;
    await made.help.cancel(ana, id, at);
    await stand("help-request", `${id}:`, "m", 1);
    const bo = asker(2, "Bo Lund");
    expect(await made.replied(said("thanks!", "m1"), bo, at)).toEqual({ is: "nothing" });
    expect(await made.replied(said("thanks!", "m1", true), bo, at)).toMatchObject({ is: "view" });
    expect(await made.replied(said("thanks!", "m2", true), ana, at)).toBeUndefined();
  });

  test("under anything else are looked up by an index, however long the history", async () => {
    const { pool } = house.database;
    await stand("bulletin", "b", "b", 3_000);
    await stand("help-request", "h", "h", 3_000);
    await pool.query("ANALYZE delivery");
    const queries = vi.spyOn(pool, "query");
    expect(await onFloor().replied(said("nice", "b7"), ana, at)).toBeUndefined();
    const [sql, values] = queries.mock.calls.find(([text]) => String(text).includes("message = ")) ?? [];
    queries.mockRestore();
    const { rows } = await pool.query<{ "QUERY PLAN": string }>(`EXPLAIN ${sql}`, values as unknown as unknown[]);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("delivery_thread_idx");
  });
});
