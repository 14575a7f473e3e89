import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import type { Block } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { aRequest } from "../../testing/help-builders.ts";
import type { HelpRequest } from "./domain.ts";
import { figuresOf, isBreached, percentile } from "./figures.ts";
import { helpConfig } from "./rules.ts";
import { helpInDigest, topicsKind } from "./telling.ts";
import { repeated, topicsOf } from "./topics.ts";
import { wordsOf } from "./words.ts";

const rules = helpConfig.parse({});
const site = aSite();
const at = (time: string, on = "2026-03-09") => new Date(`${on}T${time}:00Z`);

describe("a percentile is the least value that so many per cent are at most", () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  test.each([
    [ten, 50, 5],
    [ten, 90, 9],
    [ten, 91, 10],
    [[7], 50, 7],
    [[7], 90, 7],
    [[1, 9], 50, 1],
    [[1, 9], 51, 9],
    [[], 50, undefined],
  ])("%j, %i %% → %s", (sorted, percent, value) => expect(percentile(sorted, percent)).toBe(value));
});

describe("times", () => {
  test("with a customer on the line count every minute, others those of working hours", () => {
    const over = (isLive: boolean) =>
      figuresOf(
        [
          aRequest({
            isLive,
            openedAt: at("17:50"),
            round: { ...aRequest().round, since: at("17:50") },
            firstAnswerAt: at("09:10", "2026-03-10"),
            overAt: at("10:00", "2026-03-10"),
            state: "closed",
          }),
        ],
        { rules, site },
      );
    expect(over(true)).toMatchObject({ toAnswer: { n: 1, median: 920 }, toEnd: { median: 970 } });
    expect(over(false)).toMatchObject({ toAnswer: { n: 1, median: 20 }, toEnd: { median: 70 } });
  });

  test("of what was cancelled or not answered yet are left out, and it counts as asked", () => {
    const all = [
      aRequest({ state: "cancelled", overAt: at("10:05") }),
      aRequest({ state: "open" }),
      aRequest({ state: "closed", firstAnswerAt: at("10:01"), overAt: at("10:04"), solvedBy: anId(6001) }),
    ];
    expect(figuresOf(all, { rules, site })).toEqual({
      asked: 3,
      underWay: 1,
      byAnswer: 1,
      toAnswer: { n: 1, median: 1, p90: 1 },
      toEnd: { n: 1, median: 4, p90: 4 },
    });
  });
});

test("time to the end is what the clocks ran, in all rounds", () => {
  const round = { number: 2, spentMin: 7, steps: 0 };
  const one = aRequest({ state: "closed", round, ranMin: 5, overAt: at("16:00") });
  expect(figuresOf([one], { rules, site }).toEnd).toEqual({ n: 1, median: 12, p90: 12 });
});

describe("late on a day", () => {
  const { round } = aRequest();
  const late = (but: Partial<HelpRequest>) =>
    ["2026-03-09", "2026-03-10"].map((on) =>
      isBreached(aRequest(but), at("00:00", on), at("00:00", on === "2026-03-09" ? "2026-03-10" : "2026-03-11")),
    );
  const next = at("00:00", "2026-03-10");

  test.each<[string, Partial<HelpRequest>, boolean[]]>([
    ["nothing", {}, [false, false]],
    ["no first answer in time", { round: { ...round, answerLateAt: at("10:02") } }, [true, false]],
    ["not over in time", { round: { ...round, endLateAt: next } }, [false, true]],
    ["in a round before", { answerLateAt: at("10:02"), endLateAt: next }, [true, true]],
    ["somebody else was asked", { asked: [{ at: at("10:02"), step: 1, ask: "duty-lead", people: [] }] }, [true, false]],
  ])("%s", (_, but, days) => expect(late(but)).toEqual(days));
});

const asked = (number: number, text: string, but: Partial<HelpRequest> = {}) => ({
  request: aRequest({
    id: anId(5000 + number),
    number,
    text,
    openedAt: at("10:00", `2026-03-0${1 + (number % 7)}`),
    ...but,
  }),
  words: wordsOf(text),
});

const refunds = [
  asked(1, "How do I refund a cancelled card?"),
  asked(2, "refund for the cancelled card fails"),
  asked(3, "Cancelled card, customer wants refund"),
];
const chinese = [asked(4, "客户的退款怎么操作"), asked(5, "退款操作失败了"), asked(6, "怎么操作退款")];

