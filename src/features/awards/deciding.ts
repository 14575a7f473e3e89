import type { Who as Called } from "../../chat/param.ts";
import type { Say } from "../../kernel/locale.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Person, SiteId } from "../people/index.ts";
import {
  type Award,
  attach,
  awardName,
  change,
  confirm,
  decline,
  type MoveRefusal,
  type Subject,
  takeBack,
} from "./domain.ts";
import { moved } from "./notice.ts";
import { barTo, isOwn } from "./offices.ts";
import type { AwardCard, Reading, ReadingDeps } from "./reading.ts";
import type { Who } from "./roster.ts";

export type DecidingDeps = ReadingDeps & {
  readonly reading: Pick<Reading, "cardOf">;
  /** The one person of a site who is meant by a name, a number or an account. */
  readonly find: (site: SiteId, who: Called) => Promise<Outcome<Person, { readonly say: Say }>>;
};

/** Why nothing was decided. */
export type DecideRefusal =
  | MoveRefusal
  | { readonly why: "not-found"; readonly say: Say }
  | { readonly why: "has-left" | "not-an-agent"; readonly name: string }
  | { readonly why: "not-of-team"; readonly name: string; readonly team: string }
  | { readonly why: "no-such-team"; readonly text: string; readonly names: readonly string[] }
  | { readonly why: "not-of-teams" }
  | { readonly why: "of-teams" };

/** A refusal with the award as it stands, where the asker may see it. */
export type Refused = { readonly refusal: DecideRefusal; readonly card?: AwardCard };
export type Decided = Outcome<AwardCard, Refused>;

/** A proposal as somebody saw it. */
export type Seen = { readonly award: string; readonly seen: number };

