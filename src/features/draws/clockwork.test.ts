import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId, aPerson, aSite } from "../../testing/builders.ts";
import { aDraw, anEntry, aSecret } from "../../testing/draw-builders.ts";
import { drawsInMemory } from "../../testing/draw-store.ts";
import { publishedAt } from "./beacon.ts";
import rounds from "./beacon-rounds.json" with { type: "json" };
import { type ClockworkDeps, clockwork } from "./clockwork.ts";
import type { Draw, Entrant } from "./domain.ts";
import { commitmentTo } from "./randomness.ts";
import { drawsConfig } from "./rules.ts";
import type { DrawStore } from "./store.ts";

const hour = 3_600_000;
const people = [1, 2, 3, 4, 5].map((id) => aPerson({ id: anId(id), name: `P${id}` }));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const noBeacon: ClockworkDeps["beacon"] = () => Promise.reject(new Error("nobody to ask"));

type Setting = {
  readonly draw?: Partial<Draw>;
  readonly entrants?: readonly Entrant[];
  readonly beacon?: ClockworkDeps["beacon"];
  readonly config?: object;
  /** Whether what was posted stands where it belongs. */
  readonly isSent?: () => boolean;
  /** Wraps what writes, to fail at a moment of its choice. */
  readonly wrap?: (store: DrawStore) => DrawStore;
};

async function aHouse({
  draw = {},
  entrants,
  beacon = noBeacon,
  config = {},
  isSent = () => true,
  wrap = (store) => store,
}: Setting = {}) {
  const store = drawsInMemory();
  const { outbox } = store;
  const left = new Set<string>();
  const errors: string[] = [];
  let ids = 500;
  const made = clockwork({
    store: wrap(store),
    roster: {
      site: async () => aSite({ channels: { general: "floor" } }),
      everybody: async () => people.map((one) => (left.has(one.id) ? { ...one, leftOn: day("2026-03-10") } : one)),
    },
    eligible: {
      of: async () => entrants ?? people.map(({ id }) => ({ person: id, tickets: 1 })),
      chanceOf: async () => ({ tickets: 1 }),
      forOneAnswer: () => ({ chanceOf: async () => ({ tickets: 1 }) }),
    },
    rules: async () => drawsConfig.parse(config),
    beacon,
    isSent: async () => isSent(),
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    random: (bytes) => Buffer.alloc(bytes, 7),
    log: { ...silent, error: (_, message) => void errors.push(message) },
  });
  const added = await store.add(aDraw(draw), { secret: aSecret, told: () => ({}) });
  await store.enter(added.id, anId(1), () => ({ ok: true, value: anEntry() }));
  const now = async () => (await store.draw(added.id)) as Draw;
  return { ...made, store, outbox, left, errors, id: added.id, now };
}

const closes = aDraw().closesAt.getTime();
const times = (from: number, hours: number, every = 1) =>
  Array.from({ length: hours / every + 1 }, (_, turn) => new Date(from + turn * every * hour));

/** What was told, each kind of post with its stage. */
const told = (outbox: readonly { kind: string; period: string }[]) =>
  outbox.map(({ kind, period }) => `${kind} ${period.split(":").slice(1).join(":")}`);

const wholeLife = ["draw closed:1", "draw-line 1", "draw result:0", "draw-prize 1", "draw-prize 1:reminder"];

test("by time alone a draw is closed, published, committed and drawn, each in its turn", async () => {
  const house = await aHouse();
  const states: string[] = [];
  for (const at of times(closes - hour, 27)) {
    await house.sweep(at);
    const { state } = await house.now();
    if (states.at(-1) !== state) states.push(state);
  }
  expect(states).toEqual(["open", "challenge", "drawn"]);
  expect(told(house.outbox)).toEqual(wholeLife);
  expect((await house.store.prizesOf(house.id)).map(({ state }) => state)).toEqual([
    "offered",
    "alternate",
    "alternate",
    "alternate",
  ]);
});

test("an offer that nobody takes goes on to each alternate and ends as nobody's", async () => {
  const house = await aHouse();
  for (const at of times(closes, 24 * 60, 12)) await house.sweep(at);
  expect((await house.now()).state).toBe("forfeited");
  expect((await house.store.prizesOf(house.id)).map(({ state }) => state)).toEqual(Array(4).fill("forfeited"));
  expect(told(house.outbox).filter((one) => one.startsWith("draw-prize"))).toHaveLength(8);
});

test("whoever has left by the result is offered nothing, and the next alternate is", async () => {
  const first = await aHouse();
  for (const at of times(closes, 24, 24)) await first.sweep(at);
  const [winner, second] = await first.store.prizesOf(first.id);
  const house = await aHouse();
  await house.sweep(new Date(closes));
  house.left.add(winner?.person ?? "");
  await house.sweep(new Date(closes + 24 * hour));
  const prizes = await house.store.prizesOf(house.id);
  expect(prizes.map(({ state }) => state)).toEqual(["forfeited", "offered", "alternate", "alternate"]);
  expect(prizes.slice(0, 2).map(({ person }) => person)).toEqual([winner?.person, second?.person]);
});

