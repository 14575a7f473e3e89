import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Now } from "../../features/help/clocks.ts";
import type { Entry, HelpRequest } from "../../features/help/domain.ts";
import { answered, claimed, handedOver, type Move, merged, type Who } from "../../features/help/moves.ts";
import { helpConfig } from "../../features/help/rules.ts";
import type { HelpStore } from "../../features/help/store.ts";
import { ticked } from "../../features/help/tick.ts";
import { done, type Outcome } from "../../kernel/outcome.ts";
import { anId, aSite } from "../../testing/builders.ts";
import { anAsking, asked, later, noticeOf } from "../../testing/contracts/help-store.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { seedHelp } from "../../testing/help-rows.ts";
import { connect, type Database } from "../client.ts";
import { helpStore } from "./store.ts";

let database: TestDatabase;
/** Two houses on one database, and somebody who looks on. */
let houses: readonly [Database, Database, Database];
let stores: readonly [HelpStore, HelpStore];
beforeAll(async () => {
  database = await testDatabase();
  houses = [connect(database.url), connect(database.url), connect(database.url)];
  stores = [helpStore(houses[0]), helpStore(houses[1])];
});
afterAll(async () => {
  await Promise.all(houses.map((one) => one.close()));
  await database.close();
});
beforeEach(() => seedHelp(houses[0]));

const rules = helpConfig.parse({});
const nowAt = (at: Date): Now => ({ at, rules, site: aSite() });
const helper = (n: number): Who => ({ person: anId(n), isHelper: true, isLead: false });
const lead = (n: number): Who => ({ person: anId(n), isHelper: true, isLead: true });

/** Keeps a move and tells of it, as the feature does. */
const make = (store: HelpStore, id: string, at: Date, move: (request: HelpRequest) => Move) =>
  store.change(id, at, (request) => {
    const next = move(request);
    if (!next.ok || next.value.entries.length === 0) return next;
    return done({ ...next.value, notices: [noticeOf(request)] });
  });

const announced = async (): Promise<readonly string[]> =>
  (await houses[2].pool.query<{ period: string }>("SELECT body->>'period' AS period FROM outbox")).rows.map(
    ({ period }) => period,
  );

const kindsOf = (entries: readonly Entry[]) => entries.map(({ position, kind }) => `${position} ${kind}`);

const waiting = `
  SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Waits until so many wait for a lock. */
async function queued(count: number): Promise<void> {
  const { pool } = houses[2];
  while ((await pool.query<{ count: number }>(waiting)).rows[0]?.count !== count)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Starts each while somebody holds all rows of a table, one behind the other, and lets them all go at the same instant. */
async function atOnce<A, B>(
  table: "help_request" | "person",
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<readonly [A, B]> {
  const holder = await houses[2].pool.connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT FROM ${table} FOR UPDATE`);
  const one = first();
  await queued(1);
  const two = second();
  await queued(2);
  await holder.query("COMMIT");
  holder.release();
  return Promise.all([one, two]);
}

test("of 50 who claim each of 40 requests at once, on two platforms, exactly one has it and the rest are told who", async () => {
  const requests = Array.from({ length: 40 }, (_, n) => anAsking(n));
  for (const one of requests) await asked(stores[0], one);
  const claimers = Array.from({ length: 50 }, (_, n) => helper(n + 11));
  const claims = claimers.flatMap((who, n) =>
    requests.map(async ({ id }) => {
      const [even, odd] = stores;
      const outcome = await make(n % 2 === 0 ? even : odd, id, later(1), (now) => claimed(now, who, nowAt(later(1))));
      return { id, who, outcome };
    }),
  );
  const all = await Promise.all(claims);
  for (const { id } of requests) {
    const own = all.filter((one) => one.id === id);
    const winners = own.filter(({ outcome }) => outcome.ok);
    expect(winners).toHaveLength(1);
    const claimer = winners[0]?.who.person;
    const refusals = own.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.refusal]));
    expect(refusals).toEqual(Array.from({ length: 49 }, () => ({ why: "claimed", claimer })));
    expect(await stores[1].request(id)).toMatchObject({ state: "claimed", claimer, version: 2 });
    expect(await stores[1].entries(id)).toEqual([
      { position: 1, kind: "claimed", person: claimer, at: later(1), text: "" },
    ]);
  }
  expect([...(await announced())].sort()).toEqual(requests.map(({ id }) => id).sort());
});

test("many who talk about one request at once are all heard, in an order without gaps", async () => {
  const { id } = await asked(stores[0], anAsking(1));
  const said = Array.from({ length: 60 }, (_, n) =>
    make(stores[n % 2 === 0 ? 0 : 1], id, later(1), (now) =>
      answered(now, helper(1 + (n % 50) + 1), { text: `${n}`, needsReply: false }, nowAt(later(1))),
    ),
  );
  expect((await Promise.all(said)).every(({ ok }) => ok)).toBe(true);
  const entries = await stores[0].entries(id);
  expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 61 }, (_, n) => n + 1));
  expect(entries.filter(({ kind }) => kind === "claimed")).toHaveLength(1);
  expect(new Set(entries.flatMap(({ kind, text }) => (kind === "answer" ? [text] : []))).size).toBe(60);
  expect(await stores[0].request(id)).toMatchObject({ version: 61 });
});

