import { describe, expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import { type Action, action, type Command, command, view } from "./command.ts";
import { registry } from "./registry.ts";

const nothing = {
  summary: say({ en: "x", "zh-CN": "x" }),
  allow: "everyone",
  audience: "asker",
  params: {},
  run: async () => view(() => ({ title: "", blocks: [] })),
} as const;
const commandOf = (name: string): Command => command({ ...nothing, name });
const actionOf = (name: string): Action => action({ ...nothing, name });
const house = registry(
  [commandOf("appeal new"), commandOf("appeal status"), commandOf("myscore")],
  [actionOf("explain")],
);

describe("finding a command", () => {
  test.each([
    ["myscore", "myscore", ""],
    ["  MyScore   last  week ", "myscore", "last  week "],
    ["appeal new too low", "appeal new", "too low"],
    ["appeal\tstatus", "appeal status", ""],
    ["myscore new", "myscore", "new"],
    ["myscore\nsecond line", "myscore", "second line"],
  ])("“%s” is %s with “%s”", (line, name, rest) => {
    const found = house.find(line);
    expect([found?.command.name, found?.rest]).toEqual([name, rest]);
  });

  test.each(["", "  ", "appeal", "appeal newer", "explain", "mysco", "我的成绩", "constructor"])(
    "“%s” is none",
    (line) => {
      expect(house.find(line)).toBeUndefined();
    },
  );

  test("commands and actions are known by their names", () => {
    expect(house.named("explain")?.name).toBe("explain");
    expect(house.named("appeal new")?.name).toBe("appeal new");
    expect(house.named("toString")).toBeUndefined();
  });
});

describe("what is declared wrongly does not start", () => {
  test.each([
    ["two of one name", [commandOf("a"), commandOf("a")], [], "declared twice: a"],
    ["an action named as a command", [commandOf("a")], [actionOf("a")], "declared twice: a"],
    ["a command beside its own subcommand", [commandOf("a"), commandOf("a b")], [], "a cannot be a command beside a b"],
    ["capitals", [commandOf("MyScore")], [], "not a command name"],
    ["three words", [commandOf("a b c")], [], "not a command name"],
    ["a name that is too long", [commandOf("x".repeat(32))], [], "not a command name"],
    ["no name", [commandOf("")], [], "not a command name"],
  ])("%s", (_, commands, actions, message) => {
    expect(() => registry(commands, actions)).toThrow(message);
  });
});