describe("a crash at any write, before it or after it, and at any number of workers", () => {
  /** Fails once, at the write of this turn. */
  const failing = (turn: number, when: "before" | "after") => (store: DrawStore) => {
    let writes = 0;
    const change: DrawStore["change"] = async (draw, beside) => {
      writes += 1;
      if (writes !== turn) return store.change(draw, beside);
      if (when === "after") await store.change(draw, beside);
      throw new Error("the power went out");
    };
    return { ...store, change };
  };

  const quiet = async () => {
    const house = await aHouse();
    for (const at of times(closes, 24)) await house.sweep(at);
    return house.store.prizesOf(house.id);
  };

  test.each([1, 2, 3, 4, 5].flatMap((turn) => [[turn, "before"] as const, [turn, "after"] as const]))(
    "the write of turn %i, %s it: one draw, one result, each told once",
    async (turn, when) => {
      const house = await aHouse({ wrap: failing(turn, when) });
      for (const at of times(closes, 26)) await Promise.all([house.sweep(at), house.sweep(at)]);
      expect(house.errors.length).toBeGreaterThan(0);
      expect((await house.now()).state).toBe("drawn");
      expect(told(house.outbox)).toEqual(wholeLife);
      expect((await house.store.prizesOf(house.id)).map(({ person }) => person)).toHaveLength(4);
    },
  );

  test("after any of them, the result is the one that would have been", async () => {
    const expected = (await quiet()).map(({ person }) => person);
    for (const turn of [1, 3, 4]) {
      const house = await aHouse({ wrap: failing(turn, "after") });
      for (const at of times(closes, 28)) await house.sweep(at);
      expect((await house.store.prizesOf(house.id)).map(({ person }) => person)).toEqual(expected);
    }
  });
});

describe("a draw by drand", () => {
  const recorded = rounds.rounds.find(({ round }) => round === 31_089_008);
  if (recorded === undefined) throw new Error("no such round was recorded");
  const outAt = publishedAt(recorded.round);
  // Closed so that this very round is the first one ten minutes after the challenge.
  const closesAt = new Date(outAt.getTime() - 24 * hour - 600_000 - 1_000);
  const drand: Partial<Draw> = { source: { is: "drand" }, openedAt: closesAt, closesAt, nextAt: closesAt };
  const later = (seconds: number) => new Date(outAt.getTime() + seconds * 1_000);

  test("waits for its round, which is verified", async () => {
    const asked: number[] = [];
    const house = await aHouse({
      draw: drand,
      beacon: async (round) => {
        asked.push(round);
        return asked.length === 1 ? undefined : { round, signature: recorded.signature };
      },
    });
    await house.sweep(closesAt);
    expect((await house.now()).closed?.source).toMatchObject({ is: "drand", round: recorded.round });
    await house.sweep(later(-600));
    expect((await house.now()).state).toBe("committed");
    await house.sweep(later(-1));
    expect(asked).toEqual([]);
    await house.sweep(later(0));
    expect([(await house.now()).state, asked]).toEqual(["committed", [recorded.round]]);
    await house.sweep(later(10));
    expect((await house.now()).revealed).toEqual({ is: "drand", round: recorded.round, signature: recorded.signature });
  });

  test("never draws by a forged round, nor by anything else where drand cannot be reached", async () => {
    const forged = `${recorded.signature.slice(0, -2)}00`;
    for (const beacon of [async (round: number) => ({ round, signature: forged }), noBeacon]) {
      const house = await aHouse({ draw: drand, beacon });
      for (const at of [closesAt, later(-600), later(0), later(3_600), later(86_400)]) await house.sweep(at);
      expect((await house.now()).state).toBe("committed");
      expect(house.errors.length).toBeGreaterThan(1);
      expect(await house.store.prizesOf(house.id)).toEqual([]);
    }
  });
});

test("a draw by a public number waits until somebody types it", async () => {
  const house = await aHouse({ draw: { source: { is: "public", what: "the lottery of Friday", digits: 6 } } });
  for (const at of times(closes, 72, 12)) await house.sweep(at);
  const draw = await house.now();
  expect(draw.state).toBe("committed");
  expect(draw.nextAt).toBeUndefined();
});

describe("the calendar opens draws", () => {
  const config = {
    performers: { prize: { en: "Cinema", "zh-CN": "电影票" }, winners: 4, eligibility: { noWinWithinDays: 90 } },
  };
  const due = new Date("2026-03-03T11:00:00Z");
  const of = { site: "leeds", due, now: due, day: day("2026-03-03") };

  test("once a month, of everybody who reached what is usual, without an organiser", async () => {
    const house = await aHouse({ config });
    const [first, again] = [
      await house.openScheduled("performers-draw", of),
      await house.openScheduled("performers-draw", of),
    ];
    expect(again?.id).toBe(first?.id);
    expect(first).toMatchObject({
      state: "open",
      entry: "everybody",
      winners: 4,
      alternates: 4,
      closesAt: new Date("2026-03-05T11:00:00Z"),
      eligibility: { conditions: [{ by: "score", atLeast: 90, minimumN: 10 }], noWinWithinDays: 90 },
      source: { is: "commit-reveal", commitment: commitmentTo("07".repeat(32)) },
    });
    expect(first?.organiser).toBeUndefined();
    expect(told(house.outbox)).toEqual(["draw open:0"]);
  });

  test("with what its awards are called by then, or their ids where the site has them no more", async () => {
    const house = await aHouse({
      config: { performers: { ...config.performers, eligibility: { awards: ["monthly-best", "gone"] } } },
    });
    expect(await house.openScheduled("performers-draw", of)).toMatchObject({
      eligibility: { awards: ["monthly-best", "gone"] },
      awardNames: [
        { en: "Best of the month", "zh-CN": "月度之星" },
        { en: "gone", "zh-CN": "gone" },
      ],
    });
  });

  test("not where the site has none, or has turned it off", async () => {
    const none = await aHouse();
    expect(await none.openScheduled("performers-draw", of)).toBeUndefined();
    const off = await aHouse({ config: { performers: { ...config.performers, isOn: false } } });
    expect(await off.openScheduled("performers-draw", of)).toBeUndefined();
    expect(await off.openScheduled("attendance-draw", of)).toBeUndefined();
  });
});
