import { type Bulletin, emptyBulletin, type Item } from "../features/bulletins/domain.ts";
import { day } from "../kernel/time.ts";
import { anId } from "./builders.ts";

/** Monday 16 March 2026. */
export const monday = day("2026-03-16");
/** The Friday before, at three in the afternoon. */
export const friday = new Date("2026-03-13T15:00:00Z");

/** Ana's note of an event, for Monday 16 March, that waits. */
export const anItem = (but: Partial<Item> = {}): Item => ({
  id: anId(100),
  week: monday,
  section: "events",
  title: "Spring lunch",
  text: "We eat together on Thursday at noon.",
  by: anId(1),
  at: new Date("2026-03-12T10:00:00Z"),
  state: "submitted",
  position: 1,
  version: 1,
  changedBy: anId(1),
  changedAt: new Date("2026-03-12T10:00:00Z"),
  ...but,
});

/** The bulletin of Leeds for Monday 16 March, with some items. */
export const aBulletin = (items: readonly Item[] = [], but: Partial<Bulletin> = {}): Bulletin => ({
  ...emptyBulletin("leeds", monday),
  items,
  ...but,
});
