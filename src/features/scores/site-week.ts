import { addDays, type LocalDate } from "../../kernel/time.ts";
import type { Site, Staff, Team } from "../people/domain.ts";
import { type ComputeDeps, compute, stretchesOf, type Wanted } from "./compute.ts";
import type { Summary } from "./domain.ts";
import { share } from "./metrics/contacts.ts";
import { fewestPeople } from "./person-score.ts";
import { rank } from "./ranking.ts";
import type { ScoresDeps } from "./reading.ts";
import { isOfAgents } from "./scorecard.ts";
import type { Sums } from "./sums.ts";
import { type Member, mostImproved } from "./team-score.ts";

export type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** What a site came to in some days; seconds and per cent, missing where there is too little to tell. */
export type SiteFigures = Days & {
  readonly people: number;
  readonly handled: number;
  readonly complaints: number;
  readonly "handle-time"?: number;
  readonly "service-level"?: number;
  readonly csat?: number;
};

/** Answers below this many say nothing of a site. */
const fewestAnswers = 5;

function figuresOf(days: Days, sums: Sums): SiteFigures {
  const spent = sums.talkS + sums.holdS + sums.wrapS;
  const offered = sums.queueAnswered + sums.queueAbandoned - sums.queueAbandonedInTime;
  const level = share(sums.queueAnsweredInTime, offered, []);
  const csat = sums.csatAnswers < fewestAnswers ? undefined : share(sums.csatTop, sums.csatAnswers, []);
  return {
    ...days,
    people: sums.people,
    handled: sums.handled,
    complaints: sums.complaints,
    ...(sums.handled > 0 && spent > 0 ? { "handle-time": spent / sums.handled } : {}),
    ...(level === undefined ? {} : { "service-level": level.value }),
    ...(csat === undefined ? {} : { csat: csat.value }),
  };
}

type Deps = Pick<ScoresDeps, "store" | "roster">;

/** The week before some days. */
export const weekBefore = ({ from, to }: Days): Days => ({ from: addDays(from, -7), to: addDays(to, -7) });

/** What a whole site came to in each of some weeks, over everybody who handled contacts, in one statement. */
export async function siteFigures({ store, roster }: Deps, site: string, weeks: readonly Days[]) {
  const first = weeks.map(({ from }) => from).sort()[0];
  if (first === undefined) return [];
  const staff = await roster.staffOf(site, first);
  const groups = weeks.map(({ from, to }) => staff.map(({ id }) => ({ person: id, from, to })));
  const sums = await store.sumsOf(groups, { queues: true });
  return weeks.flatMap((week, index) => {
    const found = sums[index];
    return found === undefined ? [] : [figuresOf(week, found)];
  });
}

const isTold = (of: Summary | undefined): of is Summary => of !== undefined && of.standing !== "none";

/** Those who share the first place; nobody where all do, or where fewer than `fewest` could be ranked. */
function atTheTop<T extends { readonly place: number }>(ranked: readonly T[], fewest: number): readonly T[] {
  const first = ranked.filter(({ place }) => place === 1);
  return ranked.length < fewest || first.length === ranked.length ? [] : first;
}

async function computing({ store, roster }: Deps, { calendar }: Site): Promise<ComputeDeps> {
  return { store, sittingIn: roster.sittingIn, cards: await store.scorecards(), calendar };
}

/** The best team of some days with its points: of two teams or more, each of three people or more with contacts. */
export async function bestTeams(
  deps: Deps,
  site: Site,
  days: Days,
): Promise<readonly { team: Team; points: number }[]> {
  const { store, roster } = deps;
  const teams = (await roster.teams()).filter((team) => team.site === site.id);
  const members = await roster.sittingIn(
    teams.map(({ id }) => id),
    days.from,
    days.to,
  );
  const wanted = teams.map((team): Wanted => ({ subject: { is: "team", team: team.id, members }, ...days }));
  const [results, sums] = await Promise.all([
    compute(await computing(deps, site), wanted),
    store.sumsOf(wanted.map(stretchesOf), { queues: false }),
  ]);
  const told = teams.flatMap((team, index) => {
    const score = results[index]?.score;
    return isTold(score) && (sums[index]?.people ?? 0) >= fewestPeople ? [{ ...score, team }] : [];
  });
  return atTheTop(rank(told), 2).map(({ team, points }) => ({ team, points }));
}

/** Who did best in some days and who rose most, over all agents of a site; a bottom is never made. */
export type Stars = { readonly top: readonly Staff["id"][]; readonly improved: readonly Staff["id"][] };

/** From how many results on somebody is named. */
const enoughToName = 10;

export async function starsOf(deps: Deps, site: Site, days: Days): Promise<Stars> {
  const agents = (await deps.roster.staffOf(site.id, days.to)).filter(({ roles }) => roles.includes("agent"));
  const periods = [days, weekBefore(days)];
  const wanted = agents.flatMap((person) =>
    periods.map((period): Wanted => ({ subject: { is: "person", person }, ...period })),
  );
  const results = await compute(await computing(deps, site), wanted);
  const members = agents.flatMap((person, index): Member[] => {
    const [result, earlier] = periods.map((_, column) => results[index * periods.length + column]);
    const [now, before] = [result?.score, earlier?.score];
    if (result === undefined || !isOfAgents(result.scorecard)) return [];
    if (!isTold(now) || now.n < enoughToName) return [];
    return [{ ...now, person: person.id, name: person.name, earlier: [isTold(before) ? before : undefined] }];
  });
  if (members.length < fewestPeople) return { top: [], improved: [] };
  const ids = (all: readonly Member[]) => all.map(({ person }) => person);
  return { top: ids(atTheTop(rank(members), fewestPeople)), improved: ids(mostImproved(members)) };
}
