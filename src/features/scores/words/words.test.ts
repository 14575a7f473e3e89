import { expect, test } from "vitest";
import { day } from "../../../kernel/time.ts";
import { anId } from "../../../testing/builders.ts";
import { type NamesStore, wordsOfScores } from "./index.ts";

const today = day("2026-03-11");
const asker = { person: anId(1), site: "leeds" };

/** A store that knows Ana (who asks) and Bo of Leeds, and answers only what it is asked about. */
function house() {
  const asked: unknown[] = [];
  const store: NamesStore = {
    words: async () => [{ text: "talk speed", kind: "metric", means: "handle-time" }],
    peopleNamedIn: async (site, text, on) => {
      asked.push([site, on]);
      const all = [
        { id: anId(1), name: "Ana" },
        { id: anId(2), name: "Bo" },
      ];
      return all.filter(({ name }) => text.includes(name));
    },
    teamsNamedIn: async (site, text) => {
      asked.push([site]);
      return text.includes("North") ? [{ id: "north", name: "North" }] : [];
    },
  };
  return { asked, ask: (text: string) => wordsOfScores({ store })(text, asker, today) };
}

test("names and words come from the asker's own company and site, as of the day", async () => {
  const { ask, asked } = house();
  expect(await ask("Bo's talk speed yesterday")).toEqual({
    name: "score.read",
    given: { person: anId(2), metric: "handle-time", period: "yesterday" },
  });
  expect(asked).toEqual([["leeds", today], ["leeds"]]);
  expect(await ask("North csat")).toEqual({ name: "teamscore", given: { team: "north", metric: "csat" } });
});

test("whoever asks by their own name asks about themselves", async () => {
  expect(await house().ask("Ana's csat last week")).toEqual({
    name: "myscore",
    given: { metric: "csat", period: "last week" },
  });
});

test("a text that no question is as long as asks the database nothing", async () => {
  const { ask, asked } = house();
  expect(await ask("my csat ".repeat(625))).toBeUndefined();
  expect(asked).toEqual([]);
});
