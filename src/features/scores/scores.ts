import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import {
  isHere,
  type Person,
  type PersonId,
  type Right,
  rightToRead,
  rightToReadTeam,
  type Site,
  type SiteId,
  type Team,
  teamsOf,
} from "../people/domain.ts";
import type { Audit } from "../people/index.ts";
import { noSums, type Score, type Standing, type Sums, score, scorecardFor, together } from "./domain.ts";
import { type Period, periodBefore } from "./period.ts";
import type { Refusal } from "./refusal.ts";
import type { Scorecard } from "./scorecard.ts";
import type { Revision, ScoreStore } from "./store.ts";

/** What scores ask of the roster. */
export type Roster = {
  personById(id: PersonId): Promise<Person | undefined>;
  site(id: SiteId): Promise<Site | undefined>;
  teams(): Promise<readonly Team[]>;
  peopleOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
};

/** A person's score with what it stands on. */
export type PersonScore = {
  readonly person: Person;
  readonly own: boolean;
  readonly period: Period;
  readonly running: boolean;
  readonly score: Score;
  readonly scorecard: Scorecard;
  readonly revision?: Revision;
  /** Points of the period before, where the two can be compared. */
  readonly before?: { readonly points: number; readonly period: Period };
  readonly dataAsOf?: Date;
};

export type Member = {
  readonly person: PersonId;
  readonly name: string;
  readonly points: number;
  readonly n: number;
  readonly standing: Standing;
};

/** A team's result: the same scorecard over the sums of its members. */
export type TeamScore = {
  readonly team: Team;
  readonly period: Period;
  readonly running: boolean;
  readonly score: Score;
  readonly scorecard: Scorecard;
  readonly members: readonly Member[];
  readonly dataAsOf?: Date;
  /** The other teams that this viewer may open. */
  readonly others: readonly Team[];
};

export type ScoresDeps = { readonly store: ScoreStore; readonly roster: Roster; readonly audit: Audit };
type Asked = { readonly viewer: PersonId; readonly period: Period; readonly at: Date; readonly today: LocalDate };

export type Scores = ReturnType<typeof scores>;

