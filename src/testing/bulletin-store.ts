import { type Bulletin, emptyBulletin, type Item } from "../features/bulletins/domain.ts";
import type { BulletinStore } from "../features/bulletins/store.ts";
import type { Touched } from "../features/notices/index.ts";
import type { LocalDate } from "../kernel/time.ts";

/** Bulletins in memory that keep the same promises as the database; `outbox` is what was announced. */
export function bulletinsInMemory(): BulletinStore & { readonly outbox: readonly Touched[] } {
  const kept = new Map<string, Bulletin>();
  const outbox: Touched[] = [];
  const keyOf = (site: string, week: LocalDate) => `${site} ${week}`;
  const get = (site: string, week: LocalDate) => kept.get(keyOf(site, week)) ?? emptyBulletin(site, week);
  const put = (bulletin: Bulletin) => kept.set(keyOf(bulletin.site, bulletin.week), bulletin);
  const ordered = (items: readonly Item[]) =>
    [...items].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const of = (site: string) => [...kept.values()].filter((one) => one.site === site);
  const latestFirst = (a: { week: LocalDate }, b: { week: LocalDate }) => (a.week < b.week ? 1 : -1);

  return {
    outbox,
    bulletin: async (site, week) => get(site, week),

    async placeOf(item) {
      const found = [...kept.values()].find(({ items }) => items.some(({ id }) => id === item));
      return found && { site: found.site, week: found.week };
    },

    async change({ site, week }, decide) {
      const decided = decide(get(site, week));
      if (!decided.ok) return decided;
      const { bulletin, touched } = decided.value;
      put({ ...bulletin, items: ordered(bulletin.items.filter((item) => item.week === week)) });
      for (const item of bulletin.items.filter((one) => one.week !== week)) {
        const target = get(site, item.week);
        put({ ...target, items: ordered([...target.items, item]) });
      }
      outbox.push(...touched);
      return { ok: true, value: bulletin };
    },

    leftOver: async (site, from, before) =>
      of(site)
        .filter(({ week }) => from <= week && week < before)
        .sort((a, b) => latestFirst(b, a))
        .flatMap(({ items, publishedAt }) =>
          items.filter(({ state }) => state === "submitted" || (state === "approved" && publishedAt === undefined)),
        ),

    past: async (site, before, limit) =>
      of(site)
        .map(({ week, items, publishedAt }) => ({
          week,
          items: items.filter(({ state }) => state === "approved").length,
          ...(publishedAt === undefined ? {} : { publishedAt }),
        }))
        .filter((one) => one.publishedAt !== undefined || (one.week < before && one.items > 0))
        .sort(latestFirst)
        .slice(0, limit),

    published: async (site) =>
      of(site)
        .flatMap(({ week, closedOn, publishedAt }) =>
          closedOn === undefined || publishedAt === undefined ? [] : [{ week, closedOn }],
        )
        .sort(latestFirst)
        .slice(0, 13),
  };
}
