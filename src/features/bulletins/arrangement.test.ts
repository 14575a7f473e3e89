import { describe, expect, test } from "vitest";
import { arrange, arrangement } from "./arrangement.ts";

const names = ["voices", "stars", "quizzes", "operations"];
const standing = (all: ReturnType<typeof arrangement>) =>
  all.map(({ name, dropped }) => (dropped ? `(${name})` : name)).join(" ");

describe("the order of sections", () => {
  test("is the usual one until editors arrange them; a section that it does not know comes last", () => {
    expect(standing(arrangement([], names))).toBe("operations stars voices quizzes");
  });

  test("keeps what was arranged, adds what is new, forgets what there is no more", () => {
    const arranged = [
      { name: "voices", dropped: true },
      { name: "gone", dropped: false },
      { name: "stars", dropped: false },
    ];
    expect(standing(arrangement(arranged, names))).toBe("(voices) stars operations quizzes");
  });

  const all = arrangement([], names);
  test.each([
    ["stars", "up", "stars operations voices quizzes"],
    ["stars", "down", "operations voices stars quizzes"],
    ["operations", "up", "operations stars voices quizzes"],
    ["quizzes", "down", "operations stars voices quizzes"],
    ["stars", "drop", "operations (stars) voices quizzes"],
    ["nothing", "drop", "operations stars voices quizzes"],
  ] as const)("%s %s", (name, change, expected) => expect(standing(arrange(all, name, change))).toBe(expected));

  test("what was dropped can be put back where it was", () => {
    expect(standing(arrange(arrange(all, "stars", "drop"), "stars", "put-back"))).toBe(standing(all));
  });
});
