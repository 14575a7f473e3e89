import { type Calendar, workdaysIn } from "../../kernel/calendar.ts";
import { addDays, type LocalDate } from "../../kernel/time.ts";
import { type Assignment, type Staff, type TeamId, teamsOf } from "../people/domain.ts";
import { type Part, type Score, score, type Whole, whole } from "./domain.ts";
import { shared } from "./metrics/index.ts";
import type { OwnDays, TeamResult } from "./metrics/measured.ts";
import { fitting, inForce, type Scorecard, type Whose } from "./scorecard.ts";
import type { ScoreStore, Stretch } from "./store.ts";
import { noSums, type Sums } from "./sums.ts";

/** Whose result is computed: a person's, or a team's from those who sat in it, on the days they did. */
export type Subject =
  | { readonly is: "person"; readonly person: Staff }
  | { readonly is: "team"; readonly team: TeamId; readonly members: readonly Staff[] };

/** A result that is wanted; `to` has come to pass. */
export type Wanted = { readonly subject: Subject; readonly from: LocalDate; readonly to: LocalDate };

/** A result with the scorecard at its end; `shared` when it stands on more than the subject's own work. */
export type Result = { readonly score: Whole; readonly scorecard: Scorecard; readonly shared: boolean };

export type ComputeDeps = {
  readonly store: Pick<ScoreStore, "sumsOf" | "mainProjects">;
  /** Everybody who sat in one of these teams as a member between two days. */
  readonly sittingIn: (teams: readonly TeamId[], from: LocalDate, to: LocalDate) => Promise<readonly Staff[]>;
  readonly cards: readonly Scorecard[];
  readonly calendar: Calendar;
  /** Sums that are known already, by person, of exactly the wanted days. */
  readonly known?: ReadonlyMap<string, Sums>;
};

type Segment = { readonly wanted: Wanted; readonly from: LocalDate; readonly to: LocalDate; readonly card: Scorecard };

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

const seatsOf = (subject: Subject) => (subject.is === "person" ? subject.person.assignments : []);

/** The first days on which another scorecard may count: a seat or a version begins, or the one before has ended. */
function turningDays(cards: readonly Scorecard[], { subject, from, to }: Wanted): LocalDate[] {
  if (from === to) return [from];
  const seats = seatsOf(subject);
  const begins = [...seats.map((seat) => seat.from), ...cards.map((card) => card.countsFrom)];
  const ends = [...seats, ...cards].flatMap((one) => (one.to === undefined ? [] : one.to));
  const days = new Set([...begins, ...ends.filter((end) => from <= end && end < to).map((end) => addDays(end, 1))]);
  return [from, ...[...days].filter((day) => from < day && day <= to).sort()];
}

/** Roles have no dates: whoever leads today was an agent on a day on which they sat in a team and led none. */
const rolesOn = (person: Staff, on: LocalDate): readonly string[] => {
  const wasMember = teamsOf(person, on, ["member"]).length > 0 && teamsOf(person, on, ["lead", "deputy"]).length === 0;
  return wasMember && person.roles.includes("lead")
    ? [...person.roles.filter((role) => role !== "lead"), "agent"]
    : person.roles;
};

const whoseOn = (subject: Subject, on: LocalDate, project: string | undefined): Whose =>
  subject.is === "team"
    ? { roles: ["agent"], teams: [subject.team], project }
    : { roles: rolesOn(subject.person, on), teams: teamsOf(subject.person, on, ["member"]), project };

type Counting = { readonly cards: readonly Scorecard[]; readonly on: (day: LocalDate) => readonly Scorecard[] };

/** The scorecards that count on a day, found once for everybody. */
function counting(cards: readonly Scorecard[]): Counting {
  const known = new Map<LocalDate, readonly Scorecard[]>();
  return {
    cards,
    on(day) {
      const found = known.get(day) ?? inForce(cards, day);
      known.set(day, found);
      return found;
    },
  };
}

