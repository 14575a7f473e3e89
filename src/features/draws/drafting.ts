import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { forgives } from "../../kernel/prize.ts";
import { dayAt, instantAt, type LocalDate, startOfDay } from "../../kernel/time.ts";
import { channelFor } from "../people/index.ts";
import type { DeskDeps, DrawCard, DrawRefusal, Who } from "./card.ts";
import { alternatesFor } from "./clockwork.ts";
import type { Desk } from "./desk.ts";
import { type Draw, type Promised, type Secret, sameName } from "./domain.ts";
import * as moves from "./moves.ts";
import { commitmentTo } from "./randomness.ts";
import { eligibilityConfig, ticketsConfig } from "./rules.ts";
import { after } from "./states.ts";

/** What the form of a draft asks for. */
export type Drafted = {
  readonly prize: string;
  readonly winners: number;
  readonly closes: LocalDate;
  /** Points of 100. */
  readonly score?: number | undefined;
  readonly attendance?: number | undefined;
};

/** What a draft's menus and buttons set. */
export type Setting = "entry" | "month" | "no-win" | "tickets";

/** The hour at which a draw closes on its day, on the site's clock. */
const closingHour = "17:00";

/** A draw takes entries for at least so long, and at most so many days. */
const leastOpenMs = 3_600_000;
const mostDays = 92;

/** Tickets as the menu offers them: more for each award, up to a cap. */
export const ticketChoices: Readonly<
  Record<string, { readonly perAward: number; readonly perKudos: number; readonly cap: number }>
> = {
  one: { perAward: 0, perKudos: 0, cap: 1 },
  awards: { perAward: 1, perKudos: 0, cap: 3 },
  kudos: { perAward: 0, perKudos: 1, cap: 5 },
  both: { perAward: 2, perKudos: 1, cap: 10 },
};

const closingAt = (on: LocalDate, zone: string): Date => {
  const at = instantAt(on, closingHour, zone);
  return at.ok ? at.value : startOfDay(on, zone);
};

function untimely(closesAt: Date, at: Date): DrawRefusal | undefined {
  if (closesAt.getTime() < at.getTime() + leastOpenMs) return { why: "closes-too-soon" };
  const isFar = closesAt.getTime() > at.getTime() + mostDays * 24 * 3_600_000;
  return isFar ? { why: "closes-too-late", days: mostDays } : undefined;
}

const conditionsOf = ({ score, attendance }: Drafted) => [
  ...(score === undefined ? [] : [{ by: "score", atLeast: score }]),
  ...(attendance === undefined ? [] : [{ by: "attendance", atLeast: attendance }]),
];

/** A draft as its form writes it. */
function written({ prize, winners, closesAt, eligibility }: Draw, zone: string): Readonly<Record<string, string>> {
  const least = (by: string) => String(eligibility.conditions.find((one) => one.by === by)?.atLeast ?? "");
  return {
    prize: prize.en,
    winners: String(winners),
    closes: dayAt(closesAt, zone),
    score: least("score"),
    attendance: least("attendance"),
  };
}

/** A draft with one of its menus set; undefined where there is no such choice. */
function withSetting(draw: Draw, what: string, value: string): Draw | undefined {
  const { eligibility } = draw;
  switch (what as Setting) {
    case "entry":
      return value === "everybody" || value === "by-oneself" ? { ...draw, entry: value } : undefined;
    case "month":
      return value === "last-month" || value === "this-month"
        ? { ...draw, eligibility: { ...eligibility, over: value } }
        : undefined;
    case "no-win": {
      const noWinWithinDays = /^\d{1,3}$/.test(value) ? Math.min(366, Number(value)) : undefined;
      return noWinWithinDays === undefined ? undefined : { ...draw, eligibility: { ...eligibility, noWinWithinDays } };
    }
    case "tickets": {
      const tickets = Object.hasOwn(ticketChoices, value) ? ticketChoices[value] : undefined;
      return tickets && { ...draw, tickets };
    }
    default:
      return undefined;
  }
}