export function scores({ store, roster, audit }: ScoresDeps) {
  const note = async (right: Right, asked: Asked, action: string, subject: string, period: Period) => {
    if (right === "own") return;
    const detail = { right, from: period.from, to: period.to };
    await audit.record({ at: asked.at, actor: asked.viewer, action, subject, detail });
  };

  async function siteOf(id: SiteId): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new Error(`a person of no site: ${id}`);
    return site;
  }

  const through = (period: Period, today: LocalDate) => (period.to < today ? period.to : today);

  /** The score of a person and period, kept as a new revision where it differs from the last. */
  async function ofPerson(asked: Asked & { subject: PersonId }): Promise<Outcome<PersonScore, Refusal>> {
    const { period, today, at } = asked;
    const [viewer, person] = await Promise.all([
      roster.personById(asked.viewer),
      asked.subject === asked.viewer ? undefined : roster.personById(asked.subject),
    ]);
    const subject = asked.subject === asked.viewer ? viewer : person;
    if (viewer === undefined || subject === undefined) return refuse({ why: "no-such-person" });
    const right = rightToRead(viewer, subject, today);
    if (right === undefined) return refuse({ why: "not-yours", name: subject.name });
    if (subject.hiredOn !== undefined && period.to < subject.hiredOn) {
      return refuse({ why: "before-hire", name: subject.name, hiredOn: subject.hiredOn });
    }
    const [site, cards] = await Promise.all([siteOf(subject.site), store.scorecards()]);
    const last = through(period, today);
    const card = scorecardFor(cards, { roles: subject.roles, teams: teamsOf(subject, last) }, last);
    if (card === undefined) return refuse({ why: "no-scorecard", name: subject.name });
    await note(right, asked, "read score", subject.id, period);

    const earlier = periodBefore(period, site.calendar);
    const [[sums = noSums, sumsBefore = noSums], dataAsOf] = await Promise.all([
      store.sumsOf(subject.id, [period, earlier]),
      store.dataAsOf(site.id),
    ]);
    const made = score(card, sums, { from: period.from, through: last, calendar: site.calendar });
    const before = score(card, sumsBefore, { from: earlier.from, through: earlier.to, calendar: site.calendar });
    const computed = {
      person: subject.id,
      from: period.from,
      to: period.to,
      scorecard: card.id,
      version: card.version,
    };
    const asOf = dataAsOf === undefined ? {} : { dataAsOf };
    const [revision] = made.standing === "none" ? [] : await store.keep([{ ...computed, score: made, ...asOf }], at);
    return done({
      person: subject,
      own: right === "own",
      period,
      running: period.to >= today,
      score: made,
      scorecard: card,
      ...(revision ? { revision } : {}),
      // A day that is not over cannot fairly be compared with a whole one.
      ...(before.n >= 5 && !(period.is === "day" && period.to >= today)
        ? { before: { points: before.points, period: earlier } }
        : {}),
      ...asOf,
    });
  }

  /** The teams whose result a person may read, their own first. */
  async function readable(viewer: Person, on: LocalDate): Promise<readonly Team[]> {
    const led = teamsOf(viewer, on, ["lead", "deputy"]);
    const open = (await roster.teams()).filter((team) => rightToReadTeam(viewer, team, on) !== undefined);
    return open.sort((a, b) => Number(led.includes(b.id)) - Number(led.includes(a.id)) || a.name.localeCompare(b.name));
  }

  /** The result of a team named by id or name; without a name, the first that the viewer leads or may read. */
  async function ofTeam(asked: Asked & { team?: string }): Promise<Outcome<TeamScore, Refusal>> {
    const { period, today } = asked;
    const viewer = await roster.personById(asked.viewer);
    if (viewer === undefined) return refuse({ why: "no-such-person" });
    const open = await readable(viewer, today);
    const wanted = asked.team?.toLowerCase();
    const called = (team: Team) => team.id.toLowerCase() === wanted || team.name.toLowerCase() === wanted;
    const team = wanted === undefined ? open[0] : open.find(called);
    if (team === undefined) return refuse(await whyNoTeam(asked.team, called, open));
    const right = rightToReadTeam(viewer, team, today);
    if (right === undefined) return refuse({ why: "not-your-team", name: team.name });
    const [site, cards] = await Promise.all([siteOf(team.site), store.scorecards()]);
    const last = through(period, today);
    const card = scorecardFor(cards, { roles: ["agent"], teams: [team.id] }, last);
    if (card === undefined) return refuse({ why: "no-scorecard", name: team.name });
    await note(right, asked, "read team score", `team:${team.id}`, period);

    const [rows, dataAsOf] = await Promise.all([
      store.sumsOfTeam(team.id, period.from, period.to),
      store.dataAsOf(site.id),
    ]);
    const span = { from: period.from, through: last, calendar: site.calendar };
    const member = ({ person, name, sums }: { person: PersonId; name: string; sums: Sums }): Member => {
      const { points, n, standing } = score(card, sums, span);
      return { person, name, points, n, standing };
    };
    return done({
      team,
      period,
      running: period.to >= today,
      score: score(card, rows.map((row) => row.sums).reduce(together, noSums), span),
      scorecard: card,
      members: rows.map(member).sort((a, b) => a.name.localeCompare(b.name)),
      others: open.filter((other) => other.id !== team.id),
      ...(dataAsOf === undefined ? {} : { dataAsOf }),
    });
  }

  async function whyNoTeam(
    text: string | undefined,
    called: (team: Team) => boolean,
    open: readonly Team[],
  ): Promise<Refusal> {
    if (text === undefined) return { why: "no-team" };
    const closed = (await roster.teams()).find(called);
    if (closed !== undefined) return { why: "not-your-team", name: closed.name };
    return { why: "no-such-team", text, teams: open.map((team) => team.name) };
  }

  return {
    ofPerson,
    ofTeam,

    /** Computes and keeps the day's score of everybody of a site who handled a contact; answers how many there were. */
    async scoreDay(siteId: SiteId, on: LocalDate, at: Date): Promise<number> {
      const site = await siteOf(siteId);
      const [rows, people, cards, dataAsOf] = await Promise.all([
        store.sumsOfSite(siteId, on, on),
        roster.peopleOf(siteId, on),
        store.scorecards(),
        store.dataAsOf(siteId),
      ]);
      const known = new Map(people.filter((person) => isHere(person, on)).map((person) => [person.id, person]));
      const computed = rows.flatMap(({ person, sums }) => {
        const who = known.get(person);
        const card = who && scorecardFor(cards, { roles: who.roles, teams: teamsOf(who, on) }, on);
        if (card === undefined) return [];
        const made = score(card, sums, { from: on, through: on, calendar: site.calendar });
        if (made.standing === "none") return [];
        const asOf = dataAsOf === undefined ? {} : { dataAsOf };
        return [{ person, from: on, to: on, scorecard: card.id, version: card.version, score: made, ...asOf }];
      });
      await store.keep(computed, at);
      return computed.length;
    },
  };
}
