import type { LocalDate } from "../../../kernel/time.ts";
import { type Metric, metrics } from "../scorecard.ts";
import { type Periods, periodsOf } from "./compared.ts";
import type { Entry, Meaning } from "./meaning.ts";
import { isPeriodName, periodNamed, periodWords } from "./periods.ts";
import { plain } from "./plain.ts";
import { lexicon, readings } from "./segment.ts";
import type { Named, Synonym } from "./store.ts";
import { vocabulary } from "./vocabulary.ts";

/** A question about scores in the terms of the command or action that answers it. */
export type Understood = {
  readonly name: "myscore" | "teamscore" | "score.read";
  readonly given: Readonly<Record<string, string>>;
};

/** What is known when a sentence is read: the asker's day, and the names and words of their company. */
export type Known = {
  readonly today: LocalDate;
  readonly words: readonly Synonym[];
  readonly people: readonly Named<string>[];
  readonly teams: readonly Named<string>[];
};

/** A longer text asks more than one thing. */
const longest = 300;

/** Dashes and dots that stand for “to”. */
const ranges = / [-–—] |(?<=[日号])[-–—](?=\d)|~|\.\.+(?=\d)/g;

const isMetric = (name: string): name is Metric => metrics.some((metric) => metric === name);

/** A company's own word; undefined where it means what there no longer is. */
function own({ text, kind, means }: Synonym, today: LocalDate): Entry[] {
  const word = plain(text);
  if (kind === "metric" && isMetric(means)) return [{ word, means: [{ is: "metric", metric: means }] }];
  if (kind === "period" && isPeriodName(means)) return [{ word, means: [periodNamed(means, today)] }];
  return [];
}

const named = (is: "person" | "team", all: readonly Named<string>[]): Entry[] =>
  all.flatMap(({ id, name }) => (plain(name).length < 2 ? [] : [{ word: plain(name), means: [{ is, id }] }]));

/** All words that may stand in a sentence; a company's own word hides ours. */
function everyWord({ today, words, people, teams }: Known): Entry[] {
  const theirs = words.flatMap((synonym) => own(synonym, today));
  const taken = new Set(theirs.map(({ word }) => word));
  const periods = periodWords.flatMap(([name, calls]) =>
    calls.map((word) => ({ word, means: [periodNamed(name, today)] })),
  );
  const ours = [...vocabulary, ...periods].filter(({ word }) => !taken.has(word));
  return [...theirs, ...ours, ...named("person", people), ...named("team", teams)];
}

type Whose = { readonly is: "self" | "own-team" | "nobody" } | { readonly is: "person" | "team"; readonly id: string };

/** The one whom a sentence is about; undefined where it is about two. */
function subjectOf(said: readonly Meaning[]): Whose | undefined {
  const ids = (is: "person" | "team") => [...new Set(said.flatMap((one) => (one.is === is ? [one.id] : [])))];
  const teams = ids("team").map((id): Whose => ({ is: "team", id }));
  const people = ids("person").map((id): Whose => ({ is: "person", id }));
  // “Blue Team” and “team Blue” are one team.
  const mine = said.some(({ is }) => is === "own-team") && teams.length === 0 ? [{ is: "own-team" } as const] : [];
  const me = said.some(({ is }) => is === "self") ? [{ is: "self" } as const] : [];
  const [whose, ...more] = [...teams, ...people, ...mine, ...me];
  return more.length > 0 ? undefined : (whose ?? { is: "nobody" });
}

/**
 * Whether a sentence is about scores at all: by a metric or a score word, by two periods compared, as a period and
 * nothing else, or by a subject that is asked about for a period or how they are doing.
 */
function isOfScores(said: readonly Meaning[]): boolean {
  const has = (...kinds: readonly Meaning["is"][]) => said.some(({ is }) => kinds.includes(is));
  if (said.some((one) => one.is === "metric" || (one.is === "score" && one.firm))) return true;
  if (has("versus", "against") && said.filter(({ is }) => is === "period").length === 2) return true;
  if (has("period") && said.length === 1) return true;
  if (!said.some((one) => "id" in one || ((one.is === "self" || one.is === "own-team") && one.firm))) return false;
  return has("asking") ? has("period", "score") : has("period") && !has("loose", "score");
}

function asked(whose: Whose, { period, against }: Periods, metric: Metric | undefined): Understood | undefined {
  const what = { ...(period === undefined ? {} : { period }), ...(metric === undefined ? {} : { metric }) };
  if (whose.is === "self" || whose.is === "nobody") {
    return { name: "myscore", given: { ...what, ...(against === undefined ? {} : { against }) } };
  }
  if (against !== undefined) return undefined;
  if (whose.is === "person") return { name: "score.read", given: { person: whose.id, ...what } };
  return { name: "teamscore", given: { ...(whose.is === "team" ? { team: whose.id } : {}), ...what } };
}

/** What one reading of a sentence asks. */
function meant(said: readonly Meaning[]): Understood | undefined {
  const [metric, ...more] = new Set(said.flatMap((one) => (one.is === "metric" ? [one.metric] : [])));
  const whose = subjectOf(said);
  const periods = periodsOf(said);
  if (!isOfScores(said) || more.length > 0 || whose === undefined || periods === undefined) return undefined;
  return asked(whose, periods, metric);
}

/**
 * What a sentence in English, Chinese or both asks about scores. Every letter of it has to be understood, and in one way
 * only: rather no answer than an answer to another question.
 */
export function understand(text: string, known: Known): Understood | undefined {
  const line = plain(text.slice(0, 4 * longest)).replace(ranges, " to ");
  if (line.length > longest || text.length > 4 * longest) return undefined;
  const found = readings(line, known.today, lexicon(everyWord(known))).flatMap((said) => meant(said) ?? []);
  const [only, ...others] = new Map(found.map((one) => [JSON.stringify(one), one])).values();
  return others.length > 0 ? undefined : only;
}
