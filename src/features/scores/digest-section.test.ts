import { describe, expect, test } from "vitest";
import type { Chart } from "../../chat/chart.ts";
import { fit as shorten } from "../../chat/fit.ts";
import { plainView } from "../../chat/plain.ts";
import { say } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { limits as discord } from "../../platforms/discord/limits.ts";
import { limits as slack } from "../../platforms/slack/limits.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { conversation, testClock } from "../../testing/conversation.ts";
import { aDelivery, textOf, toldAgain } from "../../testing/deliveries.ts";
import { card, worked } from "../../testing/floor.ts";
import { type DaySums, type Feed, type ScoreFixture, scoresInMemory } from "../../testing/score-store.ts";
import { testPeople } from "../../testing/test-people.ts";
import { testPlatform } from "../../testing/test-platform.ts";
import { digests } from "../digests/index.ts";
import type { Prepared, ToPrepare } from "../notices/index.ts";
import type { Person } from "../people/domain.ts";
import { scoreCommands } from "./commands.ts";
import { dailyScore } from "./daily-score.ts";
import { scoresInDigest } from "./digest-section.ts";
import { scores } from "./scores.ts";

const at = (time: string) => new Date(`2026-03-11T${time}:00Z`);
const nightly: Feed = {
  site: "leeds",
  to: day("2026-03-10"),
  at: at("02:00"),
  dataAsOf: new Date("2026-03-10T18:00:00Z"),
};

/** Seconds of talk in each contact, day by day, for the four workdays up to 10 March. */
const days = (person: number, name: string, talk: readonly number[], handled = 36): DaySums[] =>
  talk.map((each, index) => ({
    ...worked(person, name, ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"][index] ?? "", handled),
    sums: { handled, talkS: handled * each, handleS2: handled * each * each * 1.02 },
  }));

const north = [
  ...days(1, "Ana Diaz", [305, 330, 360, 420]),
  ...days(2, "Bo Lund", [330, 330, 330, 290]),
  ...days(3, "Cy Park", [300, 300, 300, 301]),
];
const steady = [
  ...days(1, "Ana Diaz", [300, 300, 300, 300]),
  ...days(2, "Bo Lund", [300, 300, 300, 300]),
  ...days(3, "Cy Park", [300, 300, 300, 300]),
];

const seats = (seat: "lead" | "deputy", ...teams: readonly string[]) =>
  teams.map((team) => anAssignment({ team, seat }));
const one = (id: number, name: string, but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), employeeNo: `100${id}`, name, accounts: [anAccount(name.split(" ")[0] ?? name)], ...but });
const teams = ["North", "South", ...Array.from({ length: 8 }, (_, index) => `Team ${index + 1}`)].map((name) =>
  aTeam({ id: name.toLowerCase().replace(" ", "-"), name }),
);
const south = (id: number, name: string) => one(id, name, { assignments: [anAssignment({ team: "south" })] });
const everybody = [
  one(1, "Ana Diaz"),
  one(2, "Bo Lund"),
  one(3, "Cy Park"),
  one(4, "Lee Wong", { roles: ["lead"], assignments: seats("lead", ...teams.map(({ id }) => id)) }),
  one(5, "Dee Hart", { assignments: [anAssignment(), ...seats("deputy", "north")] }),
  south(6, "Fay Moor"),
];

function house(but: Partial<ScoreFixture> = {}, people: readonly Person[] = everybody) {
  const drawn: Chart[] = [];
  const draw = async (chart: Chart) => {
    drawn.push(chart);
    return new Uint8Array([1]);
  };
  const clock = testClock(at("09:15").toISOString());
  const platform = testPlatform();
  const {
    people: door,
    store: roster,
    audit,
    audited,
  } = testPeople({
    roster: { sites: [aSite()], teams, people },
    clock,
    platform,
  });
  const store = scoresInMemory({
    days: north,
    scorecards: [
      card(1, [
        { metric: "volume", weight: 50, target: 35 },
        { metric: "handle-time", weight: 50, target: 300 },
      ]),
    ],
    feeds: [nightly],
    people: people.map(({ id, site }) => ({ person: id, site })),
    ...but,
  });
  const sections = [scoresInDigest({ store, roster, draw })];
  const [digest] = digests({ roster, data: store, sections, audit }).kinds;
  if (digest === undefined) throw new Error("no kind of digest");
  const daily = dailyScore({ store, roster, labelOf: () => say({ en: "?", "zh-CN": "?" }) });
  const { commands, actions } = scoreCommands({ scores: scores({ store, roster, audit }), draw });
  const talk = conversation({ commands, actions, people: door, clock, platform });
  return {
    store,
    drawn,
    audited,
    digest,
    prepare: async (of: ToPrepare, now = at("09:15")) => (await digest.prepare([of], now))[0],
    daily: async (of: ToPrepare) => (await daily.prepare([of], at("09:15")))[0],
    /** Somebody who was sent a message, and may press what is in it. */
    reads(user: string, made: Prepared | undefined) {
      if (made?.is !== "view") throw new Error(`nothing to read: ${made?.is}`);
      const account = anAccount(user);
      platform.show(platform.directOf(account), made.view({ locale: "en", zone: "Europe/London" }));
      return talk.actor(account);
    },
  };
}

