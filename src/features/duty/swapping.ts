import type { Who as Called } from "../../chat/param.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import { isHere, type Person, type Site } from "../people/index.ts";
import { aroundOf, type DutyCalendar } from "./calendar.ts";
import type { DutyDeps, NotFound, Who } from "./deps.ts";
import {
  type DutyRole,
  type DutyShift,
  dayMs,
  mostDays,
  type OnDuty,
  type Span,
  type Swap,
  type SwapState,
} from "./domain.ts";
import { beginningOf, type Moment } from "./moment.ts";
import { offerNotice, settledTold } from "./notice.ts";
import { daysOf } from "./rota.ts";
import { madeAfter } from "./setting.ts";
import { holds, touches, without } from "./spans.ts";

/** Why a duty was not offered, or an offer stays as it is. */
export type SwapRefusal =
  | NotFound
  | { readonly why: "yourself" }
  | { readonly why: "left"; readonly name: string }
  | { readonly why: "no-duty"; readonly mine: readonly OnDuty[] }
  | { readonly why: "begun" }
  | { readonly why: "not-of-role"; readonly name: string; readonly role: DutyRole }
  | { readonly why: "away"; readonly name: string; readonly on: LocalDate }
  | { readonly why: "offered-already"; readonly swap: Swap }
  | { readonly why: "gone" }
  | { readonly why: "not-yours" }
  | { readonly why: "not-theirs-now" }
  | { readonly why: "settled"; readonly state: SwapState };

/** An offer with the two whom it is between. */
export type Offer = { readonly swap: Swap; readonly asker: Person; readonly other: Person; readonly site: Site };

/** How somebody ends an offer. */
export type Ending = "accepted" | "declined" | "taken-back";

/** Whether somebody has a duty all the time, as planned. */
const hasAll = (plan: readonly OnDuty[], { asker, role, from, until }: Swap): boolean =>
  plan
    .filter((one) => one.person === asker && one.role === role)
    .reduce<Span[]>((left, one) => left.flatMap((part) => without(part, one)), [{ from, until }]).length === 0;

/** The duty of somebody's own that begins on a day, or has a moment in it; from the moment on. */
function dutyAt(mine: readonly OnDuty[], moment: Moment, { zone }: Site, at: Date): OnDuty | undefined {
  const isDay = moment !== "now" && moment.time === undefined;
  const beginning = isDay ? mine.find((one) => dayAt(one.from, zone) === moment.day) : undefined;
  if (beginning !== undefined) return beginning;
  const from = beginningOf(moment, zone, at);
  const running = mine.find((one) => holds(one, from));
  return running && { ...running, from };
}

type Deps = Pick<DutyDeps, "store" | "roster" | "find" | "newId"> & { readonly calendar: DutyCalendar };