/** A period cut where another scorecard begins to count; days without one are left out. */
function segments({ cards, on }: Counting, wanted: Wanted, project: string | undefined): Segment[] {
  const turning = turningDays(cards, wanted);
  const cut: Segment[] = [];
  for (const [index, from] of turning.entries()) {
    const next = turning[index + 1];
    const to = next === undefined ? wanted.to : addDays(next, -1);
    const card = fitting(on(from), whoseOn(wanted.subject, from, project));
    const last = cut.at(-1);
    const isSame = last?.card.id === card?.id && last?.card.version === card?.version;
    if (card !== undefined && last !== undefined && isSame && addDays(last.to, 1) === from) {
      cut[cut.length - 1] = { ...last, to };
    } else if (card !== undefined) cut.push({ wanted, from, to, card });
  }
  return cut;
}

/** The seats of some kind that somebody held between two days, each with the days of it among them. */
const seatsHeld = ({ assignments }: Staff, kinds: readonly Assignment["seat"][], from: LocalDate, to: LocalDate) =>
  assignments
    .filter(({ seat }) => kinds.includes(seat))
    .map((seat) => ({ team: seat.team, from: later(from, seat.from), to: earlier(to, seat.to ?? to) }))
    .filter((seat) => seat.from <= seat.to);

/** The days that a result is made from: a person's own, or each member's in the team. */
export function stretchesOf({ subject, from, to }: Wanted): Stretch[] {
  if (subject.is === "person") return [{ person: subject.person.id, from, to }];
  return subject.members.flatMap((member) =>
    seatsHeld(member, ["member"], from, to)
      .filter(({ team }) => team === subject.team)
      .map((seat) => ({ person: member.id, from: seat.from, to: seat.to })),
  );
}

/** The days of a segment that each person was there for: in the seat, and between hire and leaving. */
function ownDays({ wanted: { subject }, from, to }: Segment): OwnDays[] {
  const people = subject.is === "person" ? [subject.person] : subject.members;
  const byId = new Map(people.map((person) => [person.id, person]));
  return stretchesOf({ subject, from, to })
    .map((stretch) => {
      const { hiredOn = stretch.from, leftOn = stretch.to } = byId.get(stretch.person) ?? {};
      return { person: stretch.person, from: later(stretch.from, hiredOn), through: earlier(stretch.to, leftOn) };
    })
    .filter((own) => own.from <= own.through);
}

const has = (card: Scorecard, metrics: readonly string[]) =>
  card.components.some(({ metric }) => metrics.includes(metric));

async function sumsOf({ store, known }: ComputeDeps, cut: readonly Segment[]): Promise<readonly Sums[]> {
  const found = cut.map(({ wanted, from, to, card }) => {
    const { subject } = wanted;
    const isWhole = from === wanted.from && to === wanted.to && !has(card, ["service-level", "abandon-rate"]);
    return isWhole && known && subject.is === "person" ? (known.get(subject.person.id) ?? noSums) : undefined;
  });
  const asked = cut.filter((_, index) => found[index] === undefined);
  if (asked.length === 0) return found.map((sums) => sums ?? noSums);
  const queues = asked.some(({ card }) => has(card, ["service-level", "abandon-rate"]));
  const groups = asked.map(({ wanted, from, to }) => stretchesOf({ ...wanted, from, to }));
  const answers = [...(await store.sumsOf(groups, { queues }))];
  return found.map((sums) => sums ?? answers.shift() ?? noSums);
}

/**
 * What each lead's own score takes from their teams: one result per segment, of each team over the days that they led
 * it, several teams weighed by their contacts.
 */
