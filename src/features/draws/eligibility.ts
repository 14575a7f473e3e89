import { addDays, addMonths, dayAt, endOfMonth, type LocalDate, startOfDay, startOfMonth } from "../../kernel/time.ts";
import type { PersonId, Site, SiteId, Staff } from "../people/index.ts";
import type { Standing, Standings } from "../scores/index.ts";
import { type Draw, type Entrant, type Name, sameName } from "./domain.ts";
import { isMaker } from "./moves.ts";
import type { Eligibility } from "./rules.ts";
import type { DrawStore } from "./store.ts";

type Days = { readonly from: LocalDate; readonly to: LocalDate };
type Condition = Eligibility["conditions"][number];

/** Why somebody cannot take part. */
export type Ineligible =
  | { readonly why: "not-here" }
  | { readonly why: "organiser" }
  /** Auditors check draws and win nothing in them. */
  | { readonly why: "auditor" }
  | { readonly why: "won-lately"; readonly days: number }
  | { readonly why: "no-award"; readonly awards: readonly Name[] }
  /** `value` is missing where there are too few results. */
  | { readonly why: "condition"; readonly condition: Condition; readonly value?: number };

/** How somebody stands to a draw: their tickets, or why they have none. */
export type Chance = { readonly tickets: number } | Ineligible;

/** What eligibility stands on. */
export type EligibilityDeps = {
  readonly roster: {
    site(id: SiteId): Promise<Site | undefined>;
    /** Everybody of a site who has not left by the day. */
    staffOf(site: SiteId, on: LocalDate): Promise<readonly Staff[]>;
  };
  readonly standings: Pick<Standings, "agents">;
  /** Who was given which award for these days, by the id of its rule. */
  readonly awards: (
    site: SiteId,
    days: Days,
  ) => Promise<readonly { readonly person: PersonId; readonly rule: string }[]>;
  /** How many kudos that count everybody was given in these days. */
  readonly kudos: (site: SiteId, days: Days) => Promise<ReadonlyMap<PersonId, number>>;
  readonly store: Pick<DrawStore, "wonSince" | "entriesOf">;
};

/** Who may take part in a draw, and with how many tickets. */
export type Eligible = {
  /** Everybody who is in a draw at a moment: those who entered it, or all who may, where it asks nobody. */
  of(draw: Draw, at: Date): Promise<readonly Entrant[]>;
  /** How one person of the draw's site stands to it. */
  chanceOf(draw: Draw, person: PersonId, at: Date): Promise<Chance>;
  /** The same for one answer about many draws: the standings of a month are read once, however many draws go by them. */
  forOneAnswer(): Pick<Eligible, "chanceOf">;
};

/** What the awards of a draw's rule are called; their ids where no names were kept. */
export const awardNamesOf = ({ eligibility, awardNames }: Pick<Draw, "eligibility" | "awardNames">): readonly Name[] =>
  awardNames ?? eligibility.awards.map(sameName);

/** The month that counts for a draw that closes on a day, as far as it has come to pass. */
export function monthOf({ over }: Pick<Eligibility, "over">, closesOn: LocalDate): Days {
  const first = startOfMonth(closesOn);
  if (over === "last-month") return { from: addMonths(first, -1), to: endOfMonth(addMonths(first, -1)) };
  return { from: first, to: closesOn === first ? first : addDays(closesOn, -1) };
}

/** Everything that is known of everybody before each is judged. */
type Known = {
  readonly on: LocalDate;
  readonly staff: ReadonlyMap<PersonId, Staff>;
  readonly results: readonly { readonly condition: Condition; readonly by: ReadonlyMap<PersonId, Standing<Staff>> }[];
  readonly awards: ReadonlyMap<PersonId, readonly string[]>;
  readonly kudos: ReadonlyMap<PersonId, number>;
  readonly won: ReadonlySet<PersonId>;
};