/** Makes draws: a draft that admins alone see, until it is opened for everybody. */
export function drafting({ store, roster, rules, newId, random }: DeskDeps, { change, cardOf }: Desk) {
  const promised = (source: string, { seed }: Secret): Promised | undefined => {
    if (source === "commit-reveal") return { is: source, commitment: commitmentTo(seed) };
    return source === "drand" ? { is: source } : undefined;
  };

  /** Changes a draft that admins alone may change. */
  const onDraft = (
    who: Who,
    id: string,
    at: Date,
    next: (draw: Draw) => Outcome<Draw, DrawRefusal> | Promise<Outcome<Draw, DrawRefusal>>,
  ) =>
    change(who, id, at, async (draw) => {
      if (!who.roles.includes("admin")) return refuse({ why: "not-open-to-you" });
      if (draw.state !== "draft") return refuse({ why: "not-now", state: draw.state });
      const made = await next(draw);
      return made.ok ? done({ draw: made.value }) : made;
    });

  const checked = (given: Drafted, zone: string, at: Date): Outcome<Date, DrawRefusal> => {
    if (forgives(given.prize)) return refuse({ why: "forgives" });
    const closesAt = closingAt(given.closes, zone);
    const refusal = untimely(closesAt, at);
    return refusal === undefined ? done(closesAt) : refuse(refusal);
  };

  return {
    written,

    /** Keeps a draft of the asker's; nobody is told before it is opened. */
    async make(who: Who, given: Drafted, at: Date): Promise<Outcome<DrawCard, DrawRefusal>> {
      const closesAt = checked(given, who.zone, at);
      if (!closesAt.ok) return closesAt;
      const config = await rules(who.site);
      const secret: Secret = { seed: random(32).toString("hex"), salt: random(32).toString("hex") };
      const draw = await store.add(
        {
          id: newId(),
          site: who.site,
          state: "draft",
          prize: sameName(given.prize),
          winners: given.winners,
          alternates: alternatesFor(given.winners, config),
          eligibility: eligibilityConfig.parse({ conditions: conditionsOf(given) }),
          tickets: ticketsConfig.parse({}),
          entry: "by-oneself",
          source: { is: "commit-reveal", commitment: commitmentTo(secret.seed) },
          organiser: who.person,
          madeAt: at,
          closesAt: closesAt.value,
          judgedOn: given.closes,
          putOff: 0,
          reopened: 0,
          challengeHours: config.challengeHours,
          claimDays: config.claimDays,
          challenges: [],
        },
        { secret, told: () => ({}) },
      );
      return done(await cardOf(draw, who, at));
    },

    /** Writes a draft anew by its form. */
    rewrite: (who: Who, id: string, given: Drafted, at: Date) =>
      onDraft(who, id, at, async (draw) => {
        const closesAt = checked(given, who.zone, at);
        if (!closesAt.ok) return closesAt;
        const eligibility = eligibilityConfig.parse({ ...draw.eligibility, conditions: conditionsOf(given) });
        const alternates = alternatesFor(given.winners, await rules(draw.site));
        const { winners, prize } = given;
        const { value } = closesAt;
        const [name, judgedOn] = [sameName(prize), given.closes];
        return done({ ...draw, prize: name, winners, alternates, eligibility, closesAt: value, judgedOn });
      }),

    set: (who: Who, id: string, what: string, value: string, at: Date) =>
      onDraft(who, id, at, (draw) => {
        const next = withSetting(draw, what, value);
        return next === undefined ? refuse({ why: "changed" }) : done(next);
      }),

    /** Sets where the randomness comes from; of a public number the series is named in words, with its digits. */
    setSource: (who: Who, id: string, source: string | { readonly what: string; readonly digits: number }, at: Date) =>
      onDraft(who, id, at, async (draw) => {
        if (typeof source !== "string") return done({ ...draw, source: { is: "public", ...source } });
        const next = promised(source, await store.secretOf(id));
        return next === undefined ? refuse({ why: "changed" }) : done({ ...draw, source: next });
      }),

    /** Throws a draft away. */
    drop: (who: Who, id: string, at: Date) =>
      onDraft(who, id, at, (draw) => {
        const state = after(draw.state, "cancelled");
        return state === undefined ? refuse({ why: "not-now", state: draw.state }) : done({ ...draw, state });
      }),

    /** Opens a draft as it was seen for everybody. */
    open: (who: Who, id: string, seen: number, at: Date) =>
      onDraft(who, id, at, async (draw) => {
        if (draw.version !== seen) return refuse({ why: "changed" });
        const site = await roster.site(draw.site);
        if (site === undefined || channelFor(site, "draws") === undefined) return refuse({ why: "no-channel" });
        if (forgives(draw.prize.en) || forgives(draw.prize["zh-CN"])) return refuse({ why: "forgives" });
        const refusal = untimely(draw.closesAt, at);
        return refusal === undefined ? moves.open(draw, who.person, at) : refuse(refusal);
      }),
  };
}
