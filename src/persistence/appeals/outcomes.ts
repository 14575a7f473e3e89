import type { ClientBase, Pool } from "pg";
import type { Appeal, AppealStore, Course, OutcomeRow, Precedent } from "../../features/appeals/index.ts";
import { blankedFor } from "./nameless.ts";

type Names = { readonly form: string; readonly version: number; readonly item: string; readonly words: string };

/** What the items of some versions of forms are called and how they are explained, in every language. */
const names = `
  SELECT f.id AS form, f.version, i.item->>'id' AS item,
    concat_ws(' ', (SELECT string_agg(value, ' ') FROM jsonb_each_text(i.item->'name')),
      (SELECT string_agg(value, ' ') FROM jsonb_each_text(CASE WHEN i.item ? 'guide' THEN i.item->'guide' ELSE '{}' END))
    ) AS words
  FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::int[]) AS asked(id, version)) AS asked
    JOIN evaluation_form f ON f.id = asked.id AND f.version = asked.version,
    jsonb_path_query(f.body, '$.sections[*].items[*]') AS i(item)`;

async function itemWords(client: ClientBase, appeals: readonly Appeal[]): Promise<ReadonlyMap<string, string>> {
  const pinned = appeals.filter(({ version }) => version !== undefined);
  if (pinned.length === 0) return new Map();
  const values = [pinned.map(({ form }) => form), pinned.map(({ version }) => version)];
  const { rows } = await client.query<Names>(names, values);
  return new Map(rows.map(({ form, version, item, words }) => [`${form} ${version} ${item}`, words]));
}

/** Texts are compared in one width and in small letters. */
const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/** The rows of all that was decided, each with everything that it can be found by; nobody is named in that. */
export async function outcomesOf(client: ClientBase, appeals: readonly Appeal[]) {
  const decided = appeals.filter(({ decision }) => decision !== undefined);
  const words = await itemWords(client, decided);
  const namelessIn = await blankedFor(client, decided);
  return decided.flatMap((appeal) => {
    const nameless = namelessIn(appeal);
    return (appeal.decision?.items ?? []).map((one) => {
      const reasons = one.reasons.map(nameless);
      const called = words.get(`${appeal.form} ${appeal.version} ${one.item}`) ?? "";
      return {
        appeal_id: appeal.id,
        item: one.item,
        number: appeal.number,
        site_id: appeal.site,
        form: appeal.form,
        person_id: appeal.agent,
        scorer_id: appeal.scorer ?? null,
        team_id: appeal.team ?? null,
        kind: appeal.kind,
        outcome: one.outcome,
        code: one.code,
        original: one.original,
        decided: one.decided,
        reasons,
        words: folded([one.item, appeal.form, appeal.kind, called, ...reasons].join("\n")),
        at: appeal.decision?.at,
      };
    });
  });
}

const precedent = `appeal_id::text AS appeal, number::float8 AS number, site_id AS site, form, item, kind, outcome, code,
  original, decided, reasons, at`;
const newestFirst = "ORDER BY at DESC, number DESC, item";

const matching = `
  SELECT ${precedent} FROM appeal_outcome o
  WHERE site_id = $1 AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE strpos(o.words, word) = 0)
  ${newestFirst} LIMIT $3`;

const alike = `
  SELECT ${precedent} FROM appeal_outcome WHERE site_id = $1 AND form = $2 AND item = $3 ${newestFirst} LIMIT $4`;

const since = `
  SELECT appeal_id::text AS appeal, person_id::text AS agent, scorer_id::text AS scorer, team_id AS team, form, item, outcome,
    code, at AS "decidedAt"
  FROM appeal_outcome WHERE site_id = $1 AND at >= $2 ORDER BY at, number, item`;

const courses = `
  SELECT a.filed_at AS "filedAt", a.decided_at AS "decidedAt", a.team_id AS team,
    (jsonb_path_query_first(a.body, '$.happened[*] ? (@.is == "seated").at')#>>'{}')::timestamptz AS "panelAt"
  FROM (SELECT DISTINCT appeal_id FROM appeal_outcome WHERE site_id = $1 AND at >= $2) AS o
    JOIN appeal a ON a.id = o.appeal_id ORDER BY a.decided_at, a.number`;

type Nullable<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: NonNullable<T[N]> | null };

/** What was decided before, for precedents and for the rates of both sides. */
export const outcomesIn = (pool: Pool): Pick<AppealStore, "precedents" | "similar" | "outcomes" | "courses"> => ({
  precedents: async (site, words, limit) =>
    (await pool.query<Precedent>(matching, [site, words.map(folded), limit])).rows,

  similar: async (...of) => (await pool.query<Precedent>(alike, of)).rows,

  async outcomes(site, from) {
    const { rows } = await pool.query<Nullable<OutcomeRow, "scorer" | "team">>(since, [site, from]);
    return rows.map(({ scorer, team, ...one }) => ({
      ...one,
      ...(scorer === null ? {} : { scorer }),
      ...(team === null ? {} : { team }),
    }));
  },

  async courses(site, from) {
    const { rows } = await pool.query<Nullable<Course, "panelAt" | "team">>(courses, [site, from]);
    return rows.map(({ panelAt, team, ...one }) => ({
      ...one,
      ...(panelAt === null ? {} : { panelAt }),
      ...(team === null ? {} : { team }),
    }));
  },
});
