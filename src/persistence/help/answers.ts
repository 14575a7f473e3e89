import type { Pool } from "pg";
import type { KeptAnswer } from "../../features/help/domain.ts";
import type { Changed, HelpStore, NoSuchAnswer } from "../../features/help/store.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { announceAll } from "../notices/announce.ts";
import { together } from "../transaction.ts";
import { answerBody } from "./codec.ts";
import { findAnswer, findAnswers } from "./rows.ts";

const save = `
  UPDATE help_answer SET category = $2, state = $3, question = $4, answer = $5, solved = $6, body = $7,
    words = coalesce($8, words)
  WHERE id = $1`;

const some = "a.site_id = $1 AND a.state = ANY($2)";
const countSome = `SELECT count(*)::int AS all FROM help_answer a WHERE ${some}`;

const cut = "string_to_array(a.words, ' ')";
const shared = `(SELECT count(*) FROM unnest(${cut}) AS word WHERE word = ANY($2))`;
const alike = {
  where: `a.site_id = $1 AND a.state = 'approved' AND ${cut} && $2::text[] AND ${shared} >= $3`,
  order: `ORDER BY ${shared} DESC, a.solved DESC, a.number DESC LIMIT $4`,
};

type AnswerChanged = Pick<Changed, "notices" | "touched"> & {
  readonly answer: KeptAnswer;
  readonly words?: readonly string[];
};

/** Answers that were learnt from requests. */
export const answersIn = (
  pool: Pool,
): Pick<HelpStore, "answer" | "answerNumbered" | "answers" | "alike" | "changeAnswer"> => ({
  answer: (id) => findAnswer(pool, id),
  answerNumbered: async (number) => (await findAnswers(pool, { where: "a.number = $1" }, [number]))[0],

  async answers(site, states, { from, limit }) {
    const [answers, counted] = await Promise.all([
      findAnswers(pool, { where: some, order: "ORDER BY a.number DESC OFFSET $3 LIMIT $4" }, [
        site,
        states,
        from,
        limit,
      ]),
      pool.query<{ all: number }>(countSome, [site, states]),
    ]);
    return { answers, all: counted.rows[0]?.all ?? 0 };
  },

  alike: (...of) => findAnswers(pool, alike, of),

  changeAnswer: <R>(id: string, at: Date, decide: (now: KeptAnswer) => Outcome<AnswerChanged, R>) =>
    together(pool, async (client): Promise<Outcome<KeptAnswer, R | NoSuchAnswer>> => {
      const now = await findAnswer(client, id, "FOR UPDATE");
      if (now === undefined) return refuse({ why: "no-such-answer" });
      const decided = decide(now);
      if (!decided.ok) return decided;
      const { answer, words, ...told } = decided.value;
      const { category, state, question, solved } = answer;
      const own = [category, state, question, answer.answer, solved, answerBody(answer), words?.join(" ")];
      await client.query(save, [id, ...own]);
      await announceAll(client, told, at);
      return done(answer);
    }),
});
