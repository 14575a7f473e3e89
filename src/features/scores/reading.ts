import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import {
  type Person,
  type PersonId,
  type Right,
  rightToRead,
  rightToReadTeam,
  type Site,
  type SiteId,
  type Staff,
  type Team,
  type TeamId,
  teamsOf,
} from "../people/domain.ts";
import type { Audit } from "../people/index.ts";
import { type ComputeDeps, compute, type Result, type Subject, type Wanted } from "./compute.ts";
import { type Period, through } from "./period.ts";
import type { Refusal } from "./refusal.ts";
import type { Scorecard } from "./scorecard.ts";
import type { ScoreStore } from "./store.ts";

/** What scores ask of the roster. */
export type Roster = {
  personById(id: PersonId): Promise<Person | undefined>;
  site(id: SiteId): Promise<Site | undefined>;
  team(id: TeamId): Promise<Team | undefined>;
  teams(): Promise<readonly Team[]>;
  /** Everybody of a site who has not left by the day. */
  staffOf(site: SiteId, on: LocalDate): Promise<readonly Staff[]>;
  /** These people, in any order; those who do not exist are left out. */
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Everybody who sat in one of these teams as a member between two days. */
  sittingIn(teams: readonly TeamId[], from: LocalDate, to: LocalDate): Promise<readonly Staff[]>;
};

export type ScoresDeps = { readonly store: ScoreStore; readonly roster: Roster; readonly audit: Audit };

/** Who asks for which period, and when. */
export type Asked = {
  readonly viewer: PersonId;
  readonly period: Period;
  readonly at: Date;
  readonly today: LocalDate;
};
export type AskedPerson = Asked & { readonly subject: PersonId };
/** A team by id or name; without one, the first that the viewer leads or may read. */
export type AskedTeam = Asked & { readonly team?: string | undefined };

/** What a reading stands on: the site, the scorecards and the time of the data. */
export type Desk = {
  readonly site: Site;
  readonly cards: readonly Scorecard[];
  readonly dataAsOf?: Date | undefined;
  readonly results: (wanted: readonly Wanted[]) => Promise<readonly (Result | undefined)[]>;
};
/** Whose numbers are opened: a person's or a team's. */
export type Whose = {
  readonly is: "person" | "team";
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
};

export type OpenPerson = {
  readonly desk: Desk;
  readonly person: Person;
  readonly own: boolean;
  /** The day that it is where the person works, wherever the reader is. */
  readonly today: LocalDate;
};
export type OpenTeam = {
  readonly desk: Desk;
  readonly team: Team;
  readonly others: readonly Team[];
  readonly today: LocalDate;
};

/** Opens people's and teams' numbers to those who may read them, and leaves an audit row of it. */
export function reading({ store, roster, audit }: ScoresDeps) {
  async function deskOf(siteId: SiteId, known?: ComputeDeps["known"]): Promise<Desk> {
    const [site, cards, dataAsOf] = await Promise.all([
      roster.site(siteId),
      store.scorecards(),
      store.dataAsOf(siteId),
    ]);
    if (site === undefined) throw new Error(`a person of no site: ${siteId}`);
    const { calendar } = site;
    const deps: ComputeDeps = { store, sittingIn: roster.sittingIn, cards, calendar, ...(known ? { known } : {}) };
    return { site, cards, dataAsOf, results: (wanted) => compute(deps, wanted) };
  }

  const note = async (right: Right, asked: Asked, action: string, subject: string) => {
    if (right === "own") return;
    const { from, to } = asked.period;
    await audit.record({ at: asked.at, actor: asked.viewer, action, subject, detail: { right, from, to } });
  };

  /** A person's numbers; refused to those who may not read them and before they were hired. */
  async function openPerson(asked: AskedPerson, action = "read score"): Promise<Outcome<OpenPerson, Refusal>> {
    const { viewer: viewerId, subject: subjectId, period, today } = asked;
    const people = await roster.peopleById([...new Set([viewerId, subjectId])]);
    const viewer = people.find(({ id }) => id === viewerId);
    const person = people.find(({ id }) => id === subjectId);
    if (viewer === undefined || person === undefined) return refuse({ why: "no-such-person" });
    const right = rightToRead(viewer, person, today);
    if (right === undefined) return refuse({ why: "not-yours", name: person.name });
    if (person.hiredOn !== undefined && period.to < person.hiredOn) {
      return refuse({ why: "before-hire", name: person.name, hiredOn: person.hiredOn });
    }
    const [desk] = await Promise.all([deskOf(person.site), note(right, asked, action, person.id)]);
    return done({ desk, person, own: right === "own", today: dayAt(asked.at, desk.site.zone) });
  }

  /** The teams whose result a person may read, their own first. */
  async function readable(viewer: Person, on: LocalDate): Promise<readonly Team[]> {
    const led = teamsOf(viewer, on, ["lead", "deputy"]);
    const open = (await roster.teams()).filter((team) => rightToReadTeam(viewer, team, on) !== undefined);
    return open.sort((a, b) => Number(led.includes(b.id)) - Number(led.includes(a.id)) || a.name.localeCompare(b.name));
  }

  /** A team's numbers; refused to those who may not read them. */
  async function openTeam(asked: AskedTeam, action = "read team score"): Promise<Outcome<OpenTeam, Refusal>> {
    const viewer = await roster.personById(asked.viewer);
    if (viewer === undefined) return refuse({ why: "no-such-person" });
    const open = await readable(viewer, asked.today);
    const wanted = asked.team?.toLowerCase();
    const called = (team: Team) => team.id.toLowerCase() === wanted || team.name.toLowerCase() === wanted;
    const team = wanted === undefined ? open[0] : open.find(called);
    const right = team && rightToReadTeam(viewer, team, asked.today);
    if (team === undefined || right === undefined) return refuse(await whyNoTeam(asked.team, called, open));
    const [desk] = await Promise.all([deskOf(team.site), note(right, asked, action, `team:${team.id}`)]);
    const others = open.filter((other) => other.id !== team.id);
    return done({ desk, team, others, today: dayAt(asked.at, desk.site.zone) });
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

  /** A person as the subject of what is computed. */
  const ofPerson = (person: Staff): Subject => ({ is: "person", person });

  /** A team as the subject of what is computed, over all the days that will be asked for. */
  async function ofTeam(team: TeamId, from: LocalDate, to: LocalDate): Promise<Subject & { readonly is: "team" }> {
    return { is: "team", team, members: await roster.sittingIn([team], from, to) };
  }

  /** A subject's result of a period so far. */
  const wantedOf = (subject: Subject, period: Period, today: LocalDate): Wanted => ({
    subject,
    from: period.from,
    to: through(period, today),
  });

  return { deskOf, openPerson, openTeam, ofPerson, ofTeam, wantedOf };
}
export type Reading = ReturnType<typeof reading>;