/** What those do who decide on proposals; each is safe to repeat, and leaves an audit row. */
export function deciding({ store, roster, audit, reading, find }: DecidingDeps) {
  const refused = (refusal: DecideRefusal, card?: AwardCard) =>
    refuse(card === undefined ? { refusal } : { refusal, card });

  /** The card of a proposal that the asker may decide on. */
  async function mine(who: Who, id: string, at: Date): Promise<Decided> {
    const [award, person] = await Promise.all([store.award(id), roster.personById(who.person)]);
    if (award === undefined || person === undefined) return refused({ why: "no-such-award" });
    const card = await reading.cardOf(award, who.person, at);
    const isDecider = card.offices.deciders.some((one) => one.id === who.person);
    if (award.state !== "proposed" && (isDecider || award.decision?.by === who.person)) {
      return refused({ why: "decided" }, card);
    }
    if (isDecider) return done(card);
    return refused({ why: isOwn(award, person, dayAt(at, who.zone)) ? "own" : "not-yours" });
  }

  /** Does it alone and tells it; the audit row says what was done. */
  async function act(
    who: Who,
    id: string,
    at: Date,
    move: (now: Award) => Outcome<Award, MoveRefusal>,
    action: string,
  ) {
    const outcome = await store.change(id, move, (after, before) => moved(after, before, at), at);
    if (!outcome.ok) {
      const now = await store.award(id);
      return refused(outcome.refusal, now && (await reading.cardOf(now, who.person, at)));
    }
    const { value } = outcome;
    const { reason } = value.decision ?? {};
    const detail = {
      award: awardName(value),
      winners: value.winners.map(({ of }) => `${of.is}:${of.id}`),
      ...(reason === undefined ? {} : { reason }),
    };
    await audit.record({ at, actor: who.person, action, subject: value.id, detail });
    return done(await reading.cardOf(value, who.person, at));
  }

  async function changeTo(
    who: Who,
    of: Seen & { reason: string; to: Subject; instead: Subject | undefined },
    at: Date,
  ): Promise<Decided> {
    const { award: id, seen, reason, to, instead } = of;
    const person = await roster.personById(who.person);
    if (person === undefined || isOwn({ winners: [{ of: to }] }, person, dayAt(at, who.zone))) {
      return refused({ why: "own" });
    }
    return act(who, id, at, (now) => change(now, { by: who.person, at, seen, to, instead, reason }), "change award");
  }

  return {
    async confirm(who: Who, { award: id, seen }: Seen, at: Date): Promise<Decided> {
      const known = await mine(who, id, at);
      if (!known.ok) return known;
      return act(who, id, at, (now) => confirm(now, { by: who.person, at, seen }), "confirm award");
    },

    /** Gives it to another agent, in the place of a winner or beside those who share it. */
    async change(
      who: Who,
      of: Seen & { readonly person: Called; readonly instead?: Called | undefined; readonly reason: string },
      at: Date,
    ): Promise<Decided> {
      const known = await mine(who, of.award, at);
      if (!known.ok) return known;
      const { award, teams } = known.value;
      if (award.as.of === "teams") return refused({ why: "of-teams" }, known.value);
      const [found, replaced] = await Promise.all([
        find(award.site, of.person),
        of.instead === undefined ? done(undefined) : find(award.site, of.instead),
      ]);
      if (!found.ok) return refused({ why: "not-found", say: found.refusal.say }, known.value);
      if (!replaced.ok) return refused({ why: "not-found", say: replaced.refusal.say }, known.value);
      const { id, name } = found.value;
      const why = barTo(award, found.value, dayAt(at, who.zone));
      if (why === "not-of-team") {
        return refused({ why, name, team: teams.get(award.team ?? "")?.name ?? "" }, known.value);
      }
      if (why !== undefined) return refused({ why, name }, known.value);
      const instead = replaced.value && ({ is: "person", id: replaced.value.id } as const);
      return changeTo(who, { ...of, to: { is: "person", id }, instead }, at);
    },

    /** Gives it to another team of the site, by its name, in the place of a winner or beside those who share it. */
    async changeTeam(
      who: Who,
      of: Seen & { readonly team: string; readonly instead?: string | undefined; readonly reason: string },
      at: Date,
    ): Promise<Decided> {
      const known = await mine(who, of.award, at);
      if (!known.ok) return known;
      const { award } = known.value;
      if (award.as.of !== "teams") return refused({ why: "not-of-teams" }, known.value);
      const teams = (await roster.teams()).filter(({ site }) => site === award.site);
      const called = (text: string): Outcome<Subject, DecideRefusal> => {
        const name = text.trim().toLowerCase();
        const found = teams.find((team) => [team.id, team.name].some((one) => one.toLowerCase() === name));
        if (found !== undefined) return done({ is: "team", id: found.id });
        return refuse({ why: "no-such-team", text, names: teams.map((team) => team.name) });
      };
      const [to, instead] = [called(of.team), of.instead === undefined ? done(undefined) : called(of.instead)];
      if (!to.ok) return refused(to.refusal, known.value);
      if (!instead.ok) return refused(instead.refusal, known.value);
      return changeTo(who, { ...of, to: to.value, instead: instead.value }, at);
    },

    async decline(
      who: Who,
      { award: id, seen, reason }: Seen & { readonly reason: string },
      at: Date,
    ): Promise<Decided> {
      const known = await mine(who, id, at);
      if (!known.ok) return known;
      return act(who, id, at, (now) => decline(now, { by: who.person, at, seen, reason }), "decline award");
    },

    /** What is won with it. */
    async attach(
      who: Who,
      {
        award: id,
        seen,
        prize,
        coupon,
      }: Seen & { readonly prize?: string | undefined; readonly coupon?: string | undefined },
      at: Date,
    ): Promise<Decided> {
      const known = await mine(who, id, at);
      if (!known.ok) return known;
      const given = { seen, ...(prize === undefined ? {} : { prize }), ...(coupon === undefined ? {} : { coupon }) };
      return act(who, id, at, (now) => attach(now, given), "attach prize");
    },

    /** Undoes one's own decision within ten minutes. */
    async takeBack(who: Who, id: string, at: Date): Promise<Decided> {
      const award = await store.award(id);
      const isOthers = award?.decision !== undefined && award.decision.by !== who.person;
      if (isOthers) return refused({ why: "not-your-decision" });
      if (award?.decision !== undefined) {
        return act(who, id, at, (now) => takeBack(now, { by: who.person, at }), "take back award");
      }
      const known = await mine(who, id, at);
      return known.ok ? refused({ why: "not-decided" }, known.value) : known;
    },
  };
}
