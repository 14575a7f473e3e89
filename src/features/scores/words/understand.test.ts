import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/time.ts";
import { periodWords as messages } from "../messages/period.ts";
import { readPeriod } from "../period.ts";
import { type Known, understand } from "./understand.ts";

/** Wednesday 11 March 2026, at a site with Ana, 王芳 and April, Blue Team and 一组. */
const known: Known = {
  today: day("2026-03-11"),
  words: [
    { text: "talk speed", kind: "metric", means: "handle-time" },
    { text: "满意", kind: "metric", means: "csat" },
    { text: "payday week", kind: "period", means: "last-week" },
    { text: "calls", kind: "metric", means: "evaluations" },
    { text: "gone", kind: "metric", means: "niceness" },
  ],
  people: [
    { id: "ana", name: "Ana" },
    { id: "wang", name: "王芳" },
    { id: "april", name: "April" },
  ],
  teams: [
    { id: "blue", name: "Blue Team" },
    { id: "yizu", name: "一组" },
  ],
};

const said = (text: string) => {
  const understood = understand(text, known);
  if (understood === undefined) return "nothing";
  const values = Object.entries(understood.given).map(([name, value]) => `${name}=${value}`);
  return [understood.name, ...values.sort()].join(" ");
};

describe("about oneself", () => {
  test.each([
    ["how was my AHT last week?", "myscore metric=handle-time period=last week"],
    ["AHT last week", "myscore metric=handle-time period=last week"],
    ["我昨天多少分", "myscore period=yesterday"],
    ["我今天多少分？", "myscore period=today"],
    ["how did I do on Monday", "myscore period=2026-03-09"],
    ["How am I doing this month", "myscore period=month"],
    ["how was my week", "myscore period=week"],
    ["我的AHT这周怎么样", "myscore metric=handle-time period=week"],
    ["我上周的 quality 多少", "myscore metric=quality period=last week"],
    ["show me my CSAT 昨天", "myscore metric=csat period=yesterday"],
    ["ＭＹ　ＣＳＡＴ，上周？", "myscore metric=csat period=last week"],
    ["WHAT WAS MY SERVICE LEVEL YESTERDAY", "myscore metric=service-level period=yesterday"],
    ["how many contacts did I handle yesterday", "myscore metric=volume period=yesterday"],
    ["我昨天接了多少个电话", "myscore metric=volume period=yesterday"],
    ["请问我过去7天的满意度是多少", "myscore metric=csat period=2026-03-05..2026-03-11"],
    ["我的一次解决率", "myscore metric=first-contact-resolution"],
    ["my fcr", "myscore metric=first-contact-resolution"],
    ["my first-contact resolution in february", "myscore metric=first-contact-resolution period=2026-02"],
    ["我这个月质检怎么样", "myscore metric=quality period=month"],
    ["我的出勤和上个月", "myscore metric=attendance period=last month"],
    ["我的培训成绩", "myscore metric=training"],
    ["工时利用率 本月", "myscore metric=occupancy period=month"],
    ["放弃率昨天", "myscore metric=abandon-rate period=yesterday"],
    ["我想看我昨天的得分", "myscore period=yesterday"],
    ["may I see my score for may", "myscore period=2025-05"],
    ["my points, please", "myscore"],
    ["last 7 days", "myscore period=2026-03-05..2026-03-11"],
    ["上周", "myscore period=last week"],
    ["my overturn rate last month", "myscore metric=overturns period=last month"],
    ["我的校准一致性", "myscore metric=agreement"],
  ])("“%s”", (text, expected) => expect(said(text)).toBe(expected));
});

describe("about somebody or a team", () => {
  test.each([
    ["Ana's quality in March", "score.read metric=quality period=2026-03 person=ana"],
    ["Ana’s AHT", "score.read metric=handle-time person=ana"],
    ["how is Ana doing this week", "score.read period=week person=ana"],
    ["王芳上个月的平均处理时长", "score.read metric=handle-time period=last month person=wang"],
    ["帮我查一下王芳9号的质检", "score.read metric=quality period=2026-03-09 person=wang"],
    ["@Ana csat", "score.read metric=csat person=ana"],
    ["team csat this month", "teamscore metric=csat period=month"],
    ["how did we do last week", "teamscore period=last week"],
    ["my team's result", "teamscore"],
    ["我们组昨天怎么样", "teamscore period=yesterday"],
    ["组里这周的满意度", "teamscore metric=csat period=week"],
    ["Blue Team yesterday", "teamscore period=yesterday team=blue"],
    ["一组上周满意度怎么样", "teamscore metric=csat period=last week team=yizu"],
    ["上周一组满意度怎么样", "teamscore metric=csat period=last week team=yizu"],
  ])("“%s”", (text, expected) => expect(said(text)).toBe(expected));
});

describe("compared", () => {
  test.each([
    ["compare my volume with last month", "myscore against=last month metric=volume period=month"],
    ["我这个月跟上个月比怎么样", "myscore against=last month period=month"],
    ["跟上个月比我这个月怎么样", "myscore against=last month period=month"],
    ["is my csat better than last week?", "myscore against=last week metric=csat period=week"],
    ["比昨天我的满意度高了吗", "myscore against=yesterday metric=csat period=today"],
    ["this week vs last week", "myscore against=last week period=week"],
    ["compared with last month, my aht in january", "myscore against=last month metric=handle-time period=2026-01"],
    ["compare my score today with today", "nothing"],
    ["compare my csat", "nothing"],
    ["compare my csat with Ana", "nothing"],
    ["compare Ana's csat with last month", "nothing"],
    ["compare my score with the last 7 days", "nothing"],
    ["compare yesterday, last week and last month", "nothing"],
  ])("“%s”", (text, expected) => expect(said(text)).toBe(expected));
});

