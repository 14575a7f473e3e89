import { expect, test } from "vitest";
import { agents } from "./agents.ts";
import { durationField, seconds } from "./fields.ts";
import type { Problem } from "./problem.ts";

test.each([
  ["0", 0],
  ["166", 166],
  ["12.5", 13],
  ["2:46", 166],
  ["75:00", 4500],
  ["1:02:03", 3723],
  ["-57", -57],
  ["-0:57", -57],
  ["1:60", undefined],
  ["1e3", undefined],
  ["NaN", undefined],
  ["五", undefined],
])("%s lasts %s seconds", (text, length) => {
  expect(seconds(text)).toBe(length);
});

test.each<[string, "refuse" | "zero", number, Problem["why"][]]>([
  ["", "refuse", 0, []],
  ["-5", "refuse", 0, ["negative-duration"]],
  ["-5", "zero", 0, []],
  ["604800", "refuse", 604_800, []],
  ["604801", "refuse", 604_801, ["too-long-a-duration"]],
  ["soon", "zero", 0, ["not-a-duration"]],
])("a cell of %j (negative: %s) is %d with %j", (cell, negative, length, problems) => {
  const bad: Problem[] = [];
  expect(durationField("talk", ([text = ""]) => text, negative)([cell], bad)).toBe(length);
  expect(bad.map(({ why }) => why)).toEqual(problems);
});

const roster = [
  { id: "ana", employeeNo: "1001", name: "Ana Diaz", email: "ana@example.com", aliases: ["ext-17", "Ben Okri"] },
  { id: "ben", employeeNo: "1002", name: "Ben Okri", aliases: [] },
  { id: "li-1", employeeNo: "1003", name: "Li Wei", aliases: [] },
  { id: "li-2", employeeNo: "1004", name: "Li Wei", aliases: ["1001"] },
];

test.each([
  ["EXT-17", "ana", []],
  ["1002", "ben", []],
  ["Ana@Example.com", "ana", []],
  ["ana diaz", "ana", []],
  // An alias says more than a name or a number.
  ["Ben Okri", "ana", []],
  ["1001", "li-2", []],
  ["Li Wei", undefined, [{ why: "ambiguous-agent", field: "agent", value: "Li Wei" }]],
  ["Ana Dias", undefined, [{ why: "unknown-agent", field: "agent", value: "Ana Dias", nearest: "Ana Diaz" }]],
  ["Zoe", undefined, [{ why: "unknown-agent", field: "agent", value: "Zoe" }]],
  ["", undefined, []],
])("%s is %s", (text, id, problems) => {
  const bad: Problem[] = [];
  const find = agents(roster, "refuse", () => "new").field(([cell = ""]) => cell);
  expect(find([text], bad, 0)).toBe(id);
  expect(bad).toEqual(problems);
});

test("an unknown agent is added once, from the first day, unless the row is bad", () => {
  let next = 0;
  const known = agents(roster, { add: { team: "north" } }, () => `new-${++next}`);
  const find = known.field(([cell = ""]) => cell);
  expect(find(["Zoe"], [], 20_000)).toBe("new-1");
  expect(find(["ZOE"], [], 19_990)).toBe("new-1");
  expect(find(["Max"], [{ why: "nul" }], 20_000)).toBeUndefined();
  expect(known.added()).toEqual([{ id: "new-1", name: "Zoe", team: "north", from: "2024-09-24" }]);
});
