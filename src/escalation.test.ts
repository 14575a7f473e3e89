import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { jobs } from "../jobs/index.ts";
import { helpSite, type LivingSite } from "./testing/help-site.ts";
import { mailbox } from "./testing/mailbox.ts";
import { startRedis } from "./testing/redis.ts";
import type { HelpSite } from "./testing/settle.ts";

const redis = await startRedis();
if (redis === undefined) process.stdout.write("skipped: help that climbs its ladder on Redis, as there is none here\n");
afterAll(() => void redis?.process.kill("SIGTERM"));

const [asker, lead, support, supervisor] = [1, 2, 3, 4] as const;
const account = (user: string) => ({ platform: "mail", workspace: "w", user });
const always = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" };

const siteOf = (zone: string, more: Partial<HelpSite> = {}): HelpSite => ({
  id: "harbour",
  zone,
  people: [
    { id: asker, name: "Ana", accounts: [account("asker")] },
    { id: lead, name: "Dora", accounts: [account("duty lead")] },
    { id: support, name: "Finn", accounts: [account("floor support")] },
    { id: supervisor, name: "Sue", roles: ["supervisor"], accounts: [account("supervisor")] },
  ],
  shifts: [
    { role: "duty-lead", person: lead, ...always },
    { role: "floor-support", person: support, ...always },
  ],
  ...more,
});
/** The National Day of 2026: a week off, of which Saturday 10 October is worked to make up for. */
const shanghai = siteOf("Asia/Shanghai", {
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  workdays: ["2026-10-10"],
});
const london = siteOf("Europe/London");

type Story = {
  readonly what: string;
  readonly site: HelpSite;
  readonly asked: string;
  readonly line: string;
  readonly isWalkedTwice?: true;
  /** When each rung is due, and who hears of it. */
  readonly rungs: readonly (readonly [at: string, who: string])[];
};
const live = "live customer wants a refund";
const quiet = "how is a refund booked";
const stories: readonly Story[] = [
  {
    what: "a call in the night, over the hour that the clocks skip in London",
    isWalkedTwice: true,
    site: london,
    asked: "2026-03-29T00:57:00Z",
    line: live,
    rungs: [
      ["2026-03-29T00:59:00Z", "duty lead"],
      ["2026-03-29T01:01:00Z", "floor support"],
      ["2026-03-29T01:04:00Z", "supervisor"],
      // Not over within four hours.
      ["2026-03-29T04:57:00Z", "supervisor"],
    ],
  },
  {
    what: "a call in the hour that comes twice in London",
    site: london,
    asked: "2026-10-25T00:57:00Z",
    line: live,
    rungs: [
      ["2026-10-25T00:59:00Z", "duty lead"],
      ["2026-10-25T01:01:00Z", "floor support"],
      ["2026-10-25T01:04:00Z", "supervisor"],
      ["2026-10-25T04:57:00Z", "supervisor"],
    ],
  },
  {
    what: "a question of a Friday evening, over the weekend on which summer time begins in London",
    site: london,
    asked: "2026-03-27T17:50:00Z",
    line: quiet,
    rungs: [
      // Ten minutes are left on Friday; on Monday nine o'clock is eight UTC.
      ["2026-03-30T08:05:00Z", "duty lead"],
      ["2026-03-30T08:50:00Z", "supervisor"],
      ["2026-03-30T11:50:00Z", "supervisor"],
    ],
  },
  {
    what: "a question of a Friday evening before a Saturday that is worked in Shanghai",
    isWalkedTwice: true,
    site: shanghai,
    asked: "2026-10-09T09:50:00Z",
    line: quiet,
    rungs: [
      ["2026-10-10T01:05:00Z", "duty lead"],
      ["2026-10-10T01:50:00Z", "supervisor"],
      ["2026-10-10T04:50:00Z", "supervisor"],
    ],
  },
  {
    what: "a question in the night before a week off in Shanghai",
    site: shanghai,
    asked: "2026-09-30T14:00:00Z",
    line: quiet,
    rungs: [
      ["2026-10-08T01:15:00Z", "duty lead"],
      ["2026-10-08T02:00:00Z", "supervisor"],
      ["2026-10-08T05:00:00Z", "supervisor"],
    ],
  },
];

/** What a queue keeps is lost between two lives of the house, as by FLUSHALL. */
const backends = [
  {
    name: "Postgres",
    walks: stories,
    redisUrl: undefined,
    lose: ({ database }: LivingSite) => database.pool.query("DELETE FROM bullmq.job; DELETE FROM bullmq.scheduler"),
  },
  ...(redis === undefined
    ? []
    : [
        {
          name: "Redis",
          // A step takes as long as its queue needs to begin; the clocks are the same.
          walks: stories.filter(({ isWalkedTwice = false }) => isWalkedTwice),
          redisUrl: redis.url,
          async lose() {
            const client = new Redis(redis.url);
            await client.flushall();
            await client.quit();
          },
        },
      ]),
];

const aSecondBefore = (iso: string) => new Date(Date.parse(iso) - 1_000).toISOString();

describe.each(backends)("help that nobody answers, with its queue on $name", ({ walks, redisUrl, lose }) => {
  let site: LivingSite;
  const mail = mailbox();
  const called = () => mail.letters.filter(({ text }) => text.startsWith("Needs you")).map(({ place }) => place);

  /** The house lives for a moment: its queue, its deadlines and its courier do what is theirs, and what the queue kept is lost. */
  async function lives(
    at: string,
    does?: (house: ReturnType<LivingSite["begins"]>) => Promise<unknown>,
  ): Promise<void> {
    site.clock.to(at);
    const house = site.begins({ platforms: [mail.platform], jobs, ...(redisUrl === undefined ? {} : { redisUrl }) });
    house.queue.start();
    house.deadlines.start();
    await does?.(house);
    await vi.waitUntil(() => house.queue.health().ok, { timeout: 10_000, interval: 5 });
    // A stop sees one more round through.
    await house.deadlines.stop();
    await house.notices.sweep();
    await house.queue.stop();
    await house.notices.stop();
    await lose(site);
  }

  describe.each(walks)("$what", ({ site: of, asked, line, rungs }) => {
    beforeAll(async () => {
      mail.letters.length = 0;
      site = await helpSite(asked, [of]);
    });
    afterAll(() => site.close());

    test("climbs each rung once and at its time, though the house begins anew and the queue forgets at every step", async () => {
      await lives(asked, (house) =>
        house.router.answer({
          is: "command",
          key: "asked",
          by: account("asker"),
          place: { ...account("asker"), id: "asker", kind: "dm" },
          command: "helpme",
          text: line,
        }),
      );
      const due: string[] = [];
      for (const [at, who] of rungs) {
        await lives(aSecondBefore(at));
        expect({ at: aSecondBefore(at), called: called() }).toEqual({ at: aSecondBefore(at), called: due });
        await lives(at);
        due.push(who);
        expect({ at, called: called() }).toEqual({ at, called: due });
      }
      await lives(new Date(Date.parse(asked) + 20 * 24 * 3_600_000).toISOString());
      expect(called()).toEqual(due);
      const { rows } = await site.database.pool.query("SELECT body->'asked' AS asked FROM help_request");
      const kept = rows.map(({ asked: all }) => all.map((one: { at: string }) => one.at));
      expect(kept).toEqual([rungs.map(([at]) => new Date(at).toISOString())]);
    }, 60_000);
  });
});
