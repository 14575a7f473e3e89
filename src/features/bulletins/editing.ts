import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, type LocalDate } from "../../kernel/time.ts";
import { type Arrangement, arrange, arrangement } from "./arrangement.ts";
import type { Card, Desk, Draft, Who } from "./desk.ts";
import {
  approveAll,
  type Bulletin,
  carryOver,
  decide,
  edit,
  type Hand,
  type Item,
  type ItemRefusal,
  type ItemState,
  isAlready,
  neverWentOut,
  type Seen,
  shift,
  submit,
  type Way,
  type Words,
  withdraw,
} from "./domain.ts";
import type { Issues } from "./issue.ts";
import type { BulletinStore } from "./store.ts";

/** Why something was not done, with the item as it stands where there is one, and the name of who changed it. */
export type Refused = { readonly refusal: ItemRefusal; readonly card?: Card };

type Deps = {
  readonly store: BulletinStore;
  readonly desk: Desk;
  readonly issues: Issues;
  readonly newId: () => string;
};

/** A title is one line, however it came. */
const tidy = ({ section, title, text }: Words): Words => ({ section, title: title.replace(/\s+/g, " ").trim(), text });

/** What people do with bulletins: put forward, change, take back, and, as editors, decide and arrange. */
export function editing({ store, desk, issues, newId }: Deps) {
  async function refused(refusal: ItemRefusal, id: string, bulletin: Bulletin | undefined, who: Who, at: Date) {
    const card = bulletin && (await desk.card(bulletin, id, who, at));
    return refuse<Refused>({ refusal, ...(card?.ok ? { card: card.value } : {}) });
  }

  /** Decides about one item and answers how it stands then. */
  async function about(
    id: string,
    who: Who,
    at: Date,
    rule: (now: Bulletin, hand: Hand, coming: LocalDate) => Outcome<Bulletin, ItemRefusal>,
  ): Promise<Outcome<Card, Refused>> {
    const place = await desk.placeOf(id, who);
    if (place === undefined) return refuse({ refusal: { why: "gone" } });
    const [coming, hand] = [await desk.comingWeek(who.site, who.zone, at), desk.hand(who, at)];
    const outcome = await desk.change({ ...place, at }, (now) => rule(now, hand, coming));
    const bulletin = outcome.ok ? outcome.value : await store.bulletin(place.site, place.week);
    if (!outcome.ok) return refused(outcome.refusal, id, bulletin, who, at);
    const card = await desk.card(bulletin, id, who, at);
    return card.ok ? card : refuse({ refusal: card.refusal });
  }

  /** Puts something forward for a week; what came for it once before is that item. */
  async function putForward(who: Who, words: Words, at: Date, week: LocalDate): Promise<Outcome<Card, ItemRefusal>> {
    const id = newId();
    const hand = desk.hand(who, at);
    const outcome = await desk.change({ site: who.site, week, at }, (now) => submit(now, id, words, hand));
    if (!outcome.ok) return outcome;
    const { items } = outcome.value;
    const before = items.some((item) => item.id === id)
      ? undefined
      : items.find((item) => isAlready(item, words, hand));
    return desk.card(outcome.value, before?.id ?? id, who, at);
  }

  return {
    async submit(who: Who, words: Words, at: Date): Promise<Outcome<Card, Refused>> {
      const week = await desk.comingWeek(who.site, who.zone, at);
      const first = await putForward(who, tidy(words), at, week);
      // Its hour may have come while it was being written.
      const isClosed = !first.ok && first.refusal.why === "closed";
      const outcome = isClosed ? await putForward(who, tidy(words), at, addDays(week, 7)) : first;
      return outcome.ok ? outcome : refuse({ refusal: outcome.refusal });
    },

    /** An item as it stands, for its author and for editors. */
    async item(who: Who, id: string, at: Date): Promise<Outcome<Card, Refused>> {
      const place = await desk.placeOf(id, who);
      if (place === undefined) return refuse({ refusal: { why: "gone" } });
      const card = await desk.card(await store.bulletin(place.site, place.week), id, who, at);
      if (!card.ok) return refuse({ refusal: card.refusal });
      const { isEditor, isOwn } = card.value;
      return isEditor || isOwn ? card : refuse({ refusal: { why: "not-yours" } });
    },

    edit: (who: Who, seen: Seen, words: Words, at: Date) =>
      about(seen.id, who, at, (now, hand) => edit(now, seen, tidy(words), hand)),

    decide: (who: Who, seen: Seen, state: ItemState, at: Date) =>
      about(seen.id, who, at, (now, hand, coming) => decide(now, seen, state, hand, coming)),

    shift: (who: Who, id: string, way: Way, at: Date) => about(id, who, at, (now, hand) => shift(now, id, way, hand)),

    /** Takes what was left over into the bulletin that is being prepared. */
    async carryOver(who: Who, id: string, at: Date): Promise<Outcome<Card, Refused>> {
      const place = await desk.placeOf(id, who);
      if (place === undefined) return refuse({ refusal: { why: "gone" } });
      const week = await desk.comingWeek(who.site, who.zone, at);
      const [hand, target] = [desk.hand(who, at), await store.bulletin(who.site, week)];
      const outcome = await desk.change({ ...place, at }, (now) => carryOver(now, id, hand, week), [target]);
      const bulletin = await store.bulletin(who.site, outcome.ok ? week : place.week);
      if (!outcome.ok) return refused(outcome.refusal, id, bulletin, who, at);
      const card = await desk.card(bulletin, id, who, at);
      return card.ok ? card : refuse({ refusal: card.refusal });
    },

    /** Answers what was taken back. */
    async withdraw(who: Who, id: string, at: Date): Promise<Outcome<Item, Refused>> {
      const place = await desk.placeOf(id, who);
      if (place === undefined) return refuse({ refusal: { why: "gone" } });
      const before: Item[] = [];
      const outcome = await desk.change({ ...place, at }, (now) => {
        before.splice(0, before.length, ...now.items.filter((item) => item.id === id));
        return withdraw(now, id, desk.hand(who, at));
      });
      const [item] = before;
      if (outcome.ok && item !== undefined) return done(item);
      const refusal = outcome.ok ? ({ why: "gone" } as const) : outcome.refusal;
      return refused(refusal, id, await store.bulletin(place.site, place.week), who, at);
    },

    /** Approves what waits in a bulletin, the one being prepared unless told; what changed after `until` waits on. */
    async approveAll(
      who: Who,
      at: Date,
      { week, until = at }: { readonly week?: LocalDate; readonly until?: Date } = {},
    ): Promise<Outcome<{ readonly draft: Draft; readonly approved: number }, Refused>> {
      const coming = await desk.comingWeek(who.site, who.zone, at);
      const of = { site: who.site, week: week ?? coming, at };
      let approved = 0;
      const outcome = await desk.change<ItemRefusal>(of, (now) => {
        if (neverWentOut(now, coming)) return refuse({ why: "never-out" });
        const next = approveAll(now, until, desk.hand(who, at));
        approved = next.items.filter((item, index) => item !== now.items[index]).length;
        return done(next);
      });
      if (!outcome.ok) return refuse({ refusal: outcome.refusal });
      return done({ draft: await desk.draft(who.site, who.zone, at, of.week), approved });
    },

    /** Moves a section, takes it out or puts it back. */
    async arrange(who: Who, week: LocalDate, name: string, change: Arrangement, at: Date): Promise<void> {
      await desk.change<never>({ site: who.site, week, at }, (now) => {
        const all = arrangement(now.sections, issues.names);
        const next = arrange(all, name, change);
        return done(next === all ? now : { ...now, sections: next });
      });
    },
  };
}
