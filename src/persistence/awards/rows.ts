import type { PoolClient } from "pg";
import type { Award, Decision, Subject } from "../../features/awards/index.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** What of an award is told by its row, and what its body keeps beside. */
type Own = "id" | "number" | "site" | "rule" | "from" | "to" | "turn" | "team" | "state" | "proposedAt";
type Kept = Omit<Award, Own | "judgedAt" | "decision"> & {
  readonly judgedAt: string;
  readonly decision?: Omit<Decision, "at"> & { readonly at: string };
};

/** An award as it is read. */
export type Row = {
  readonly id: string;
  readonly number: string;
  readonly site_id: string;
  readonly rule: string;
  readonly from_day: LocalDate;
  readonly to_day: LocalDate;
  readonly turn: number;
  readonly team: string;
  readonly state: Award["state"];
  readonly body: Kept;
  readonly created_at: Date;
};

export function awardFrom({ body, team, ...row }: Row): Award {
  const { judgedAt, decision, ...rest } = body;
  return {
    ...rest,
    id: row.id,
    number: Number(row.number),
    site: row.site_id,
    rule: row.rule,
    from: row.from_day,
    to: row.to_day,
    turn: row.turn,
    ...(team === "" ? {} : { team }),
    state: row.state,
    proposedAt: row.created_at,
    judgedAt: new Date(judgedAt),
    ...(decision === undefined ? {} : { decision: { ...decision, at: new Date(decision.at) } }),
  };
}

/** The body of an award's row. */
export function bodyOf(award: Omit<Award, "number">): string {
  const {
    id: _,
    site: _s,
    rule: _r,
    from: _f,
    to: _t,
    turn: _n,
    team: _m,
    state: _st,
    proposedAt: _p,
    ...kept
  } = award;
  const body: Omit<typeof kept, "number"> = kept;
  return JSON.stringify({ ...body, number: undefined });
}

/** A winner as one text. */
const winnerText = ({ is, id }: Subject): string => `${is}:${id}`;

/** The winner of whom a row tells. */
export const subjectFrom = (text: string): Subject =>
  text.startsWith("team:")
    ? { is: "team", id: text.slice("team:".length) }
    : { is: "person", id: text.slice("person:".length) };

const addWinners = `
  INSERT INTO award_winner (award_id, winner, person_id, team_id)
  SELECT $1, winner, person, team FROM unnest($2::text[], $3::uuid[], $4::text[]) AS w(winner, person, team)`;

/** Writes who holds an award. */
export async function keepWinners(client: PoolClient, { id, winners }: Pick<Award, "id" | "winners">): Promise<void> {
  await client.query("DELETE FROM award_winner WHERE award_id = $1", [id]);
  const subjects = winners.map(({ of }) => of);
  const ids = (is: Subject["is"]) => subjects.map((of) => (of.is === is ? of.id : null));
  await client.query(addWinners, [id, subjects.map(winnerText), ids("person"), ids("team")]);
}