describe("a time", () => {
  test.each([
    ["monday", "2026-03-09"],
    ["Wednesday", "2026-03-11"],
    ["thursday", "2026-03-05"],
    ["last wednesday", "2026-03-04"],
    ["this friday", "2026-03-13"],
    ["周一", "2026-03-09"],
    ["星期四", "2026-03-05"],
    ["上周一", "2026-03-02"],
    ["上个星期天", "2026-03-08"],
    ["上上周五", "2026-02-27"],
    ["march", "2026-03"],
    ["last march", "2025-03"],
    ["December", "2025-12"],
    ["3月", "2026-03"],
    ["十二月份", "2025-12"],
    ["2026年2月", "2026-02"],
    ["feb 2025", "2025-02"],
    ["前天", "2026-03-09"],
    ["大前天", "2026-03-08"],
    ["day before yesterday", "2026-03-09"],
    ["2026-03-09", "2026-03-09"],
    ["2026年3月9日", "2026-03-09"],
    ["9th of March", "2026-03-09"],
    ["March 12", "2025-03-12"],
    ["feb 29", "2024-02-29"],
    ["3月9号", "2026-03-09"],
    ["31号", "2026-01-31"],
    ["past week", "2026-03-05..2026-03-11"],
    ["最近一周", "2026-03-05..2026-03-11"],
    ["last two weeks", "2026-02-26..2026-03-11"],
    ["近一个月", "2026-02-12..2026-03-11"],
    ["上上周", "2026-02-23.."],
    ["week before last", "2026-02-23.."],
    ["上上个月", "2026-01"],
    ["from 2026-03-01 to 2026-03-05", "2026-03-01..2026-03-05"],
    ["3月1日到3月5日", "2026-03-01..2026-03-05"],
    ["monday - today", "2026-03-09..2026-03-11"],
    ["3月1日-3月5日", "2026-03-01..2026-03-05"],
    ["2026-03-01..2026-03-05", "2026-03-01..2026-03-05"],
    ["monday ～ yesterday", "2026-03-09..2026-03-10"],
    ["payday week", "last week"],
  ])("“%s” is %s, which a command reads", (text, expected) => {
    expect(said(`my score ${text}`)).toBe(`myscore period=${expected}`);
    const read = readPeriod(expected, known.today);
    // What is still to come is the command's to refuse.
    expect(read.ok || read.refusal.say("en")).toBe(read.ok || messages.futurePeriod("en"));
  });

  test.each([
    "2026-02-30",
    "0 days",
    "last 0 days",
    "2月30日",
    "13月",
    "二十五月",
    "3/9",
    "next week",
    "明天",
    "wednesdays",
    "last year",
  ])("“%s” is none", (text) => expect(said(`my score ${text}`)).toBe("nothing"));
});

describe("words of the company", () => {
  test("are known, hide ours, and mean nothing where they mean what there is not", () => {
    expect(said("my talk speed today")).toBe("myscore metric=handle-time period=today");
    expect(said("我的满意度和满意")).toBe("myscore metric=csat");
    expect(said("my calls today")).toBe("myscore metric=evaluations period=today");
    expect(said("my gone today")).toBe("nothing");
  });
});

describe("a slip of one letter in a long word", () => {
  test.each([
    ["my qualty last week", "myscore metric=quality period=last week"],
    ["my attendence", "myscore metric=attendance"],
    ["customer satisfaction yesterdy", "myscore metric=csat period=yesterday"],
    ["what's my utilizaton", "myscore metric=occupancy"],
  ])("“%s” is still understood", (text, expected) => expect(said(text)).toBe(expected));

  test.each([
    "qualify",
    "equality",
    "duality",
    "trailing",
    "straining",
    "raining",
    "contracts",
    "revolution",
    "aha",
    "scope",
  ])("“%s” is an ordinary word", (word) => expect(said(`my ${word} today`)).toBe("nothing"));
});

describe("rather nothing than another question's answer", () => {
  test.each([
    "thanks!",
    "thanks Ana",
    "lunch at 12?",
    "see you monday",
    "is Ana in today?",
    "王芳今天在吗",
    "how is Ana?",
    "what are you doing today",
    "my lunch yesterday",
    "my week was good",
    "<@everyone> my csat",
    "Zoe's quality in March",
    "Ana and 王芳 csat",
    "my csat and my aht",
    "my csat on Monday and Tuesday",
    "my Blue Team",
    "Blue Team and 一组 csat",
    "who has the worst score",
    "April's quality",
    "banana csat",
    "my csat for project Acme",
    "my csat; DROP TABLE person",
    "my csat 🎉 café",
    "",
    "   ",
    "?!",
    "constructor",
    "__proto__ score",
    "my score ".repeat(555),
    "我的".repeat(2500),
  ])("“%.40s”", (text) => expect(said(text)).toBe("nothing"));

  test("a month's name is a month where somebody is called so too, if only that makes sense", () => {
    expect(said("my quality in April")).toBe("myscore metric=quality period=2025-04");
  });

  test("two of one name are nobody", () => {
    const people = [...known.people, { id: "other", name: "Ana" }];
    expect(understand("Ana's csat", { ...known, people })).toBeUndefined();
  });
});
