import type { Log } from "../../kernel/log.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { channelFor, isHere, type Person, type PersonId, type Site, type SiteId } from "../people/index.ts";
import { publishedAt } from "./beacon.ts";
import { type Draw, type Prize, sameName } from "./domain.ts";
import type { Eligible } from "./eligibility.ts";
import { pseudonym } from "./manifest.ts";
import * as moves from "./moves.ts";
import { commitmentTo, type Revealed } from "./randomness.ts";
import { type DrawsConfig, type Eligibility, type ScheduledName, scheduledDraws } from "./rules.ts";
import type { Beside, DrawStore } from "./store.ts";
import { announced, listPost, offered } from "./told.ts";

export type ClockworkDeps = {
  readonly store: DrawStore;
  readonly roster: {
    site(id: SiteId): Promise<Site | undefined>;
    /** Everybody of every site: a winner may have moved to another meanwhile. */
    everybody(): Promise<readonly Person[]>;
  };
  readonly eligible: Eligible;
  readonly rules: (site: SiteId) => Promise<DrawsConfig>;
  /** A drand round; none where it is not out yet. Throws where nobody can be asked. */
  readonly beacon: (round: number) => Promise<{ readonly round: number; readonly signature: string } | undefined>;
  /** Whether a notice stands where it was to be told. */
  readonly isSent: (notice: {
    readonly kind: string;
    readonly site: SiteId;
    readonly period: string;
  }) => Promise<boolean>;
  readonly newId: () => string;
  /** So many random bytes, which nobody can guess. */
  readonly random: (bytes: number) => Buffer;
  readonly log: Log;
};

/** What a draw becomes, and what is kept and told with it. */
type Step = {
  readonly draw: Draw;
  readonly beside?: Omit<Beside, "at" | "notices" | "touched">;
  readonly before?: readonly Prize[];
};

const later = (draw: Draw, at: Date, seconds: number): Step => ({
  draw: { ...draw, nextAt: new Date(at.getTime() + seconds * 1_000) },
});

/** How many steps one draw takes at most in one sweep, and how many draws are looked at. */
const mostSteps = 8;
const mostAtOnce = 50;

/** What the calendar's draws ask for where a site says nothing. */
const usual: Readonly<Record<ScheduledName, Eligibility["conditions"]>> = {
  "performers-draw": [{ by: "score", atLeast: 90, minimumN: 10 }],
  "attendance-draw": [{ by: "attendance", atLeast: 98, minimumN: 1 }],
};

