import type { Role } from "../../chat/asker.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { PersonId, SiteId } from "../people/index.ts";

/** The sections that people write for; the others are gathered from what the house knows. */
export const submittable = ["strategy", "events", "practice", "voices", "news"] as const;
export type Submittable = (typeof submittable)[number];

/** Who decides what a bulletin says. */
export const editors = ["supervisor", "hr", "admin"] as const satisfies readonly Role[];
export const isEditor = (roles: readonly Role[]): boolean => editors.some((role) => roles.includes(role));

export const itemStates = ["submitted", "approved", "dropped"] as const;
export type ItemState = (typeof itemStates)[number];

/** What somebody put forward for a bulletin. */
export type Item = {
  readonly id: string;
  readonly week: LocalDate;
  readonly section: Submittable;
  readonly title: string;
  readonly text: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly state: ItemState;
  /** Its place among the others of its section, from low to high. */
  readonly position: number;
  /** Rises with every change, so that nobody decides about what they have not seen. */
  readonly version: number;
  readonly changedBy: PersonId;
  readonly changedAt: Date;
  /** The editor who changed its words last. */
  readonly editedBy?: PersonId;
};

/** A section's place among the others, and whether the editors took it out. */
export type Arranged = { readonly name: string; readonly dropped: boolean };

/** The bulletin of a site and the week that begins on its Monday. */
export type Bulletin = {
  readonly site: SiteId;
  readonly week: LocalDate;
  /** As the editors arranged them; empty until they do. */
  readonly sections: readonly Arranged[];
  /** In the order of their positions. */
  readonly items: readonly Item[];
  readonly approvedBy?: PersonId;
  readonly approvedAt?: Date;
  /** The local day on which its draft went to the editors. */
  readonly draftedOn?: LocalDate;
  /** The local day on which its hour came: from then on whatever changes is a correction. */
  readonly closedOn?: LocalDate;
  /** When it went out; never, if there was nothing to tell. */
  readonly publishedAt?: Date;
};

/** Somebody who changes a bulletin, when, and whether as one of its editors. */
export type Hand = { readonly by: PersonId; readonly at: Date; readonly isEditor: boolean };
/** What an item says. */
export type Words = Pick<Item, "section" | "title" | "text">;
/** An item as somebody saw it. */
export type Seen = { readonly id: string; readonly version: number };

export type ItemRefusal =
  /** There is no such item: taken back, or of another site. */
  | { readonly why: "gone" }
  | { readonly why: "not-yours" }
  /** Somebody changed it after it was seen. */
  | { readonly why: "changed"; readonly by: PersonId }
  /** Its author came after the editors had decided. */
  | { readonly why: "decided"; readonly state: "approved" | "dropped" }
  /** It stands in a bulletin that is out. */
  | { readonly why: "out" }
  /** Its bulletin's hour is over and it never went out. */
  | { readonly why: "never-out" }
  | { readonly why: "too-many"; readonly most: number }
  | { readonly why: "closed" };

type Decision = Outcome<Bulletin, ItemRefusal>;

/** The most that one person may have waiting for one bulletin. */
export const mostPerPerson = 10;

/** A bulletin that nobody has touched yet. */
export const emptyBulletin = (site: SiteId, week: LocalDate): Bulletin => ({ site, week, sections: [], items: [] });

/** Whether what an item says is read by everybody. */
export const isOut = ({ publishedAt }: Bulletin, { state }: Pick<Item, "state">): boolean =>
  publishedAt !== undefined && state === "approved";

/** Whether a bulletin's hour is over though it never went out; `coming` is the week that is being prepared. */
export const neverWentOut = ({ publishedAt, closedOn, week }: Bulletin, coming: LocalDate): boolean =>
  publishedAt === undefined && (closedOn !== undefined || week < coming);

const last = (items: readonly Item[], section: Submittable): number =>
  Math.max(0, ...items.filter((item) => item.section === section).map(({ position }) => position));

