export { type Bulletins, type BulletinsDeps, bulletins } from "./bulletins.ts";
export { bulletinCommands } from "./commands.ts";
export type { Arranged, Bulletin, Item, ItemState, Submittable } from "./domain.ts";
export type { BulletinRoster } from "./issue.ts";
export type { BulletinSection, Days, Gathering } from "./section.ts";
export type { BulletinStore, Decided, PastBulletin } from "./store.ts";