const to = (id: number, ...led: readonly string[]) =>
  aDelivery({
    kind: "lead-digest",
    period: "2026-03-11",
    to: { is: "person", id: anId(id) },
    body: { day: "2026-03-10", teams: led },
  });

describe("the scores in a digest", () => {
  test("tell exceptions first, then the result, and draw how the points are spread", async () => {
    const { prepare, drawn, audited } = house();
    const made = await prepare(to(4, "north"));
    expect(textOf(made)).toMatchInlineSnapshot(`
      "Team digest · Tue, 10 Mar 2026
      North
      Who may need a hand
      • Surely below what their targets come to: Ana Diaz (85.7 of 100.0)
      • Falling three periods in a row: Ana Diaz (99.2 → 85.7)
      The team's result: 94.5 points of 100, very likely between 92.7 and 96.5 (95% interval)
      ▼ down 0.9 from Mon, 9 Mar 2026
      At the top, too close to tell apart: Bo Lund and Cy Park.
      Most improved: Bo Lund ▲ 4.5.
      3 people with results, the median is 99.8
      [Bars: how many people are in each band of points. 85–90: 1 and 95–100: 2.]
      Data as of 10 Mar 2026, 18:00
      Only you see this. Opening somebody's numbers is recorded.
      [Open a person ▾]
      [The team's result] [Trend]"
    `);
    expect(textOf(made, "zh-CN")).toMatchInlineSnapshot(`
      "班组晨报 · 2026年3月10日周二
      North
      可能需要帮助的成员
      • 明显低于目标：Ana Diaz（85.7，各项达标为 100.0）
      • 连续三期下滑：Ana Diaz（99.2 → 85.7）
      班组成绩：94.5 分（满分 100），95% 区间为 92.7 至 96.5
      ▼ 比2026年3月9日周一低 0.9
      并列领先（差距在误差之内）：Bo Lund和Cy Park。
      进步最大：Bo Lund ▲ 4.5。
      有数据的成员 3 人，中位数为 99.8
      [Bars: how many people are in each band of points. 85–90: 1 and 95–100: 2.]
      数据截至 2026年3月10日 18:00
      仅您可见。查看他人数据会留下记录。
      [查看成员 ▾]
      [班组成绩] [走势]"
    `);
    expect(drawn).toMatchObject([{ is: "distribution", title: "North · Tue, 10 Mar 2026", locale: "en" }]);
    expect(audited.map(({ action, subject }) => `${action} ${subject}`)).toEqual(["read digest team:north"]);
  });

  test("say in one line that nothing is exceptional, but not before all is known", async () => {
    const { prepare, store } = house({ days: steady });
    const told = textOf(await prepare(to(4, "north")));
    expect(told).toContain("North\nNobody stands out: no one is surely below target");
    store.feeds.length = 0;
    const early = textOf(await prepare(to(4, "north"), at("10:00")));
    expect(early).toContain("Incomplete");
    expect(early).not.toContain("Nobody stands out");
  });

  test("tell several teams one after another, with a picture of the first and a way into each", async () => {
    const more = days(6, "Fay Moor", [300, 300, 300, 300], 3);
    const { prepare, drawn } = house({ days: [...north, ...more] });
    expect(textOf(await prepare(to(4, "north", "south", "team-1")))).toMatchInlineSnapshot(`
      "Team digest · Tue, 10 Mar 2026
      North
      Who may need a hand
      • Surely below what their targets come to: Ana Diaz (85.7 of 100.0)
      • Falling three periods in a row: Ana Diaz (99.2 → 85.7)
      The team's result: 94.5 points of 100, very likely between 92.7 and 96.5 (95% interval)
      ▼ down 0.9 from Mon, 9 Mar 2026
      At the top, too close to tell apart: Bo Lund and Cy Park.
      Most improved: Bo Lund ▲ 4.5.
      3 people with results, the median is 99.8
      [Bars: how many people are in each band of points. 85–90: 1 and 95–100: 2.]
      South
      The team's result: 54.3 points of 100
      Only 3 results so far: too few to judge, so this is just the number.
      1 person with results
      Fewer than three people have results, so the team is not broken out by person here.
      Team 1
      Nobody in this team has results in this period, so there is nothing to score.
      Data as of 10 Mar 2026, 18:00
      Only you see this. Opening somebody's numbers is recorded.
      [Open a person ▾]
      [The team's result · North] [The team's result · South]"
    `);
    expect(drawn).toHaveLength(1);
  });

  test("are nothing where nobody has results", async () => {
    const { prepare } = house({ days: [] });
    expect(textOf(await prepare(to(4, "north")))).toBe("skip: nothing-to-tell");
    expect(textOf(await house().prepare(to(4, "south")))).toBe("skip: nothing-to-tell");
  });

  test("tell nothing of a team that is not the reader's that morning", async () => {
    expect(textOf(await house().prepare(to(5, "south", "north")))).not.toContain("South");
  });

  test("are told old → new when one of them was corrected, and else left alone", async () => {
    const { prepare, store } = house();
    const standing = toldAgain(to(4, "north"), await prepare(to(4, "north")));
    store.feeds.push({ ...nightly, at: at("10:00"), dataAsOf: new Date("2026-03-10T23:00:00Z") });
    expect(textOf(await prepare(standing, at("11:00")))).toBe("same");
    const index = store.days.findLastIndex(({ person }) => person === anId(1));
    store.days[index] = days(1, "Ana Diaz", [305, 330, 360, 300])[3] as DaySums;
    const next = await prepare(standing, at("11:00"));
    expect(textOf(next)).toContain("\nCorrected: North 94.5 → 100.0.\n");
  });
});

