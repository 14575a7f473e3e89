import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../kernel/time.ts";
import { namedPeriods } from "../period.ts";
import { metricWords } from "./metric-words.ts";
import { periodWords } from "./periods.ts";
import { type Known, understand } from "./understand.ts";

const known: Known = {
  today: day("2026-03-11"),
  words: [],
  people: [
    { id: "ana", name: "Ana Diaz" },
    { id: "wang", name: "王芳" },
  ],
  teams: [
    { id: "blue", name: "Blue Team" },
    { id: "yizu", name: "一组" },
  ],
};

type Subject = { readonly name: string; readonly given: Readonly<Record<string, string>> };
const me: Subject = { name: "myscore", given: {} };
const us: Subject = { name: "teamscore", given: {} };
const ana: Subject = { name: "score.read", given: { person: "ana" } };
const wang: Subject = { name: "score.read", given: { person: "wang" } };
const blue: Subject = { name: "teamscore", given: { team: "blue" } };
const yizu: Subject = { name: "teamscore", given: { team: "yizu" } };

const english: readonly (readonly [string, Subject])[] = [
  ["my", me],
  ["my team's", us],
  ["our", us],
  ["Ana Diaz's", ana],
  ["Blue Team", blue],
];
const chinese: readonly (readonly [string, Subject])[] = [
  ["我的", me],
  ["我们组的", us],
  ["王芳的", wang],
  ["一组的", yizu],
];

type Pattern = (whose: string, metric: string, period: string) => string;
const englishPatterns: readonly Pattern[] = [
  (whose, metric, period) => `how was ${whose} ${metric} ${period}?`,
  (whose, metric, period) => `${whose} ${metric}, ${period}`,
  (whose, metric, period) => `Show me ${whose} ${metric} for ${period} please`,
  (whose, metric, period) => `${period}: ${whose} ${metric}`,
];
const chinesePatterns: readonly Pattern[] = [
  (whose, metric, period) => `${period}${whose}${metric}怎么样？`,
  (whose, metric, period) => `请问${whose}${metric}${period}是多少`,
  (whose, metric, period) => `帮我查一下${whose}${period}${metric}`,
];

const languages = fc.oneof(
  fc.record({
    whose: fc.constantFrom(...english),
    pattern: fc.constantFrom(...englishPatterns),
    latin: fc.constant(true),
  }),
  fc.record({
    whose: fc.constantFrom(...chinese),
    pattern: fc.constantFrom(...chinesePatterns),
    latin: fc.constant(false),
  }),
);
const words = <T extends string>(all: readonly (readonly [T, readonly string[]])[]) =>
  fc.constantFrom(...all.flatMap(([means, calls]) => calls.map((word) => ({ means, word }))));

test("every metric, period and subject is understood as just that, in every pattern of both languages and mixed", () => {
  fc.assert(
    fc.property(languages, words(metricWords), words(periodWords), ({ whose, pattern, latin }, metric, period) => {
      const [subject, { name, given }] = whose;
      // Latin words side by side need a space.
      const apart = (word: string) => (!latin && /^[a-z]/.test(word) ? ` ${word} ` : word);
      const text = pattern(subject, apart(metric.word), apart(period.word));
      expect({ text, ...understand(text, known) }).toEqual({
        text,
        name,
        given: { ...given, metric: metric.means, period: namedPeriods[period.means].calls[0] },
      });
    }),
    { numRuns: 600 },
  );
});

test("every word of every metric stands for it", () => {
  for (const [metric, calls] of metricWords) {
    for (const word of calls) {
      expect({ word, ...understand(`my ${word}`, known) }).toEqual({ word, name: "myscore", given: { metric } });
    }
  }
});

test("whatever is written, nothing throws", () => {
  const pieces = fc.constantFrom(
    "my ",
    "我的",
    "csat",
    "上",
    "周",
    "一",
    "last ",
    "9",
    "月",
    "-",
    "'s",
    "team",
    " ",
    "比",
    "to ",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const understood = understand(written, known);
      expect(["myscore", "teamscore", "score.read", undefined]).toContain(understood?.name);
    }),
    { numRuns: 500 },
  );
});