/** Duties that change hands by the consent of two. */
export function swapping({ store, roster, find, newId, calendar }: Deps) {
  async function offerOf(swap: Swap): Promise<Offer | undefined> {
    const [people, site] = await Promise.all([roster.peopleById([swap.asker, swap.other]), roster.site(swap.site)]);
    const [asker, other] = [swap.asker, swap.other].map((id) => people.find((one) => one.id === id));
    return asker && other && site && { swap, asker, other, site };
  }

  async function firstAway({ id: person }: Person, span: Span, { zone }: Site): Promise<LocalDate | undefined> {
    const days = daysOf(span, zone).map((on) => ({ person, on }));
    return days.find(await calendar.awayOn(days))?.on;
  }

  return {
    offerOf,

    /** Offers a duty of the asker's to somebody who may have its role, until it begins. */
    async offer(
      who: Who,
      asked: { readonly who: Called; readonly from: Moment },
      at: Date,
    ): Promise<Outcome<Offer, SwapRefusal>> {
      const [site, asker, found] = await Promise.all([
        roster.site(who.site),
        roster.personById(who.person),
        find(who.site, asked.who),
      ]);
      if (site === undefined || asker === undefined) return refuse({ why: "gone" });
      if (!found.ok) return found;
      const other = found.value;
      if (other.id === asker.id) return refuse({ why: "yourself" });
      if (!isHere(other, dayAt(at, site.zone))) return refuse({ why: "left", name: other.name });

      const window = aroundOf(at);
      const plan = await calendar.planOf(site, window);
      const mine = plan(await store.shifts(site.id, window)).filter((one) => one.person === asker.id && one.until > at);
      const duty = dutyAt(mine, asked.from, site, at);
      if (duty === undefined) {
        const soon = new Date(at.getTime() + mostDays * dayMs);
        return refuse({ why: "no-duty", mine: mine.filter(({ from }) => from <= soon) });
      }
      const { role, from, until } = duty;
      if (from <= at) return refuse({ why: "begun" });
      if (!(await calendar.mayHold(site, other, role, at)))
        return refuse({ why: "not-of-role", name: other.name, role });
      const on = await firstAway(other, duty, site);
      if (on !== undefined) return refuse({ why: "away", name: other.name, on });

      const swap: Swap = {
        id: newId(),
        site: site.id,
        role,
        asker: asker.id,
        other: other.id,
        state: "open",
        from,
        until,
        askedAt: at,
      };
      const outcome = await store.change<Swap, SwapRefusal>(
        site.id,
        window,
        ({ open, shifts }) => {
          const known = open.find((one) => one.asker === asker.id && one.role === role && touches(one, swap));
          if (known?.other === other.id && known.from.getTime() === from.getTime())
            return done({ value: known, change: {} });
          if (known !== undefined) return refuse({ why: "offered-already", swap: known });
          if (!hasAll(plan(shifts), swap)) return refuse({ why: "not-theirs-now" });
          return done({ value: swap, change: { swap, notices: [offerNotice(swap)] } });
        },
        at,
      );
      return outcome.ok ? done({ swap: outcome.value, asker, other, site }) : outcome;
    },

    /** Ends an offer, once: whoever was asked accepts or declines it, whoever asked takes it back. */
    async settle(who: Who, id: string, as: Ending, at: Date): Promise<Outcome<Offer, SwapRefusal>> {
      const known = await store.swap(id);
      const offer = known && (await offerOf(known));
      if (offer === undefined) return refuse({ why: "gone" });
      const { site, other, swap } = offer;
      if (who.person !== (as === "taken-back" ? swap.asker : swap.other)) return refuse({ why: "not-yours" });
      const window = aroundOf(swap.from, swap.until);
      const [plan, on] = await Promise.all([calendar.planOf(site, window), firstAway(other, swap, site)]);
      const outcome = await store.change<Swap, SwapRefusal>(
        site.id,
        window,
        ({ open, shifts }) => {
          const now = open.find((one) => one.id === id);
          if (now === undefined) return refuse({ why: "settled", state: "expired" });
          if (now.from <= at) return refuse({ why: "begun" });
          const ended: Swap = { ...now, state: as };
          const change = { swap: ended, ...settledTold(ended, at) };
          if (as !== "accepted") return done({ value: ended, change });
          if (on !== undefined) return refuse({ why: "away", name: other.name, on });
          if (!hasAll(plan(shifts), now)) return refuse({ why: "not-theirs-now" });
          const { role, asker, from, until } = now;
          const shift: DutyShift = {
            id: newId(),
            site: site.id,
            role,
            person: other.id,
            from,
            until,
            origin: "swap",
            replaces: asker,
            setBy: asker,
            madeAt: madeAfter(shifts, at),
          };
          return done({ value: ended, change: { ...change, shift } });
        },
        at,
      );
      if (outcome.ok) return done({ ...offer, swap: outcome.value });
      if (outcome.refusal.why !== "settled") return outcome;
      const ended = (await store.swap(id)) ?? swap;
      return ended.state === as ? done({ ...offer, swap: ended }) : refuse({ why: "settled", state: ended.state });
    },

    /** Ends the offers of a site whose duties have begun. */
    async expire(site: Site, at: Date): Promise<void> {
      const open = await store.openSwaps(site.id);
      for (const { id, from } of open.filter((one) => one.from <= at)) {
        await store.change<void, never>(
          site.id,
          { from, until: from },
          (now) => {
            const one = now.open.find((swap) => swap.id === id);
            if (one === undefined) return done({ value: undefined, change: {} });
            const swap: Swap = { ...one, state: "expired" };
            return done({ value: undefined, change: { swap, ...settledTold(swap, at) } });
          },
          at,
        );
      }
    },
  };
}