const merge = (text: string) => (open: HelpRequest) =>
  merged(open, { text, isLive: true, urgency: "normal" }, nowAt(later(1)));
const ask = (store: HelpStore, n: number) =>
  store.ask(anAsking(n, { openedAt: later(1) }), later(-1), merge(`${n}`), (made) => ({ notices: [noticeOf(made)] }));

test("of two who add to a request at the same instant both are heard, and no second request is made", async () => {
  await asked(stores[0], anAsking(1));
  const both = await atOnce(
    "help_request",
    () => ask(stores[0], 2),
    () => ask(stores[1], 3),
  );
  expect(both.map(({ isMerged, request }) => [isMerged, request.id, request.version])).toEqual([
    [true, anId(5001), 2],
    [true, anId(5001), 3],
  ]);
  expect((await stores[0].entries(anId(5001))).map(({ text }) => text)).toEqual(["2", "3"]);
  expect(await stores[0].find({ site: "leeds", from: 0, limit: 10 })).toMatchObject({ all: 1 });
});

test("who asks twice at the same instant has one request, to which the other was added", async () => {
  const both = await atOnce(
    "person",
    () => ask(stores[0], 2),
    () => ask(stores[1], 3),
  );
  expect(both.map(({ isMerged, request }) => [isMerged, request.id])).toEqual([
    [false, anId(5002)],
    [true, anId(5002)],
  ]);
  expect((await stores[0].entries(anId(5002))).map(({ text }) => text)).toEqual(["3"]);
  expect(await announced()).toEqual([anId(5002)]);
});

const due = later(1 + rules.claimMin);
const answer = (store: HelpStore) =>
  make(store, anId(5001), due, (now) => answered(now, helper(2), { text: "Yes.", needsReply: false }, nowAt(due)));
const tick = (store: HelpStore) =>
  make(store, anId(5001), due, (now) => done(ticked(now, nowAt(due), () => ({ people: [] }))));

test("an answer that comes in the instant before a request goes back keeps it", async () => {
  await asked(stores[0], anAsking(1, { state: "claimed", claimer: anId(2), claimedAt: later(1) }));
  await atOnce(
    "help_request",
    () => answer(stores[0]),
    () => tick(stores[1]),
  );
  expect(await stores[0].request(anId(5001))).toMatchObject({ state: "claimed", claimer: anId(2) });
  expect(kindsOf(await stores[0].entries(anId(5001)))).toEqual(["1 answer"]);
});

test("an answer that comes in the instant after a request went back takes it again", async () => {
  await asked(stores[0], anAsking(1, { state: "claimed", claimer: anId(2), claimedAt: later(1) }));
  await atOnce(
    "help_request",
    () => tick(stores[1]),
    () => answer(stores[0]),
  );
  expect(await stores[0].request(anId(5001))).toMatchObject({ state: "claimed", claimer: anId(2), hasAnswered: true });
  const kinds = ["1 went-back", "2 escalated", "3 escalated", "4 claimed", "5 answer"];
  expect(kindsOf(await stores[0].entries(anId(5001)))).toEqual(kinds);
});

const handOver = (who: Who) => (store: HelpStore) =>
  make(store, anId(5001), later(1), (now) => handedOver(now, who, helper(3), nowAt(later(1))));
const claim = (store: HelpStore) =>
  make(store, anId(5001), later(1), (now) => claimed(now, helper(4), nowAt(later(1))));
const byClaimer = (n: number) => ({ ok: false, refusal: { why: "claimed", claimer: anId(n) } });

type Done = Outcome<HelpRequest, unknown>;
test.each<[string, Who, "hand-over" | "claim", readonly (object | undefined)[], number]>([
  ["a claim comes after a hand-over", helper(2), "hand-over", [undefined, byClaimer(3)], 3],
  ["a hand-over comes after another's claim", helper(2), "claim", [undefined, byClaimer(4)], 4],
  ["a lead hands over what was just claimed", lead(2), "claim", [undefined, undefined], 3],
])("%s at the same instant: one person is at it", async (_, who, first, refused, holder) => {
  await asked(stores[0], anAsking(1));
  const moves: readonly [(store: HelpStore) => Promise<Done>, (store: HelpStore) => Promise<Done>] =
    first === "claim" ? [claim, handOver(who)] : [handOver(who), claim];
  const both = await atOnce(
    "help_request",
    () => moves[0](stores[0]),
    () => moves[1](stores[1]),
  );
  expect(both.map((one) => (one.ok ? undefined : one))).toEqual(refused);
  expect(await stores[0].request(anId(5001))).toMatchObject({ state: "claimed", claimer: anId(holder) });
  expect(await announced()).toHaveLength(both.filter(({ ok }) => ok).length);
});