function missed({ results }: Known, person: PersonId): Ineligible | undefined {
  for (const { condition, by } of results) {
    const found = by.get(person);
    const value = found && (condition.by === "score" ? found.points : found.value);
    if (found === undefined || value === undefined || found.n < condition.minimumN)
      return { why: "condition", condition };
    if (value < condition.atLeast) return { why: "condition", condition, value };
  }
  return undefined;
}

/** Judges one person; tickets are one and more for what they earned, at most the cap. */
function judge(
  draw: Pick<Draw, "eligibility" | "awardNames" | "tickets" | "organiser" | "openedBy">,
  known: Known,
  person: PersonId,
): Chance {
  const { eligibility, tickets } = draw;
  const here = known.staff.get(person);
  if (here === undefined || (here.hiredOn ?? known.on) > known.on) return { why: "not-here" };
  if (isMaker(draw, person)) return { why: "organiser" };
  if (here.roles.includes("auditor")) return { why: "auditor" };
  if (known.won.has(person)) return { why: "won-lately", days: eligibility.noWinWithinDays };
  const held = known.awards.get(person) ?? [];
  if (eligibility.awards.length > 0 && !eligibility.awards.some((rule) => held.includes(rule))) {
    return { why: "no-award", awards: awardNamesOf(draw) };
  }
  const earned = 1 + held.length * tickets.perAward + (known.kudos.get(person) ?? 0) * tickets.perKudos;
  return missed(known, person) ?? { tickets: Math.min(tickets.cap, earned) };
}

/** The same standings where the same are asked for again. */
function readOnce(agents: Standings["agents"]): Standings["agents"] {
  const known = new Map<string, ReturnType<Standings["agents"]>>();
  return (site, asked) => {
    const key = JSON.stringify([site.id, asked]);
    const found = known.get(key) ?? agents(site, asked);
    known.set(key, found);
    return found;
  };
}

export function eligibility(deps: EligibilityDeps): Eligible {
  const { roster, standings, awards, kudos, store } = deps;

  async function know({ site: id, eligibility: rule, tickets, judgedOn }: Draw, at: Date): Promise<Known> {
    const site = await roster.site(id);
    if (site === undefined) throw new Error(`a draw of no site: ${id}`);
    const on = dayAt(at, site.zone);
    const days = monthOf(rule, judgedOn);
    const needsAwards = rule.awards.length > 0 || tickets.perAward > 0;
    const since = startOfDay(addDays(judgedOn, -rule.noWinWithinDays), site.zone);
    const [staff, given, thanked, won, ...results] = await Promise.all([
      roster.staffOf(id, on),
      needsAwards ? awards(id, days) : [],
      tickets.perKudos > 0 ? kudos(id, days) : new Map<PersonId, number>(),
      rule.noWinWithinDays > 0 ? store.wonSince(id, since) : new Set<PersonId>(),
      ...rule.conditions.map(async (condition) => {
        const metric = condition.by === "score" ? {} : { metric: condition.by };
        const all = await standings.agents(site, { days, ...metric });
        return { condition, by: new Map(all.map((one) => [one.of.id, one])) };
      }),
    ]);
    const held = new Map<PersonId, string[]>();
    for (const { person, rule: name } of given) held.set(person, [...(held.get(person) ?? []), name]);
    return { on, staff: new Map(staff.map((one) => [one.id, one])), results, awards: held, kudos: thanked, won };
  }

  return {
    async of(draw, at) {
      const [known, entries] = await Promise.all([know(draw, at), store.entriesOf(draw.id)]);
      const asked =
        draw.entry === "everybody"
          ? [...known.staff.keys()]
          : entries.flatMap(({ person, entered }) => (entered ? [person] : []));
      return asked.flatMap((person): Entrant[] => {
        const chance = judge(draw, known, person);
        return "tickets" in chance ? [{ person, tickets: chance.tickets }] : [];
      });
    },
    chanceOf: async (draw, person, at) => judge(draw, await know(draw, at), person),
    forOneAnswer: () => eligibility({ ...deps, standings: { agents: readOnce(standings.agents) } }),
  };
}
