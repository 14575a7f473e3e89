import { z } from "zod";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type ConfigProblem, type Path, type Place, pathText } from "./problem.ts";
import { type ConfigFile, fileSchema } from "./schema.ts";
import { nearestOf, perhapsOf } from "./worded.ts";

export type Problems = { readonly why: "wrong"; readonly problems: readonly ConfigProblem[] };

/** A file that was read: what it says and where it says it. */
export type ConfigDocument = {
  readonly file: ConfigFile;
  readonly problem: (path: Path, message: ConfigProblem["message"]) => ConfigProblem;
};

type Issue = z.core.$ZodIssue;

/** The issues of the alternative that came nearest to fitting: the one that failed deepest, then with the fewest. */
function leaves(issue: Issue): Issue[] {
  if (issue.code === "invalid_key") return issue.issues.map((leaf) => ({ ...leaf, path: issue.path }));
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) => errors.flatMap(leaves));
  const depth = (branch: Issue[]) => Math.max(...branch.map(({ path }) => path.length));
  const [nearest = []] = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return nearest.map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] }));
}

const usual: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  en: z.locales.en().localeError,
  "zh-CN": z.locales.zhCN().localeError,
};

/** Keys that nobody knows are told one to a line, each with the known one that is nearest. */
const wordsIn =
  (locale: Locale): z.core.$ZodErrorMap =>
  (issue) => {
    if (issue.code !== "unrecognized_keys") return usual[locale](issue);
    const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    const lines = issue.keys.map((key) => {
      const told = usual[locale]({ ...issue, keys: [key] });
      return perhapsOf(key, known)?.(locale) ?? (typeof told === "string" ? told : (told?.message ?? key));
    });
    return lines.map((line) => line.replaceAll("\n", " ")).join("\n");
  };

function issuesIn(value: unknown, locale: Locale): Issue[] {
  const read = fileSchema.safeParse(value, { error: wordsIn(locale) });
  return read.success ? [] : read.error.issues.flatMap(leaves);
}

/** What stands at a path of a value. */
const valueAt = (value: unknown, path: Issue["path"]): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[part], value);

const isSay = (words: unknown): words is Say => typeof words === "function";

/** The words of an issue where they are ours: a rule's own in its `params`, or those for a name that none of a list has. */
function ownWords(issue: Issue, value: unknown): Say | undefined {
  if (issue.code === "custom" && isSay(issue.params?.say)) return issue.params.say;
  if (issue.code !== "invalid_union" || !("options" in issue)) return undefined;
  const names = (issue.options ?? []).filter((option) => typeof option === "string");
  return nearestOf(valueAt(value, issue.path), names);
}

/** The places of an issue with its words there: a key that nobody knows is a place of its own. */
function placesOf(issue: Issue): { readonly path: Path; readonly words: string }[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code !== "unrecognized_keys") return [{ path, words: issue.message }];
  const lines = issue.message.split("\n");
  return issue.keys.map((key, index) => ({ path: [...path, key], words: lines[index] ?? issue.message }));
}

/** Takes what a file says for a configuration; everything that is wrong with it is told at once, at its place. */
export function checked(value: unknown, placeOf: (path: Path) => Place): Outcome<ConfigDocument, Problems> {
  const problem = (path: Path, message: ConfigProblem["message"]): ConfigProblem => ({
    path: pathText(path),
    ...placeOf(path),
    message,
  });
  const read = fileSchema.safeParse(value);
  if (read.success) return done({ file: read.data, problem });
  const chinese = issuesIn(value, "zh-CN").flatMap(placesOf);
  const english = issuesIn(value, "en").flatMap((issue) => placesOf(issue).map((place) => ({ ...place, issue })));
  const problems = english.map(({ path, words, issue }, index) => {
    const both = say({ en: words, "zh-CN": chinese[index]?.words ?? words });
    return problem(path, ownWords(issue, value) ?? both);
  });
  return refuse({ why: "wrong", problems });
}
