import type { Asker } from "../../chat/asker.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt, type LocalDate, startOfWeek, weekday } from "../../kernel/time.ts";
import type { Person, PersonId, Site } from "../people/index.ts";
import { type Bulletin, type Hand, type Item, isEditor } from "./domain.ts";
import { type BulletinRoster, handsIn, type Issue, type Issues } from "./issue.ts";
import type { BulletinStore } from "./store.ts";
import { touches } from "./touches.ts";

/** Who acts on a bulletin of their site. */
export type Who = Pick<Asker, "person" | "site" | "roles" | "zone">;

/** An item with what its reader has to know to decide about it. */
export type Card = {
  readonly item: Item;
  readonly bulletin: Bulletin;
  /** The week of the bulletin that is being prepared. */
  readonly coming: LocalDate;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly isEditor: boolean;
  readonly isOwn: boolean;
};

/** A bulletin as its editors have it before them. */
export type Draft = {
  readonly issue: Issue;
  readonly coming: LocalDate;
  /** What earlier bulletins left over. */
  readonly leftOver: readonly Item[];
  readonly at: Date;
};

/** For how many weeks what was left over is offered again. */
const weeksOffered = 4;

export type DeskDeps = {
  readonly store: BulletinStore;
  readonly roster: BulletinRoster;
  readonly issues: Issues;
};

/** What everything about bulletins begins with: which week it is, what stands in it, and saving what was decided. */
export function desk({ store, roster, issues }: DeskDeps) {
  /** The week of the bulletin that is being prepared: the Monday to come, or this very one until it is out. */
  async function comingWeek(site: Site["id"], zone: string, at: Date): Promise<LocalDate> {
    const today = dayAt(at, zone);
    const next = addDays(startOfWeek(today), 7);
    if (weekday(today) !== 1) return next;
    return (await store.bulletin(site, today)).closedOn === undefined ? today : next;
  }

  const peopleIn = async (items: readonly Item[]) =>
    new Map((await roster.peopleById(handsIn(items))).map((person) => [person.id, person]));

  return {
    comingWeek,
    peopleIn,

    hand: ({ person, roles }: Who, at: Date): Hand => ({ by: person, at, isEditor: isEditor(roles) }),

    /** Decides about one bulletin alone; what changes is announced to the messages that spoke of it already. */
    change: <R>(
      of: { readonly site: string; readonly week: LocalDate; readonly at: Date },
      decide: (now: Bulletin) => Outcome<Bulletin, R>,
      alsoTouched: readonly Bulletin[] = [],
    ): Promise<Outcome<Bulletin, R>> =>
      store.change<R>(of, (now) => {
        const next = decide(now);
        if (!next.ok) return next;
        const touched = next.value === now ? [] : [now, ...alsoTouched].flatMap(touches);
        return done({ bulletin: next.value, touched });
      }),

    /** Where an item stands, if it is of the asker's site. */
    async placeOf(id: string, { site }: Who) {
      const place = await store.placeOf(id);
      return place?.site === site ? place : undefined;
    },

    async card(bulletin: Bulletin, id: string, who: Who, at: Date): Promise<Outcome<Card, { why: "gone" }>> {
      const item = bulletin.items.find((one) => one.id === id);
      if (item === undefined) return refuse({ why: "gone" });
      const [coming, people] = await Promise.all([comingWeek(who.site, who.zone, at), peopleIn([item])]);
      return done({
        item,
        bulletin,
        coming,
        people,
        isEditor: isEditor(who.roles),
        isOwn: item.by === who.person,
      });
    },

    async draft(site: Site["id"], zone: string, at: Date, week?: LocalDate): Promise<Draft> {
      const coming = await comingWeek(site, zone, at);
      const [issue, leftOver] = await Promise.all([
        issues.gather(site, week ?? coming, at),
        week === undefined || week === coming ? store.leftOver(site, addDays(coming, -7 * weeksOffered), coming) : [],
      ]);
      return { issue, coming, leftOver, at };
    },
  };
}
export type Desk = ReturnType<typeof desk>;
