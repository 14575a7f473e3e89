import type { Block } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { day, dayAt, type LocalDate } from "../../kernel/time.ts";
import type { Delivery, Prepared, ToPrepare } from "../notices/index.ts";
import { type Person, type Site, type SiteId, type Team, teamsOf } from "../people/domain.ts";
import type { Audit, PeopleStore } from "../people/index.ts";
import { type LabelOf, type Missed, missedOf } from "./missed.ts";
import { isOut, reportedBy, type SiteDay, siteDay, waitsUntil } from "./morning.ts";
import type { DigestSection, Gathered } from "./section.ts";
import { bodyOf, changesOf, fingerprint, type Told, toldOf } from "./told.ts";
import { digestView } from "./view.ts";

/** What is asked of a site's days: whether their data has come, and who is away. */
export type DayData = {
  areComplete(days: readonly SiteDay[]): Promise<readonly boolean[]>;
  onLeave(days: readonly { readonly person: string; readonly on: LocalDate }[]): Promise<readonly boolean[]>;
};

export type DigestDeps = {
  readonly roster: Pick<PeopleStore, "site" | "teams" | "peopleOf" | "peopleById">;
  readonly data: DayData;
  /** In the order in which they are told. */
  readonly sections: readonly DigestSection[];
  readonly audit: Audit;
  readonly labelOf?: LabelOf;
  /** A site's posts to channels that came too late and that no message spoke of. */
  readonly lateOf?: (site: SiteId) => Promise<readonly Delivery[]>;
};

/** It waits for the data from 09:15 to 10:00. */
const waitMinutes = 45;

/** A delivery with all that it stands on. */
type Task = {
  readonly of: ToPrepare;
  readonly site: Site;
  readonly reader: Person;
  readonly teams: readonly Team[];
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly isComplete: boolean;
  readonly isAway: boolean;
  readonly postsMissed: readonly Missed[];
};

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

const partsOf = (found: Gathered | Localised<readonly Block[]>): Gathered =>
  typeof found === "function" ? { blocks: found, figures: [] } : found;

/** Whether somebody looks after a team on a day. */
const mayRead = (reader: Person, team: Team, on: LocalDate) =>
  teamsOf(reader, on, ["lead", "deputy"]).includes(team.id);

const plain = { locale: "en", zone: "UTC" } as const;

/** Prepares digests, those of one batch on the same few questions about days, people and teams. */
export function digestsInBatch({ roster, data, sections, audit, labelOf, lateOf }: DigestDeps) {
  async function sitesOf(all: readonly ToPrepare[]): Promise<ReadonlyMap<SiteId, Site>> {
    const found = await Promise.all(unique(all.map(({ site }) => site)).map((id) => roster.site(id)));
    return new Map(found.flatMap((site) => (site ? [[site.id, site] as const] : [])));
  }

  async function postsMissed(sites: readonly Site[]): Promise<ReadonlyMap<SiteId, readonly Missed[]>> {
    const all = sites.map(async ({ id, zone }) => [id, missedOf((await lateOf?.(id)) ?? [], zone)] as const);
    return new Map(await Promise.all(all));
  }

  /** Each delivery as a task; nothing for those whose reader or site is gone. */
  async function tasksOf(all: readonly ToPrepare[], now: Date): Promise<readonly (Task | undefined)[]> {
    const sites = await sitesOf(all);
    const ids = all.flatMap(({ to }) => (to.is === "person" ? [to.id] : []));
    const known = [...sites.values()];
    const [people, teams, posts] = await Promise.all([
      roster.peopleById(unique(ids)),
      roster.teams(),
      postsMissed(known),
    ]);
    const parts = all.map((of) => {
      const site = sites.get(of.site);
      const reader = people.find(({ id }) => of.to.is === "person" && of.to.id === id);
      return site && reader && { of, site, reader, day: reportedBy(of, site.calendar), today: day(of.period) };
    });
    const asked = parts.flatMap((part) => part ?? []);
    const [complete, away] = await Promise.all([
      data.areComplete(asked.map((part) => siteDay(part.site, part.day))),
      data.onLeave(asked.map((part) => ({ person: part.reader.id, on: part.today }))),
    ]);
    return parts.map((part): Task | undefined => {
      if (part === undefined) return undefined;
      const place = asked.indexOf(part);
      const led = Array.isArray(part.of.body.teams) ? part.of.body.teams : [];
      return {
        ...part,
        // Whoever leads a team no more is not told of it, whatever day it was.
        teams: teams.filter((team) => led.includes(team.id) && mayRead(part.reader, team, dayAt(now, part.site.zone))),
        isComplete: complete[place] ?? false,
        isAway: away[place] ?? false,
        postsMissed: posts.get(part.site.id) ?? [],
      };
    });
  }

  async function gather({ site, reader, teams, day: reported, today }: Task, at: Date): Promise<readonly Gathered[]> {
    const found = await Promise.all(
      sections.map((section) => section.gather({ site, reader, teams, day: reported, today, at })),
    );
    return found.flatMap((one) => (one === undefined ? [] : [partsOf(one)]));
  }

  /** A row for each team's numbers that somebody is told, and none for being corrected. */
  async function note({ of, reader, teams, day: on }: Task, at: Date): Promise<void> {
    if (of.isRevision) return;
    for (const team of teams) {
      const detail = { right: "lead", from: on, to: on, delivery: of.id };
      await audit.record({ at, actor: reader.id, action: "read digest", subject: `team:${team.id}`, detail });
    }
  }

  async function made(task: Task, now: Date): Promise<Prepared> {
    const { of, day: reported, isComplete } = task;
    const found = await gather(task, now);
    if (found.length === 0 && isComplete && !of.isRevision) return { is: "skip", why: "nothing-to-tell" };
    const says = fingerprint(found.flatMap(({ blocks }) => blocks(plain)));
    const figures = found.flatMap((one) => one.figures);
    const changes = changesOf(of, { says, figures, isComplete });
    if (changes === undefined) return { is: "same" };
    const missed = of.isRevision
      ? (toldOf(of)?.missed ?? [])
      : [...missedOf(of.late, task.site.zone), ...task.postsMissed];
    const told: Told = { day: reported, says, figures, changes, missed };
    await note(task, now);
    return {
      is: "view",
      view: digestView(
        { day: reported, isComplete, sections: found.map(({ blocks }) => blocks), changes, missed },
        labelOf,
      ),
      told: bodyOf(told),
      isProvisional: !isComplete,
    };
  }

  async function prepared(task: Task | undefined, now: Date): Promise<Prepared> {
    if (task === undefined) return { is: "skip", why: "left" };
    const { of, isAway, isComplete } = task;
    if (task.teams.length === 0) return of.isRevision ? { is: "same" } : { is: "skip", why: "left" };
    if (isAway && !isOut(of)) return { is: "skip", why: "on-leave" };
    const until = isComplete ? undefined : waitsUntil(of, waitMinutes, now);
    return until === undefined ? made(task, now) : { is: "wait", until, why: "data" };
  }

  return async (all: readonly ToPrepare[], now: Date): Promise<readonly Prepared[]> => {
    const tasks = await tasksOf(all, now);
    return Promise.all(tasks.map((task) => prepared(task, now)));
  };
}
