import { describe, expect, test } from "vitest";
import { done, refuse } from "../../kernel/outcome.ts";
import { aPerson } from "../../testing/builders.ts";
import type { Person } from "../people/index.ts";
import { kudosConfig } from "./rules.ts";
import { namedIn, valueAt } from "./typed.ts";

const { values } = kudosConfig.parse({
  values: {
    care: { en: "Care", "zh-CN": "关怀" },
    "care-first": { en: "Care first", "zh-CN": "关怀至上" },
    "know-how": { en: "Know-how", "zh-CN": "专业" },
    // Its name is another's id.
    swift: { en: "Swiftness", "zh-CN": "know-how" },
  },
});

describe("the value that a line begins with", () => {
  test.each([
    ["care he stayed", "care", "he stayed"],
    ["care first he stayed", "care-first", "he stayed"],
    ["Care-First: he stayed", "care-first", "he stayed"],
    ["care-first", "care-first", ""],
    ["“care first” he stayed", "care-first", "he stayed"],
    ['"first" he stayed', "care-first", "he stayed"],
    ["「关怀至上」他留下来帮我", "care-first", "他留下来帮我"],
    ["关怀至上他留下来帮我", "care-first", "他留下来帮我"],
    ["关怀，他留下来帮我", "care", "他留下来帮我"],
    ["专业 “讲解清楚，客户满意”", "know-how", "讲解清楚，客户满意"],
    ["care “he” stayed", "care", "“he” stayed"],
  ])("%s", (line, value, reason) => expect(valueAt(values, line)).toEqual({ value, reason }));

  test.each([
    ["none", "he stayed"],
    ["a part of one without quotes", "first he stayed"],
    ["the beginning of a longer word", "careful he was"],
    ["a part of several, in quotes", '"know" he stayed'],
    ["what two are called", "know-how he stayed"],
    ["nothing", ""],
  ])("%s is no value", (_, line) => expect(valueAt(values, line)).toBeUndefined());
});

describe("the name that a line begins with", () => {
  const people = ["Ana", "Ana Care", "Ana Diaz", "王伟", "王伟明", "Bo Lund", "Bo Lund"].map((name, n) =>
    aPerson({ id: `p${n}`, name }),
  );
  const find = async (text: string) => {
    const [one, ...more] = people.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (one === undefined) return refuse({ why: "nobody", say: () => text } as const);
    return more.length === 0 ? done<Person>(one) : refuse({ why: "several", say: () => text } as const);
  };
  const read = async (line: string) => {
    const { found, rest } = await namedIn(line, values, find);
    return found.ok ? [found.value.name, rest] : [found.refusal.why, found.refusal.say("en")];
  };

  test.each([
    ["ana diaz care first he stayed", "Ana Diaz", "care first he stayed"],
    ["Ana care he stayed", "Ana", "care he stayed"],
    ["Ana Care care he stayed", "Ana Care", "care he stayed"],
    ['"Ana Care" care he stayed', "Ana Care", "care he stayed"],
    ["“Ana Diaz”: care he stayed", "Ana Diaz", "care he stayed"],
    ["「王伟」关怀他留下来", "王伟", "关怀他留下来"],
    ["王伟明关怀至上他留下来", "王伟明", "关怀至上他留下来"],
    ["王伟 关怀 他留下来", "王伟", "关怀 他留下来"],
    ["王伟明，谢谢", "王伟明", "谢谢"],
    ["Ana Diaz he stayed", "Ana Diaz", "he stayed"],
    ["Bo Lund care he stayed", "several", "Bo Lund"],
    ["Zed Zimmer care he stayed", "nobody", "Zed Zimmer"],
    ["Zed stayed", "nobody", "Zed"],
    ['"Ana Zimmer" care he stayed', "nobody", "Ana Zimmer"],
  ])("%s", async (line, name, rest) => expect(await read(line)).toEqual([name, rest]));
});
