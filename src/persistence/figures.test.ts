import { afterAll, beforeAll, expect, test } from "vitest";
import { anId } from "../testing/builders.ts";
import { type NoticeHouse, noticeHouse } from "../testing/notice-house.ts";
import { figures } from "./figures.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());

const now = new Date("2026-07-09T12:00:00Z");
let made = 0;
function delivery(state: string, dueAt: string, { site = "leeds", kind = "daily-score", isDue = false } = {}) {
  made += 1;
  return house.database.pool.query(
    `INSERT INTO delivery (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, state, next_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, 'slack', $5, $5, $6, $7)`,
    [kind, site, String(made), `person:${anId(1)}`, dueAt, state, isDue ? dueAt : null],
  );
}

test("a house that told nobody anything has nothing late and nothing waiting", async () => {
  expect(await figures(house.database)(now)).toEqual({ deliveries: [], overdueSeconds: 0, outbox: 0, batches: [] });
});

test("deliveries of a week are counted by kind, state and platform, and the longest late one is timed", async () => {
  await delivery("sent", "2026-07-09T08:00:00Z");
  await delivery("sent", "2026-07-03T08:00:00Z");
  await delivery("sent", "2026-07-01T08:00:00Z");
  await delivery("dead", "2026-07-08T08:00:00Z");
  await delivery("sent", "2026-07-09T08:00:00Z", { site: "", kind: "heartbeat" });
  await delivery("retrying", "2026-07-09T11:30:00Z", { isDue: true });
  await delivery("planned", "2026-07-09T11:59:00Z", { isDue: true });
  await delivery("planned", "2026-07-09T13:00:00Z", { isDue: true });
  await delivery("waiting", "2026-07-09T08:00:00Z", { isDue: true });
  await house.database.pool.query(
    `INSERT INTO outbox ("is", body, at) VALUES ('notice', '{}', now()), ('change', '{}', now())`,
  );
  await house.database.pool.query(
    `INSERT INTO batch (id, site_id, dataset, file, at, rows, added, changed, rejected, reverted_at) VALUES
       (gen_random_uuid(), 'leeds', 'people', 'a.csv', now(), 1, 1, 0, 0, NULL),
       (gen_random_uuid(), 'leeds', 'people', 'b.csv', now(), 1, 1, 0, 0, now())`,
  );
  const { deliveries, overdueSeconds, outbox, batches } = await figures(house.database)(now);
  expect(deliveries.map(({ kind, state, platform, count }) => `${kind} ${state} ${platform} ${count}`).sort()).toEqual([
    "daily-score dead slack 1",
    "daily-score planned slack 2",
    "daily-score retrying slack 1",
    "daily-score sent slack 2",
    "daily-score waiting slack 1",
    "heartbeat sent slack 1",
  ]);
  expect(overdueSeconds).toBe(1800);
  expect(outbox).toBe(2);
  expect(batches).toHaveLength(2);
  expect(batches).toContainEqual({ dataset: "people", state: "reverted", count: 1 });
});
