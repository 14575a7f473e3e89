import { afterAll, describe, expect, test, vi } from "vitest";
import { announcement } from "./queue/announcement.ts";
import { queue } from "./queue/index.ts";
import { anId } from "./testing/builders.ts";
import { type Fault, faultPoints } from "./testing/fault-points.ts";
import { type Mailbox, mailbox } from "./testing/mailbox.ts";
import { greeting, noticeHouse, silent } from "./testing/notice-house.ts";
import { type QueuePlace, queuePlaces } from "./testing/queue-places.ts";
import { testRedis } from "./testing/redis.ts";

const redis = await testRedis();
if (redis === undefined) process.stdout.write("skipped: exactly once on Redis, as there is none here\n");
afterAll(() => redis?.close());

const zone = "Europe/London";
const pace = { upkeep: "* * * * * *", leaseMs: 300, stallMs: 400, backoffMs: 50, graceMs: 50 };

/** A cron line for a time of day that was a few seconds ago. */
function justNow(): string {
  const [h, m, s] = new Date(Date.now() - 5_000).toLocaleTimeString("en-GB", { timeZone: zone }).split(":").map(Number);
  return `${s} ${m} ${h} * * *`;
}

/** One contact centre whose workers may die, with a clock that can be put on so that leases end. */
async function aWorld(place: QueuePlace) {
  const house = await noticeHouse();
  let aheadMs = 0;
  const clock = () => new Date(Date.now() + aheadMs);
  const site = await house.roster.site("leeds");
  if (site === undefined) throw new Error("no Leeds");
  const clockSite = site;

  /** A worker with its queue and its courier, struck at one of its writes or sends. */
  function aWorker(job: ReturnType<typeof announcement>, mail: Mailbox, strikeAt?: string, fault: Fault = "dies") {
    const points = faultPoints(strikeAt, fault);
    const ledger = points.guard("ledger", house.book(), ["announce", "plan", "claim", "trying", "settle", "touch"]);
    const platform = points.guard("platform", mail.platform, ["post", "find", "revise", "direct"]);
    const worker = house.worker({ ...mail, platform }, [{ ...greeting().kind, name: job.name }], { ledger, clock });
    const runs = points.guard("runs", place.runs, ["claim", "finish", "fail"]);
    const clockwork = queue({
      ...place,
      jobs: [job],
      needs: { notices: worker },
      sites: async () => [clockSite],
      runs,
      log: silent,
      clock: () => new Date(),
      reference: () => "ref",
      pace,
    });
    clockwork.start();
    const sweeping = setInterval(() => void worker.sweep(), 20);
    return {
      ...points,
      async stop() {
        clearInterval(sweeping);
        await clockwork.stop();
        if (!points.isDead()) await worker.stop();
      },
    };
  }

  const isSettled = async () => {
    const { rows } = await house.database.pool.query<{ settled: boolean }>(
      `SELECT (SELECT count(*) FROM outbox) = 0 AND (SELECT count(*) FILTER (WHERE state = 'sent') FROM delivery) = 3 AS settled`,
    );
    return rows[0]?.settled === true;
  };

  return {
    aWorker,
    isSettled,
    passMs: (ms: number) => {
      aheadMs += ms;
    },
    states: house.states,
    async clear() {
      await house.empty();
      aheadMs = 0;
    },
    close: () => house.close(),
  };
}

const everybody = [anId(1), anId(2), "leeds/#leeds"];

/** What a walk must have been at, whatever else it found by itself. */
const writesAndSends = [
  "runs.claim",
  "ledger.announce",
  "runs.finish",
  "ledger.plan",
  "ledger.claim",
  "ledger.trying",
].concat(["platform.direct", "platform.post", "ledger.settle"]);

/** The points of a run without faults, without those before a look for work after the first. */
const worthStriking = (passed: readonly string[]): string[] =>
  passed.filter((point) => !/^before ledger\.claim (?!1$)|(post|direct|settle) [3-9]$/.test(point));

const until = (what: () => Promise<boolean>) => vi.waitUntil(what, { timeout: 15_000, interval: 30 });

const ways = [
  { what: "killed", fault: "dies", beside: false },
  { what: "killed beside another that lives", fault: "dies", beside: true },
  { what: "failing", fault: "fails", beside: false },
] as const;

describe.concurrent.each(queuePlaces(redis))("on $name", ({ open }) => {
  test.each(ways)(
    "a worker $what before or after any of its writes and sends leaves one message with each recipient",
    async ({ fault, beside }) => {
      const place = await open();
      const world = await aWorld(place);
      let points: (string | undefined)[] = [undefined];
      const struck: string[] = [];
      try {
        for (let walked = 0; walked < points.length; walked += 1) {
          const job = announcement(`greeting-${walked}`, { cron: justNow(), on: "every day" });
          const mail = mailbox();
          await place.ranYesterday(job.name, "leeds");
          const first = world.aWorker(job, mail, points[walked], fault);
          const others = beside && walked > 0 ? [world.aWorker(job, mail)] : [];
          await until(async () => first.struck.at !== undefined || (await world.isSettled()));
          const { at } = first.struck;
          if (first.isDead()) {
            await first.stop();
            others.push(world.aWorker(job, mail));
          }
          const passing = setInterval(() => world.passMs(61_000), 250);
          await until(world.isSettled).catch(() => {});
          clearInterval(passing);
          await Promise.all([...(first.isDead() ? [] : [first.stop()]), ...others.map((one) => one.stop())]);
          const letters = mail.letters.map((letter) => letter.place).sort();
          const states = (await world.states()).map((row) => row.split(" ").at(-1));
          expect({ at, letters, states }).toEqual({ at, letters: everybody, states: ["sent", "sent", "sent"] });
          await world.clear();
          if (walked === 0) points = [undefined, ...worthStriking(first.passed)];
          if (at !== undefined) struck.push(at);
        }
      } finally {
        await world.close();
        await place.loseEverything();
        await place.close();
      }
      const calls = struck.map((point) => point.replace(/ \d+$/, ""));
      const walk = writesAndSends.flatMap((call) => [`before ${call}`, `after ${call}`]);
      // Where another does its part, chance decides which points the first comes to.
      if (beside) expect(calls.length).toBeGreaterThan(2);
      else expect(calls).toEqual(expect.arrayContaining(walk));
    },
    170_000,
  );
});