async function teamResults(deps: ComputeDeps, cut: readonly Segment[]): Promise<readonly (TeamResult | undefined)[]> {
  const leading = cut.map(({ wanted: { subject }, from, to, card }) =>
    subject.is === "person" && has(card, ["team-result"])
      ? seatsHeld(subject.person, ["lead", "deputy"], from, to)
      : [],
  );
  const teams = [...new Set(leading.flat().map(({ team }) => team))];
  if (teams.length === 0) return cut.map(() => undefined);
  const from = cut.map((one) => one.from).reduce(earlier);
  const to = cut.map((one) => one.to).reduce(later);
  const people = await deps.sittingIn(teams, from, to);
  const asked = leading.flatMap((seats, index) =>
    seats.map(({ team, from, to }) => ({
      index,
      wanted: { subject: { is: "team", team, members: people } as const, from, to },
    })),
  );
  const results = await compute(
    { ...deps, cards: deps.cards.filter((card) => !has(card, ["team-result"])) },
    asked.map(({ wanted }) => wanted),
  );
  return cut.map((_, index) => {
    const own = asked.flatMap((one, place) => {
      const made = one.index === index ? results[place]?.score : undefined;
      return made === undefined || made.standing === "none" ? [] : [made];
    });
    const n = own.reduce((sum, one) => sum + one.n, 0);
    if (n === 0) return undefined;
    const over = (of: (one: Whole) => number) => own.reduce((sum, one) => sum + one.n * of(one), 0) / n;
    const interval = own.every((one) => one.interval)
      ? { low: over((one) => one.interval?.low ?? 0), high: over((one) => one.interval?.high ?? 0) }
      : undefined;
    return { points: over((one) => one.points), n, interval };
  });
}

type Made = { readonly segment: Segment; readonly sums: Sums; readonly score: Score };

/** The parts of one result, each weighed by the days that were worked in it, or else by its workdays. */
function assemble(made: readonly Made[], calendar: Calendar): Result | undefined {
  const last = made.at(-1);
  if (last === undefined) return undefined;
  const worked = made.map(({ score, sums }) => (score.standing === "none" ? 0 : sums.daysWorked));
  // A part whose work is not contacts is weighed like the others by workdays, not by none.
  const isWorked = made.every(({ score, sums }) => score.standing === "none" || sums.daysWorked > 0);
  const days = isWorked
    ? worked
    : made.map(({ score, segment }) =>
        score.standing === "none" ? 0 : Math.max(1, workdaysIn(calendar, segment.from, segment.to).length),
      );
  const all = days.reduce((sum, one) => sum + one, 0);
  const parts = made.map(
    ({ segment: { from, to, card }, score }, index): Part => ({
      ...score,
      from,
      to,
      scorecard: card.id,
      version: card.version,
      share: all === 0 ? 0 : (days[index] ?? 0) / all,
    }),
  );
  const isShared = made.some(({ segment }) => has(segment.card, shared));
  return { score: whole(parts), scorecard: last.segment.card, shared: isShared };
}

/**
 * Computes results over sets: however many are wanted, the sums come in one statement (and one more for project cards
 * and for the teams of leads). Undefined where no scorecard counts on any of the days.
 */
export async function compute(deps: ComputeDeps, wanted: readonly Wanted[]): Promise<readonly (Result | undefined)[]> {
  const { store, cards, calendar } = deps;
  const isByProject = cards.some((card) => "project" in card.for);
  const projects = isByProject ? await store.mainProjects(wanted.map(stretchesOf)) : [];
  const count = counting(cards);
  const cutEach = wanted.map((one, index) => segments(count, one, projects[index]));
  const cut = cutEach.flat();
  if (cut.length === 0) return wanted.map(() => undefined);
  const [sums, teams] = await Promise.all([sumsOf(deps, cut), teamResults(deps, cut)]);
  let next = 0;
  return cutEach.map((own) => {
    const made = own.map((segment) => {
      const index = next++;
      const { from, to: through, card } = segment;
      const of = {
        sums: sums[index] ?? noSums,
        span: { from, through, calendar },
        own: ownDays(segment),
        team: teams[index],
      };
      return { segment, sums: of.sums, score: score(card, of) };
    });
    return assemble(made, calendar);
  });
}