const ordered = (items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

const replaced = (bulletin: Bulletin, item: Item): Bulletin => ({
  ...bulletin,
  items: ordered(bulletin.items.map((one) => (one.id === item.id ? item : one))),
});

const touched = (item: Item, { by, at }: Hand, change: Partial<Item>): Item => ({
  ...item,
  ...change,
  version: item.version + 1,
  changedBy: by,
  changedAt: at,
});

const isSame = (a: Words, b: Words) => a.section === b.section && a.title === b.title && a.text === b.text;

/** Whether an item is what somebody puts forward once more. */
export const isAlready = (item: Item, words: Words, { by }: Pick<Hand, "by">): boolean =>
  item.by === by && isSame(item, words);

/** Anybody may put something forward while the bulletin is open; the same thing again changes nothing. */
export function submit(bulletin: Bulletin, id: string, words: Words, { by, at }: Hand): Decision {
  if (bulletin.closedOn !== undefined) return refuse({ why: "closed" });
  const own = bulletin.items.filter((item) => item.by === by);
  if (own.some((item) => isAlready(item, words, { by }))) return done(bulletin);
  if (own.filter(({ state }) => state === "submitted").length >= mostPerPerson) {
    return refuse({ why: "too-many", most: mostPerPerson });
  }
  const { section, title, text } = words;
  const item: Item = {
    id,
    week: bulletin.week,
    section,
    title,
    text,
    by,
    at,
    state: "submitted",
    position: last(bulletin.items, section) + 1,
    version: 1,
    changedBy: by,
    changedAt: at,
  };
  return done({ ...bulletin, items: ordered([...bulletin.items, item]) });
}

/** The item that somebody may change: any for an editor, their own for its author until the editors decide. */
function held(bulletin: Bulletin, { id, version }: Seen, { by, isEditor }: Hand): Outcome<Item, ItemRefusal> {
  const item = bulletin.items.find((one) => one.id === id);
  if (item === undefined) return refuse({ why: "gone" });
  if (!isEditor && item.by !== by) return refuse({ why: "not-yours" });
  if (!isEditor && item.state !== "submitted") return refuse({ why: "decided", state: item.state });
  return item.version === version ? done(item) : refuse({ why: "changed", by: item.changedBy });
}

/** Changes what an item says; the editors' decision about it stands. */
export function edit(bulletin: Bulletin, seen: Seen, words: Words, hand: Hand): Decision {
  const found = held(bulletin, seen, hand);
  const now = bulletin.items.find(({ id }) => id === seen.id);
  if (now !== undefined && now.changedBy === hand.by && isSame(now, words)) return done(bulletin);
  if (!found.ok) return found;
  const { section, title, text } = words;
  const item = found.value;
  const position = section === item.section ? item.position : last(bulletin.items, section) + 1;
  const editedBy = item.by === hand.by ? {} : { editedBy: hand.by };
  return done(replaced(bulletin, touched(item, hand, { section, title, text, position, ...editedBy })));
}

/** An editor approves an item, drops it or puts it back; what it is already is left alone. */
export function decide(bulletin: Bulletin, seen: Seen, state: ItemState, hand: Hand, coming: LocalDate): Decision {
  const item = bulletin.items.find((one) => one.id === seen.id);
  if (item === undefined) return refuse({ why: "gone" });
  if (!hand.isEditor) return refuse({ why: "not-yours" });
  if (item.state === state) return done(bulletin);
  if (state === "approved" && neverWentOut(bulletin, coming)) return refuse({ why: "never-out" });
  if (item.version !== seen.version) return refuse({ why: "changed", by: item.changedBy });
  return done(replaced(bulletin, touched(item, hand, { state })));
}

/** Its author takes an item back while it is not out; whatever is out, the editors drop. */
export function withdraw(bulletin: Bulletin, id: string, { by }: Hand): Decision {
  const item = bulletin.items.find((one) => one.id === id);
  if (item === undefined) return refuse({ why: "gone" });
  if (item.by !== by) return refuse({ why: "not-yours" });
  if (isOut(bulletin, item)) return refuse({ why: "out" });
  return done({ ...bulletin, items: bulletin.items.filter((one) => one !== item) });
}

export type Way = "up" | "down";
const step = { up: -1, down: 1 } as const;

/** An editor moves an item before or after its neighbour in the section; the first and the last stay. */
export function shift(bulletin: Bulletin, id: string, way: Way, hand: Hand): Decision {
  const item = bulletin.items.find((one) => one.id === id);
  if (item === undefined) return refuse({ why: "gone" });
  if (!hand.isEditor) return refuse({ why: "not-yours" });
  const among = bulletin.items.filter(({ section }) => section === item.section);
  const neighbour = among[among.indexOf(item) + step[way]];
  if (neighbour === undefined) return done(bulletin);
  const moved = replaced(bulletin, { ...item, position: neighbour.position });
  return done(replaced(moved, { ...neighbour, position: item.position }));
}

/** An editor takes what an earlier bulletin left over into the one that is being prepared, where it waits again. */
export function carryOver(bulletin: Bulletin, id: string, hand: Hand, coming: LocalDate): Decision {
  const item = bulletin.items.find((one) => one.id === id);
  if (item === undefined) return refuse({ why: "gone" });
  if (!hand.isEditor) return refuse({ why: "not-yours" });
  if (isOut(bulletin, item)) return refuse({ why: "out" });
  if (item.week === coming) return done(bulletin);
  return done(replaced(bulletin, touched(item, hand, { week: coming, state: "submitted" })));
}

/** An editor approves whatever waits and has not changed since they looked at `until`. */
export function approveAll(bulletin: Bulletin, until: Date, hand: Hand): Bulletin {
  const items = bulletin.items.map((item) =>
    item.state === "submitted" && item.changedAt <= until ? touched(item, hand, { state: "approved" }) : item,
  );
  return { ...bulletin, items, approvedBy: hand.by, approvedAt: hand.at };
}

/** Its draft goes to the editors. */
export const drafted = (bulletin: Bulletin, on: LocalDate): Bulletin =>
  bulletin.draftedOn === undefined ? { ...bulletin, draftedOn: on } : bulletin;

/** Its hour has come: nothing more is put forward for it. */
export const closed = (bulletin: Bulletin, on: LocalDate): Bulletin =>
  bulletin.closedOn === undefined ? { ...bulletin, closedOn: on } : bulletin;

/** It goes out. */
export const published = (bulletin: Bulletin, at: Date): Bulletin =>
  bulletin.publishedAt === undefined ? { ...bulletin, publishedAt: at } : bulletin;
