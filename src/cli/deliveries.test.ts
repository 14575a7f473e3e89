import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anId } from "../testing/builders.ts";
import { type NoticeHouse, noticeHouse } from "../testing/notice-house.ts";
import { localeOf } from "./cli.ts";
import { run } from "./index.ts";

let house: NoticeHouse;
beforeAll(async () => {
  house = await noticeHouse();
});
afterAll(() => house.close());

const id = (n: number) => `00000000-0000-4000-9000-00000000000${n}`;
const row = (n: number, to: string, state: string, reason: string | null, at: string, sent: string | null) =>
  `('${id(n)}', 'daily-score', 'leeds', '${at.slice(0, 10)}', '${to}', 'slack', '${at}', '${at}', '${state}', ${n}, ` +
  `${reason === null ? "NULL" : `'${reason}'`}, ${sent === null ? "NULL" : `'${sent}'`})`;
const rows = [
  row(1, `person:${anId(1)}`, "sent", null, "2026-07-09T08:00:00Z", "2026-07-09T08:00:05Z"),
  row(2, `person:${anId(2)}`, "dead", "user_is_blocked", "2026-07-09T08:00:00Z", null),
  row(3, "channel:leeds/#leeds", "dead", "no-such-channel", "2026-07-10T08:00:00Z", null),
  row(4, `person:${anId(9)}`, "skipped", "left", "2026-07-08T08:00:00Z", null),
];
const fill = `INSERT INTO delivery
  (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, state, attempts, reason, sent_at)
  VALUES ${rows.join(", ")}`;
const stands = async () =>
  (await house.database.pool.query("SELECT state FROM delivery ORDER BY id")).rows.map(({ state }) => state);