/** What happens to draws by time alone; every step is one transaction, so that a crash between any two loses nothing. */
export function clockwork({ store, roster, eligible, rules, beacon, isSent, newId, random, log }: ClockworkDeps) {
  async function siteOf({ site: id }: Draw): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new Error(`a draw of no site: ${id}`);
    return site;
  }

  /** Fixes entrants and tickets as they are now. */
  async function fix(draw: Draw, at: Date, way: typeof moves.close): Promise<Step | undefined> {
    const [entrants, entries, secret] = await Promise.all([
      eligible.of(draw, at),
      store.entriesOf(draw.id),
      store.secretOf(draw.id),
    ]);
    const made = way(draw, { entrants, entries, secret }, at);
    if (!made.ok) return undefined;
    const { value } = made;
    return { draw: value.draw, ...(value.is === "closed" ? { beside: { manifest: value.manifest } } : {}) };
  }

  /** What the source came to; undefined while it is waited for. */
  async function reveal({ id, closed }: Draw, at: Date): Promise<Revealed | undefined | { readonly waitS?: number }> {
    if (closed?.source.is === "commit-reveal") return { is: "commit-reveal", seed: (await store.secretOf(id)).seed };
    if (closed?.source.is !== "drand") return {};
    const { round } = closed.source;
    const aheadMs = publishedAt(round).getTime() - at.getTime();
    if (aheadMs > 0) return { waitS: Math.ceil(aheadMs / 1_000) };
    const found = await beacon(round);
    return found === undefined ? { waitS: 10 } : { is: "drand", round: found.round, signature: found.signature };
  }

  /** Who stands behind each pseudonym. */
  async function namesOf(draw: Draw): Promise<ReadonlyMap<string, PersonId>> {
    const [people, { salt }] = await Promise.all([roster.everybody(), store.secretOf(draw.id)]);
    return new Map(people.map(({ id }) => [pseudonym(salt, id), id]));
  }

  /** Draws by what was revealed. */
  async function drawn(draw: Draw, revealed: Revealed, at: Date): Promise<Step | undefined> {
    const [manifest, clock, personOf] = await Promise.all([store.manifestOf(draw.id), siteOf(draw), namesOf(draw)]);
    if (manifest === undefined) throw new Error(`no manifest of draw ${draw.id}`);
    const made = moves.draw(draw, { manifest, revealed, clock, personOf }, at);
    if (made.ok) return { draw: { ...made.value.draw, nextAt: at }, beside: { prizes: made.value.prizes }, before: [] };
    log.error({ draw: draw.number, why: made.refusal }, "the randomness of a draw was refused; it waits");
    return later(draw, at, 60);
  }

  /** Lets the time for challenges begin once the hash stands where everybody reads it. */
  async function published(draw: Draw, at: Date): Promise<Step | undefined> {
    if (!(await isSent(listPost(draw)))) return later(draw, at, 15);
    if (moves.isStale(draw, at)) return fix(draw, at, moves.correct);
    const made = moves.publish(draw, at);
    return made.ok ? { draw: made.value } : undefined;
  }

  async function committed(draw: Draw, at: Date): Promise<Step | undefined> {
    const found = await reveal(draw, at);
    if (found !== undefined && "is" in found) return drawn(draw, found, at);
    if (found?.waitS !== undefined) return later(draw, at, found.waitS);
    const { nextAt: _, ...waiting } = draw;
    return { draw: waiting };
  }

  /** Offers what was not claimed in time, or was won by somebody who has left, to the next alternate. */
  async function settled(draw: Draw, at: Date): Promise<Step> {
    const [site, prizes, people] = await Promise.all([siteOf(draw), store.prizesOf(draw.id), roster.everybody()]);
    const today = dayAt(at, site.zone);
    const here = new Set(people.flatMap((person) => (isHere(person, today) ? [person.id] : [])));
    const isLost = ({ person, state, dueAt }: Prize) =>
      !here.has(person) || (state === "offered" && dueAt !== undefined && dueAt <= at);
    const after = moves.forfeit(draw, prizes, { clock: site, isLost }, at);
    return { draw: after.draw, beside: { prizes: after.prizes }, before: prizes };
  }

  async function step(draw: Draw, at: Date): Promise<Step | undefined> {
    const moved = (made: ReturnType<typeof moves.publish>): Step | undefined =>
      made.ok ? { draw: made.value } : undefined;
    switch (draw.state) {
      case "open":
        return fix(draw, at, moves.close);
      case "closed":
        return published(draw, at);
      case "challenge":
        return moved(moves.commit(draw, at));
      case "committed":
        return committed(draw, at);
      case "drawn":
        return settled(draw, at);
      default:
        return undefined;
    }
  }

  /** Keeps a step with what is told of it; false where somebody else was faster. */
  function save(before: Draw, { draw, beside = {}, before: places }: Step, at: Date): Promise<boolean> {
    const told = announced(before, draw, at);
    const more = places && beside.prizes ? offered(draw, places, beside.prizes, at) : {};
    return store.change(draw, {
      ...beside,
      at,
      notices: [...(told.notices ?? []), ...(more.notices ?? [])],
      touched: [...(told.touched ?? []), ...(more.touched ?? [])],
    });
  }

  /** Takes one draw as far as it goes now. */
  async function advance(id: string, at: Date): Promise<void> {
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const draw = await store.draw(id);
      if (draw?.nextAt === undefined || draw.nextAt > at) return;
      const next = await step(draw, at);
      if (next === undefined) return;
      await save(draw, next, at);
    }
  }

  /** Lets others go first for a minute. */
  async function putBack(id: string, at: Date): Promise<void> {
    try {
      const draw = await store.draw(id);
      if (draw !== undefined) await store.change(later(draw, at, 60).draw, { at });
    } catch (error) {
      log.error({ error, draw: id }, "a draw that did not go on could not be put back");
    }
  }

  return {
    /** Who stands behind each pseudonym of a draw's manifest. */
    namesOf,
    save,
    drawn,
    fix,

    /** Does with every draw whose moment has come what the rules say; safe to call at any time, by any number of workers. */
    async sweep(at: Date): Promise<void> {
      for (const { id, number } of await store.due(at, mostAtOnce)) {
        try {
          await advance(id, at);
        } catch (error) {
          log.error({ error, draw: number }, "a draw did not go on; it is tried again");
          await putBack(id, at);
        }
      }
    },

    /** Opens the draw that a schedule stands for, once for each month; nothing where the site has none. */
    async openScheduled(
      name: ScheduledName,
      {
        site,
        due,
        now,
        day,
      }: { readonly site: SiteId; readonly due: Date; readonly now: Date; readonly day: LocalDate },
    ): Promise<Draw | undefined> {
      const config = await rules(site);
      const of = config[scheduledDraws[name]];
      const where = await roster.site(site);
      if (of === undefined || !of.isOn || where === undefined || channelFor(where, "draws") === undefined)
        return undefined;
      const { conditions, awards } = of.eligibility;
      const called = awards.length === 0 ? undefined : await store.awardNames(site);
      const isBare = conditions.length === 0 && awards.length === 0;
      const secret = { seed: random(32).toString("hex"), salt: random(32).toString("hex") };
      // A late run takes entries for as long, and goes by the month that it stands for.
      const at = now > due ? now : due;
      const closesAt = new Date(at.getTime() + config.openHours * 3_600_000);
      const source =
        of.source === "drand" ? { is: of.source } : { is: of.source, commitment: commitmentTo(secret.seed) };
      return store.add(
        {
          id: newId(),
          site,
          state: "open",
          prize: of.prize,
          winners: of.winners,
          alternates: alternatesFor(of.winners, config),
          eligibility: isBare ? { ...of.eligibility, conditions: usual[name] } : of.eligibility,
          ...(called && { awardNames: awards.map((id) => called.get(id) ?? sameName(id)) }),
          tickets: of.tickets,
          entry: "everybody",
          source,
          madeAt: at,
          openedAt: at,
          closesAt,
          judgedOn: day,
          putOff: 0,
          reopened: 0,
          challengeHours: config.challengeHours,
          claimDays: config.claimDays,
          challenges: [],
          nextAt: closesAt,
        },
        { secret, occurrence: `${name}:${day.slice(0, 7)}`, told: (draw) => announced(undefined, draw, at) },
      );
    },
  };
}
export type Clockwork = ReturnType<typeof clockwork>;

/** How many alternates follow so many winners: at least three. */
export const alternatesFor = (winners: number, { alternatesPerWinner }: DrawsConfig): number =>
  Math.max(3, winners * alternatesPerWinner);
