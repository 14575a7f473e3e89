import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Locale, type Say, say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { type ConfigProblem, type Path, pathText } from "./problem.ts";
import { type ConfigFile, fileSchema } from "./schema.ts";
import { nearestOf } from "./worded.ts";

type Problems = { readonly why: "wrong"; readonly problems: readonly ConfigProblem[] };

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

const languages: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  en: z.locales.en().localeError,
  "zh-CN": z.locales.zhCN().localeError,
};

function issuesIn(value: unknown, locale: Locale): Issue[] {
  const read = fileSchema.safeParse(value, { error: languages[locale] });
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

/** The places of an issue: a key that nobody knows is a place of its own. */
const placesOf = (issue: Issue): Path[] => {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
};

/** Reads `fairline.yaml`; everything that is wrong with it is told at once. */
export function readDocument(text: string): Outcome<ConfigDocument, Problems> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };

  /** Where a path's key stands, or that of the nearest part of it that is in the file. */
  function offsetOf(path: Path): number {
    let node: unknown = document.contents;
    let offset = 0;
    for (const part of path) {
      const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part) : undefined;
      const item = isSeq(node) ? node.items[Number(part)] : undefined;
      const place = isNode(pair?.key) ? pair.key : item;
      if (!isNode(place)) break;
      offset = place.range?.[0] ?? offset;
      node = pair?.value ?? item;
    }
    return offset;
  }
  const problem = (path: Path, message: ConfigProblem["message"]): ConfigProblem => ({
    path: pathText(path),
    ...at(offsetOf(path)),
    message,
  });

  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      path: "",
      ...at(pos[0]),
      message: say({ en: `This is no YAML: ${message}`, "zh-CN": `不是有效的 YAML：${message}` }),
    }));
    return refuse({ why: "wrong", problems });
  }
  const value: unknown = document.toJS() ?? {};
  const read = fileSchema.safeParse(value);
  if (read.success) return done({ file: read.data, problem });
  const chinese = issuesIn(value, "zh-CN");
  const problems = issuesIn(value, "en").flatMap((issue, index) =>
    placesOf(issue).map((path) => {
      const usual = say({ en: issue.message, "zh-CN": chinese[index]?.message ?? issue.message });
      return problem(path, ownWords(issue, value) ?? usual);
    }),
  );
  return refuse({ why: "wrong", problems });
}