describe("topics", () => {
  test("are what shares half of its words, in either language", () => {
    expect(topicsOf([...refunds, ...chinese]).map(({ requests }) => requests.map(({ number }) => number))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test("are of one category, and what was cancelled does not count", () => {
    const other = asked(3, "Cancelled card, customer wants refund", { category: "system" });
    expect(repeated([...refunds.slice(0, 2), other], 3)).toEqual([]);
    const gone = asked(3, "Cancelled card, customer wants refund", { state: "cancelled" });
    expect(repeated([...refunds.slice(0, 2), gone], 3)).toEqual([]);
    expect(repeated(refunds, 3)).toHaveLength(1);
    expect(repeated(refunds, 4)).toEqual([]);
  });
});

const ana = aPerson();
const lead = aPerson({ id: anId(2), name: "Lee Wong", roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] });
const far = aPerson({ id: anId(3), name: "Fay Far", assignments: [anAssignment({ team: "south" })] });
const will = aPerson({ id: anId(4), name: "Will Young", roles: ["trainer"], assignments: [] });
const sam = aPerson({ id: anId(5), name: "Sam Reid", roles: ["supervisor"], assignments: [] });

function deps(all: readonly ReturnType<typeof asked>[], people = [ana, lead, far, will, sam]) {
  return {
    store: {
      openedBetween: async (_: string, from: Date, before: Date) =>
        all.filter(({ request }) => from <= request.openedAt && request.openedAt < before),
    },
    roster: {
      site: async () => site,
      peopleById: async (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id)),
      staffOf: async () => people,
    },
    rules: async () => rules,
  };
}

const shown = (blocks: readonly Block[]) => plainView({ title: "", blocks }).trim();

async function digest(all: readonly ReturnType<typeof asked>[], locale: Locale) {
  const section = helpInDigest(deps(all));
  const of = {
    site,
    reader: lead,
    teams: [aTeam()],
    day: day("2026-03-07"),
    today: day("2026-03-09"),
    at: at("09:15"),
  };
  const made = await section.gather(of);
  if (made === undefined || typeof made !== "function") return made;
  return shown(made({ locale, zone: site.zone }));
}

describe("a lead's digest", () => {
  const live = asked(6, "Payment page hangs", {
    state: "closed",
    firstAnswerAt: at("10:03", "2026-03-07"),
    overAt: at("10:12", "2026-03-07"),
    round: { number: 1, spentMin: 12, steps: 0, answerLateAt: at("10:02", "2026-03-07") },
  });
  const others = asked(6, "Payment page hangs", { asker: far.id });

  test("tells of the day and what comes again and again, what was late first, of their own teams", async () => {
    expect(await digest([...refunds, live, others], "en")).toMatchInlineSnapshot(`
      "Help on the floor, Sat, 7 Mar 2026
      • 1 was late on this day
      • Late: H-6 “Payment page hangs”
      • 1 asked, 1 of them with a customer on the line
      • With a customer on the line: first answer within 3 min; settled within 12 min
      Asked again and again this week
      • Customer, 3 times: H-1 “How do I refund a cancelled card?” · H-2 “refund for the cancelled card fails” · H-3 “Cancelled card, customer wants refund”"
    `);
  });

  test("tells what was late on the day also where it was opened before, and how many in all", async () => {
    const answerLateAt = at("09:00", "2026-03-07");
    const all = [1, 2, 3, 4, 5, 6].map((n) =>
      asked(n, `Thing number ${n} of ${"abcdefg"[n]}`, { answerLateAt, openedAt: at("17:59", "2026-03-06") }),
    );
    const told = await digest(all, "en");
    expect(told).toContain("6 were late on this day");
    expect(String(told).match(/Late: /g)).toHaveLength(5);
    const before = all.map((one) => ({ ...one, request: { ...one.request, answerLateAt: at("17:59", "2026-03-06") } }));
    expect((await digest(before, "en")) ?? "").not.toContain("late");
  });

  test("in Chinese", async () => {
    expect(await digest([...refunds, live], "zh-CN")).toMatchInlineSnapshot(`
      "2026年3月7日周六 现场求助
      • 当日超时 1 次
      • 超时：H-6 “Payment page hangs”
      • 求助 1 次，其中客户在线 1 次
      • 客户在线：3 分钟内首次回复；12 分钟内解决
      本周反复出现的问题
      • 客户问题，3 次：H-1 “How do I refund a cancelled card?” · H-2 “refund for the cancelled card fails” · H-3 “Cancelled card, customer wants refund”"
    `);
  });

  test("says nothing where nobody of theirs asked", async () => {
    expect(await digest([others], "en")).toBeUndefined();
  });
});

describe("trainers", () => {
  const told = async (all: readonly ReturnType<typeof asked>[], locale: Locale = "en") => {
    const kind = topicsKind(deps(all));
    const one = { site: site.id, period: "2026-03-09", isRevision: false };
    const [made] = await kind.prepare([one as never], at("09:00"));
    return made?.is === "view" ? plainView({ ...made.view({ locale, zone: site.zone }) }) : made;
  };

  test("hear on a Monday what was asked again and again in the week before", async () => {
    expect(await told(refunds)).toMatchInlineSnapshot(`
      "Worth a training: what the floor asked again and again, 2 Mar to 8 Mar
      Each of these was asked at least 3 times. A briefing, or an answer that is kept, saves the next call.
      • Customer, 3 times: H-1 “How do I refund a cancelled card?” · H-2 “refund for the cancelled card fails” · H-3 “Cancelled card, customer wants refund”"
    `);
    expect(await told(refunds, "zh-CN")).toMatchInlineSnapshot(`
      "建议安排培训：3月2日至3月8日现场反复求助的问题
      以下问题一周内均被问到至少 3 次。做一次小培训，或沉淀一条答案，下一通电话就能少等一会儿。
      • 客户问题，3 次：H-1 “How do I refund a cancelled card?” · H-2 “refund for the cancelled card fails” · H-3 “Cancelled card, customer wants refund”"
    `);
  });

  test("hear nothing where nothing was", async () => {
    expect(await told(refunds.slice(0, 2))).toEqual({ is: "skip", why: "nothing-to-tell" });
    const later = refunds.map(({ request, words }) => ({ request: { ...request, openedAt: at("10:00") }, words }));
    expect(await told(later)).toEqual({ is: "skip", why: "nothing-to-tell" });
  });

  test("are told, and supervisors where there are none", async () => {
    const to = async (people: Parameters<typeof deps>[1]) =>
      (
        await topicsKind(deps([], people)).recipients({
          kind: "help-topics",
          site: site.id,
          period: "2026-03-09",
          at: at("09:00"),
          body: {},
        })
      ).map(({ to }) => to);
    expect(await to([ana, will, sam])).toEqual([{ is: "person", id: will.id }]);
    expect(await to([ana, sam])).toEqual([{ is: "person", id: sam.id }]);
  });
});