/** What a command line answers, as somebody with this LANG sees it. */
async function says(line: string, lang = "en_GB.UTF-8") {
  const out: string[] = [];
  const err: string[] = [];
  const env = { DATABASE_URL: house.url, LANG: lang };
  const sink = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const { signal } = new AbortController();
  const code = await run(`deliveries ${line}`.trim().split(" "), {
    env,
    locale: localeOf(env),
    signal,
    clock: () => 0,
    ...sink,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

beforeEach(async () => {
  await house.empty();
  await house.database.pool.query(fill);
});

describe("fairline deliveries", () => {
  test("shows the newest first, by name, on the site's clock, with the totals", async () => {
    expect(await says("")).toEqual({
      code: 0,
      err: "",
      out: `when                kind         to                    platform  state    attempts  reason           id
10 Jul 2026, 09:00  daily-score  #leeds                slack     dead     3         no such channel  ${id(3)}
9 Jul 2026, 09:00   daily-score  Ana Diaz              slack     sent     1         –                ${id(1)}
9 Jul 2026, 09:00   daily-score  Ben Okri              slack     dead     2         user_is_blocked  ${id(2)}
8 Jul 2026, 09:00   daily-score  somebody who is gone  slack     skipped  4         has left         ${id(4)}
In all: 1 sent, 2 dead and 1 skipped.`,
    });
  });

  test("speaks Chinese where the environment does, in columns that line up", async () => {
    expect(await says("--state skipped", "zh_CN.UTF-8")).toEqual({
      code: 0,
      err: "",
      out: `时间                类型         收件方          平台   状态    尝试次数  原因    编号
2026年7月8日 09:00  daily-score  已不在册的人员  slack  已略过  4         已离职  ${id(4)}
合计：已发送 1，发送失败 2，已略过 1。`,
    });
  });

  test("shows only what is asked for", async () => {
    const listed = async (line: string) => (await says(line)).out.match(/[\da-f-]{36}/g) ?? [];
    expect(await listed("--state dead")).toEqual([id(3), id(2)]);
    expect(await listed("--since 2026-07-09 --site leeds")).toEqual([id(3), id(1), id(2)]);
    expect(await listed("--limit 2")).toEqual([id(3), id(1)]);
    expect((await says("--limit 2")).out).toContain("These are the newest 2; --limit shows more.");
    expect((await says("--since 2026-07-10")).out).toContain("In all since Fri, 10 Jul 2026: 1 dead.");
    expect((await says("--kind weekly-bulletin")).out).toMatch(/^There is nothing like that in the ledger\./);
  });

  test("gives programs JSON", async () => {
    const { deliveries, totals } = JSON.parse((await says("--json --state sent")).out);
    expect(totals).toEqual({ sent: 1, dead: 2, skipped: 1 });
    expect(deliveries).toEqual([
      {
        id: id(1),
        kind: "daily-score",
        site: "leeds",
        period: "2026-07-09",
        to: { is: "person", id: anId(1) },
        name: "Ana Diaz",
        platform: "slack",
        state: "sent",
        attempts: 1,
        occursAt: "2026-07-09T08:00:00.000Z",
        dueAt: "2026-07-09T08:00:00.000Z",
        sentAt: "2026-07-09T08:00:05.000Z",
      },
    ]);
  });

  test("says so when nothing was told yet", async () => {
    await house.empty();
    expect(await says("")).toEqual({ code: 0, err: "", out: "Nothing was told to anybody yet." });
    expect((await says("", "zh_CN.UTF-8")).out).toBe("还没有发送过任何消息。");
  });

  test("cannot be made to write to the terminal by somebody's name", async () => {
    await house.database.pool.query("UPDATE delivery SET reason = E'\\x1b]0;owned\\x07' WHERE state = 'dead'");
    expect((await says("")).out).not.toContain("\u001b");
  });
});

describe("fairline deliveries retry", () => {
  test("puts one back", async () => {
    expect(await says(`retry ${id(2).toUpperCase()}`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 put back/),
    });
    expect(await stands()).toEqual(["sent", "planned", "dead", "skipped"]);
  });

  test("tells those apart that are not dead, and leaves them", async () => {
    expect(await says(`retry ${id(1)} ${id(2)} ${id(8)}`)).toEqual({
      code: 1,
      out: "1 put back; a running Fairline tries it again within a minute.",
      err: "2 left as they are: unknown, or not dead.",
    });
    expect(await stands()).toEqual(["sent", "planned", "dead", "skipped"]);
  });

  test("puts all of a site back, and a second time says that there is nothing", async () => {
    expect(await says("retry --dead --site leeds", "zh_CN.UTF-8")).toEqual({
      code: 0,
      err: "",
      out: "已放回 2 条，运行中的 Fairline 会在一分钟内重新发送。",
    });
    expect(await stands()).toEqual(["sent", "planned", "planned", "skipped"]);
    expect(await says("retry --dead")).toMatchObject({
      code: 0,
      out: "There is nothing to try again: nothing is dead.",
    });
  });
});

describe("what is wrong is refused in words", () => {
  test.each([
    ["--site leads", 1, "There is no site “leads”. Try leeds."],
    ["retry --dead --site leads", 1, "There is no site “leads”. Try leeds."],
    ["--state lost", 2, "Allowed choices are planned, waiting, sending, sent, retrying, dead, skipped."],
    ["--since 2026-02-30", 2, "“2026-02-30” is no day."],
    ["--limit 0", 2, "“0” is no number from 1 to 1000."],
    ["retry", 2, "Say what to try again"],
    [`retry ${id(1)} --dead`, 2, "Say what to try again"],
    [`retry ${id(1)} --site leeds`, 2, "--site goes with --dead"],
    ["retry 12", 2, "Not an id as the list shows them: “12”."],
    ["again", 2, "too many arguments"],
  ])("%s", async (line, code, words) => {
    const said = await says(line);
    expect(said).toMatchObject({ code, out: "" });
    expect(said.err).toContain(words);
    expect(await stands()).toEqual(["sent", "dead", "dead", "skipped"]);
  });
});
