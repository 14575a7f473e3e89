import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { anId } from "../testing/builders.ts";
import { aNotice, type NoticeHouse, noticeHouse } from "../testing/notice-house.ts";
import { vendor } from "../testing/peers/discord/vendor.ts";
import { localeOf } from "./cli.ts";
import { run } from "./index.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.empty();
});

/** What a command line answers, as somebody with this LANG sees it. */
async function says(line: string, lang = "en_GB.UTF-8", more: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const env = { DATABASE_URL: house.url, LANG: lang, ...more };
  const sink = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const { signal } = new AbortController();
  const code = await run(["run", ...line.split(" ")], { env, locale: localeOf(env), signal, clock: () => 0, ...sink });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
const ran = async () =>
  (
    await house.database.pool.query<{ run: string }>(
      "SELECT concat_ws(' ', job, nullif(site, ''), period, attempts, finished_at IS NOT NULL) AS run FROM job_run ORDER BY 1",
    )
  ).rows.map((row) => row.run);

describe("fairline run", () => {
  test("runs an occurrence once, and says so the second time", async () => {
    expect(await says("nightly-scores --site leeds --at 2026-03-09")).toEqual({
      code: 0,
      err: "",
      out: `nightly-scores ran for Leeds: the occurrence of Mon, 9 Mar 2026, 02:30.
There was nothing to tell anybody.`,
    });
    expect(await says("nightly-scores --site leeds --at 2026-03-09T18:00")).toEqual({
      code: 0,
      err: "",
      out: `Already done: nightly-scores had run for Leeds for Mon, 9 Mar 2026, 02:30. It was not run again.
There was nothing to tell anybody.`,
    });
    expect(await ran()).toEqual(["nightly-scores leeds 2026-03-09 1 t"]);
  });

  test("speaks Chinese where the environment does", async () => {
    expect((await says("nightly-scores --site leeds --at 2026-03-09", "zh_CN.UTF-8")).out).toBe(
      `已运行 nightly-scores（Leeds）：2026年3月9日周一 02:30。
没有需要发送的消息。`,
    );
    expect((await says("nightly-scores --site leeds --at 2026-03-09", "zh_CN.UTF-8")).out).toBe(
      `此前已运行过 nightly-scores（Leeds）：2026年3月9日周一 02:30，本次未重复执行。
没有需要发送的消息。`,
    );
  });

  test("a company's job needs no site, and a day of a job of many times means its last", async () => {
    const done = await says("recompute-scores --at 2026-03-09");
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("recompute-scores ran: the occurrence of") });
    expect(await ran()).toEqual(["recompute-scores 2026-03-09T23:20:00.000Z 1 t"]);
  });

  test("a moment with an offset is what it says, wherever the site is", async () => {
    await says("nightly-scores --site leeds --at 2026-07-09T23:30Z");
    expect(await ran()).toEqual(["nightly-scores leeds 2026-07-10 1 t"]);
  });

  test("tells how what it told people stands, by the ledger", async () => {
    const row = (n: number, state: string, at = "2026-07-09T01:30:00Z") =>
      `(gen_random_uuid(), 'daily-score', 'leeds', '2026-07-09', 'person:${anId(n)}', 'slack', '${at}', '${at}', '${state}')`;
    await house.database.pool.query(
      `INSERT INTO delivery (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, state)
       VALUES ${row(1, "sent")}, ${row(2, "sent")}, ${row(3, "dead")}, ${row(4, "sent", "2026-07-09T08:00:00Z")}`,
    );
    expect(await says("nightly-scores --site leeds --at 2026-07-09")).toMatchObject({
      code: 0,
      out: expect.stringContaining("What it told people: 2 sent and 1 dead."),
      err: "What could not be sent: fairline deliveries --state dead",
    });
  });

  test.each([
    ["nightly-score --site leeds", 1, "There is no job called “nightly-score”. Try nightly-scores"],
    ["nightly-scores --site leads", 1, "There is no site “leads”. Try leeds."],
    ["nightly-scores", 1, "Say for which site: leeds."],
    ["daily-score --site leeds --at 2026-03-08", 1, "Sun, 8 Mar 2026 is not a workday of this site"],
    ["nightly-scores --site leeds --at 2026-03-29T01:30", 1, "2026-03-29T01:30 does not exist in Europe/London"],
    ["nightly-scores --site leeds --at soon", 2, "“soon” is no day and no moment."],
    ["--site leeds", 2, "missing required argument 'job'"],
    ["nightly-scores --where leeds", 2, "unknown option '--where'"],
  ])("refuses %s with what would do, and runs nothing", async (line, code, words) => {
    const said = await says(line);
    expect(said).toMatchObject({ code, out: "" });
    expect(said.err).toContain(words);
    expect(await ran()).toEqual([]);
  });

  test("a fault is told with its cause and leaves the run to be tried again at once", async () => {
    await house.database.pool.query("ALTER TABLE heard RENAME TO heard_away");
    const broken = await says("housekeeping --at 2026-03-09");
    await house.database.pool.query("ALTER TABLE heard_away RENAME TO heard");
    expect(broken).toMatchObject({ code: 1, out: "" });
    expect(broken.err).toMatch(/housekeeping failed: .+ It can be run again at once\.$/s);
    expect(await says("housekeeping --at 2026-03-09")).toMatchObject({ code: 0, err: "" });
    expect(await ran()).toEqual(["housekeeping 2026-03-09 2 t"]);
  });

  test("tells people on a platform without listening there", async () => {
    const discord = await vendor();
    onTestFinished(discord.close);
    const { ana, token, violations } = discord.world;
    await house.database.pool.query(
      `INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
       VALUES ('discord', 'discord', '${ana.id}', '${anId(4)}', 'seed', now())`,
    );
    await house.book().announce({ ...aNotice({ kind: "heartbeat" }), at: new Date() });
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.api };
    expect(await says("housekeeping --at 2026-03-09", "C", env)).toMatchObject({ code: 0, err: "" });
    expect(discord.counts()).toEqual(new Map([[discord.world.dm(ana.id), 1]]));
    expect(discord.requests.map(({ path }) => path)).not.toContain("/gateway/bot");
    expect(violations).toEqual([]);
  });

  test("a token that a platform does not take is told before anything runs", async () => {
    const discord = await vendor();
    onTestFinished(discord.close);
    const wrong = await says("housekeeping", "C", { DISCORD_TOKEN: "wrong", DISCORD_API_URL: discord.api });
    expect(wrong).toMatchObject({ code: 1, out: "", err: expect.stringContaining("DISCORD_TOKEN") });
    expect(await ran()).toEqual([]);
  });

  test("a platform that is half set up is refused by name before anything runs", async () => {
    const half = await says("nightly-scores --site leeds", "C", { SLACK_BOT_TOKEN: "xoxb-1" });
    expect(half).toMatchObject({ code: 1, out: "" });
    expect(half.err).toContain("SLACK_APP_TOKEN");
    expect(await ran()).toEqual([]);
  });
});