describe("what a digest's buttons open", () => {
  test("the team's result and a person's, beside the digest, for a lead and for a deputy", async () => {
    for (const [user, id] of [
      ["Lee", 4],
      ["Dee", 5],
    ] as const) {
      const { prepare, reads } = house();
      const made = await prepare(to(id, "north"));
      const reader = reads(user, made);
      await reader.presses("The team's result");
      expect(reader.sees()).toMatch(/^North · Tue, 10 Mar 2026\n94\.5 points/);
      await reader.presses("Trend");
      expect(reader.sees()).toMatch(/North/);
      await reader.picks("Open a person", "Ana Diaz");
      expect(reader.sees()).toMatch(/^Ana Diaz · Tue, 10 Mar 2026\n85\.7 points/);
      await reader.says("/myscore yesterday");
      expect(reader.sees()).not.toContain("Team digest");
    }
  });

  test("and those of a daily score, beside it", async () => {
    const { daily, reads } = house();
    const late = [
      {
        ...aDelivery({ period: "2026-03-10", body: { day: "2026-03-09" } }),
        state: "skipped",
        reason: "late",
      } as const,
    ];
    const made = await daily(aDelivery({ period: "2026-03-11", late }));
    for (const [button, opens] of [
      ["Explain", /^How your score came to be · Tue, 10 Mar 2026/],
      ["Trend", /^Your trend/],
      ["By hour", /by hour.*Tue, 10 Mar 2026/i],
      ["Open 9 Mar", /^Your score · Mon, 9 Mar 2026/],
    ] as const) {
      const ana = reads("Ana", made);
      await ana.presses(button);
      expect(ana.sees()).toMatch(opens);
    }
  });
});

describe("a digest of ten teams", () => {
  /** Six agents in each of ten teams, some of them below target. */
  const crowd = teams.flatMap(({ id, name }, index) =>
    Array.from({ length: 6 }, (_, place) =>
      one(100 + index * 20 + place, `${name} Agent ${place}`, {
        accounts: [],
        assignments: [anAssignment({ team: id })],
      }),
    ),
  );
  const viewOf = async (low: number) => {
    const lee = everybody.filter(({ name }) => name === "Lee Wong");
    const { digest } = house(
      {
        days: crowd.flatMap(({ id, name }, index) =>
          days(Number(id.slice(-12)), name, index % 6 < low ? [305, 330, 360, 420] : [300, 300, 300, 300]),
        ),
      },
      [...crowd, ...lee],
    );
    const [made] = await digest.prepare([to(4, ...teams.map(({ id }) => id))], at("09:15"));
    if (made?.is !== "view") throw new Error(`no digest: ${made?.is}`);
    return made.view({ locale: "en", zone: "Europe/London" });
  };
  const platforms = [
    ["Slack", slack],
    ["Discord", discord],
  ] as const;

  test.each(platforms)("tells each of them in one message on %s", async (_, limits) => {
    const view = await viewOf(2);
    const fitted = shorten(view, limits);
    expect(plainView(fitted)).toContain(
      "Team 8\n• Surely below what their targets come to: Team 8 Agent 0 (85.7 of 100.0) and Team 8 Agent 1 (85.7 of 100.0)\n",
    );
    expect(fitted.blocks).toHaveLength(view.blocks.length);
  });

  test.each(platforms)(
    "keeps a way into each of them on %s, also where their names are too many",
    async (_, limits) => {
      const fitted = shorten(await viewOf(6), limits);
      const labels = fitted.blocks
        .flatMap((block) => (block.is === "buttons" ? block.buttons : []))
        .map(({ label }) => label);
      expect(labels).toEqual(teams.map(({ name }) => `The team's result · ${name}`));
      expect(plainView(fitted)).toContain("[Open a person ▾]");
    },
  );
});
