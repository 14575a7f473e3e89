import { isDeepStrictEqual } from "node:util";
import { say } from "../../kernel/locale.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { readComponents, type ScorecardConfig } from "../scores/index.ts";
import type { ConfigDocument } from "./checked.ts";
import { type Change, differences } from "./difference.ts";
import { formAfter, formAsNow } from "./forms.ts";
import { type ConfigProblem, type Path, pathText } from "./problem.ts";
import { references } from "./references.ts";
import { siteAfter, siteShown, teamAfter } from "./states.ts";
import type { CardVersion, Current, FormVersion, SiteState, WordKind, Writes } from "./store.ts";
import { mayBecome, type NewVersion, versionAfter } from "./versions.ts";
import { ambiguous, wordList } from "./words.ts";

/** What applying a file comes to. */
export type Plan = {
  readonly changes: readonly Change[];
  /** Sites, teams, scorecards, forms and presets that the file names and that stay as they are. */
  readonly unchanged: number;
  /** Scorecards that get a new version, and what becomes of it. */
  readonly versions: Readonly<Record<string, NewVersion>>;
  readonly writes: Writes;
};

const needed = (what: string) => say({ en: `A new one needs ${what}.`, "zh-CN": `新增时必须写明 ${what}。` });

/** The day that it is: where there are sites, the latest of theirs, so that no day is taken for over or to come before it is. */
const todayAt = (at: Date, sites: readonly SiteState[]): LocalDate =>
  sites
    .map(({ zone }) => dayAt(at, zone))
    .sort()
    .at(-1) ?? dayAt(at, "UTC");

/** A scorecard that an earlier Fairline kept, with the settings that it had without saying so. */
const asNow = (kept: ScorecardConfig): ScorecardConfig => ({
  ...kept,
  components: [...readComponents(kept.components)],
});

/** How a section is compared: what stands, what comes of each id, and what of it a difference shows. */
type Section<T> = {
  readonly standing: Readonly<Record<string, T>>;
  readonly after: (id: string) => T | undefined;
  readonly shown: (state: T) => unknown;
  readonly needs: string;
};

/** What a file changes; or everything by which it does not fit what stands. */
export function plan({ file, problem }: ConfigDocument, current: Current, at: Date): Plan | readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const changes: Change[] = [];
  let unchanged = 0;

  function note(path: Path, from: unknown, to: unknown): boolean {
    const found: Change[] = from === undefined ? [{ is: "added", path: pathText(path) }] : differences(path, from, to);
    if (found.length === 0) unchanged += 1;
    changes.push(...found);
    return found.length > 0;
  }
  function section<T>(name: "sites" | "teams", { standing, after, shown, needs }: Section<T>): Record<string, T> {
    const written: Record<string, T> = {};
    for (const id of Object.keys(file[name])) {
      const [now, state] = [standing[id], after(id)];
      if (state === undefined) problems.push(problem([name, id], needed(needs)));
      else if (note([name, id], now && shown(now), shown(state))) written[id] = state;
    }
    return written;
  }

  const sites = section("sites", {
    standing: current.sites,
    after: (id) => siteAfter(current.sites[id], file.sites[id] ?? {}),
    shown: siteShown,
    needs: "name, zone, locale",
  });
  const teams = section("teams", {
    standing: current.teams,
    after: (id) => teamAfter(current.teams[id], file.teams[id] ?? {}),
    shown: (team) => team,
    needs: "site, name",
  });
  const today = todayAt(at, Object.values({ ...current.sites, ...sites }));
  const versions: Record<string, NewVersion> = {};
  for (const [id, config] of Object.entries(file.scorecards)) {
    const known = current.scorecards[id];
    if (!note(["scorecards", id], known && asNow(known.config), config)) continue;
    const refused = mayBecome(known?.config.state, config.state);
    if (refused !== undefined) problems.push(problem(["scorecards", id, "state"], refused));
    versions[id] = versionAfter(known, config, { today, isFirst: Object.keys(current.scorecards).length === 0 });
  }
  const scorecards = Object.fromEntries(
    Object.entries(versions).map(([id, { version, config, countsFrom }]): [string, CardVersion] => [
      id,
      { version, config, countsFrom },
    ]),
  );
  const forms: Record<string, FormVersion> = {};
  for (const [id, config] of Object.entries(file.forms)) {
    const known = current.forms[id];
    if (note(["forms", id], known && formAsNow(known.config), config)) forms[id] = formAfter(known, config);
  }
  const presets = Object.fromEntries(
    Object.entries(file.presets).filter(([name, body]) =>
      note(["presets", name], current.presets[name], plainJson(body)),
    ),
  );
  const wordsOf = (kind: WordKind) =>
    Object.fromEntries(
      Object.entries(file.words[kind]).flatMap(([name, texts]) => {
        const now = current.words[kind][name] ?? (texts.length === 0 ? [] : undefined);
        const written = wordList(texts);
        return note(["words", kind, name], now && wordList(now), written) ? [[name, written]] : [];
      }),
    );
  const words = { metrics: wordsOf("metrics"), periods: wordsOf("periods") };
  problems.push(...ambiguous(file.words, current.words).map(({ path, message }) => problem(path, message)));
  problems.push(...references(file, current).map(({ path, message }) => problem(path, message)));
  if (problems.length > 0) return problems;

  const moved = (key: keyof SiteState) =>
    Object.keys(sites).filter(
      (id) => current.sites[id] !== undefined && !isDeepStrictEqual(current.sites[id]?.[key], sites[id]?.[key]),
    );
  const rezoned = moved("zone");
  const calendar = (["weekend", "holidays", "workdays"] as const).flatMap(moved);
  const retallied = [...new Set([...rezoned, ...moved("answerWithin"), ...moved("repeatWithin"), ...calendar])];
  return {
    changes,
    unchanged,
    versions,
    writes: { sites, teams, scorecards, forms, presets, words, rezoned, retallied },
  };
}

/** A value as it comes back from a JSON column. */
const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
