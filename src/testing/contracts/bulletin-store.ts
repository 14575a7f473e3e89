import { describe, expect, test } from "vitest";
import type { Bulletin, Item } from "../../features/bulletins/domain.ts";
import type { BulletinStore } from "../../features/bulletins/store.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { addDays, day, type LocalDate } from "../../kernel/time.ts";
import { anId } from "../builders.ts";
import { aBulletin, anItem, friday, monday } from "../bulletin-builders.ts";

/** A new store for the sites `leeds` and `york`, whose people 1 and 2 are, and what it announced, in order. */
export type Opened = { readonly store: BulletinStore; readonly announced: () => Promise<readonly unknown[]> };

const of = (week: LocalDate = monday, site = "leeds") => ({ site, week, at: friday });
const touched = { kind: "weekly-bulletin", site: "leeds", period: "2026-03-16" };
const nextWeek = addDays(monday, 7);
const lastWeek = addDays(monday, -7);

/** What every bulletin store promises, in memory and on the database alike. */
export function bulletinStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`bulletin store ${name}`, () => {
    const put = (store: BulletinStore, bulletin: Bulletin, week = bulletin.week) =>
      store.change(of(week, bulletin.site), () => done({ bulletin, touched: [] }));
    const items = (store: BulletinStore, week = monday) => store.bulletin("leeds", week).then((one) => one.items);

    test("a bulletin that nobody touched is empty", async () => {
      const { store } = await open();
      expect(await store.bulletin("leeds", monday)).toEqual(aBulletin());
      expect(await store.placeOf(anId(100))).toBeUndefined();
      expect(await store.placeOf("no id at all")).toBeUndefined();
    });

    test("everything of it comes back as it was, its items in the order of their positions", async () => {
      const { store } = await open();
      const edited = anItem({ id: anId(101), section: "voices", state: "approved", editedBy: anId(2), position: 0.5 });
      const bulletin = aBulletin([edited, anItem()], {
        sections: [
          { name: "events", dropped: false },
          { name: "stars", dropped: true },
        ],
        approvedBy: anId(2),
        approvedAt: friday,
        draftedOn: day("2026-03-13"),
        closedOn: day("2026-03-17"),
        publishedAt: new Date("2026-03-17T10:00:00.123Z"),
      });
      await put(store, bulletin);
      expect(await store.bulletin("leeds", monday)).toEqual(bulletin);
      expect(await store.bulletin("york", monday)).toEqual({ ...aBulletin(), site: "york" });
      expect(await store.placeOf(edited.id)).toEqual({ site: "leeds", week: monday });
    });

    test("items that are gone are forgotten, those that changed are kept as they are now", async () => {
      const { store } = await open();
      const second = anItem({ id: anId(101), position: 2 });
      await put(store, aBulletin([anItem(), second]));
      const changed = { ...second, title: "Another", state: "dropped" as const, position: 0, version: 2 };
      await put(store, aBulletin([changed]));
      expect(await items(store)).toEqual([changed]);
      expect(await store.placeOf(anId(100))).toBeUndefined();
    });

    test("an item whose week changed goes over to that week's bulletin", async () => {
      const { store } = await open();
      await put(store, aBulletin([anItem()]));
      await put(store, aBulletin([anItem({ week: nextWeek })]));
      expect(await items(store)).toEqual([]);
      expect(await items(store, nextWeek)).toEqual([anItem({ week: nextWeek })]);
    });

    test("what a change touches is announced with it, and a refusal neither changes nor announces", async () => {
      const { store, announced } = await open();
      const decided = await store.change(of(), (now) =>
        done({ bulletin: { ...now, items: [anItem()] }, touched: [touched] }),
      );
      expect(decided).toMatchObject({ ok: true, value: { items: [{ id: anId(100) }] } });
      expect(await announced()).toEqual([touched]);
      expect(await store.change(of(), () => refuse({ why: "gone" }))).toEqual(refuse({ why: "gone" }));
      expect(await items(store)).toEqual([anItem()]);
      expect(await announced()).toEqual([touched]);
    });

    test("decisions about one bulletin are made one after another, each knowing the one before", async () => {
      const { store } = await open();
      const add = (n: number) =>
        store.change(of(), (now) => {
          const item: Item = anItem({ id: anId(200 + n), position: now.items.length + 1 });
          return done({ bulletin: { ...now, items: [...now.items, item] }, touched: [] });
        });
      await Promise.all(Array.from({ length: 8 }, (_, n) => add(n)));
      expect((await items(store)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    test("left over is what waits, and what was approved for a bulletin that never went out", async () => {
      const { store } = await open();
      const older = addDays(monday, -14);
      const both = (week: LocalDate, id: number) => [
        anItem({ id: anId(id), week }),
        anItem({ id: anId(id + 1), week, state: "approved", position: 2 }),
        anItem({ id: anId(id + 2), week, state: "dropped", position: 3 }),
      ];
      await put(store, aBulletin(both(older, 300), { week: older }));
      await put(store, aBulletin(both(lastWeek, 310), { week: lastWeek, closedOn: lastWeek, publishedAt: friday }));
      await put(store, aBulletin(both(monday, 320)));
      const found = async (from: LocalDate) => (await store.leftOver("leeds", from, monday)).map(({ id }) => id);
      expect(await found(older)).toEqual([anId(300), anId(301), anId(310)]);
      expect(await found(lastWeek)).toEqual([anId(310)]);
      expect(await store.leftOver("york", older, monday)).toEqual([]);
    });

    test("past are those that went out, and earlier ones that had something to tell, the latest first", async () => {
      const { store } = await open();
      const [silent, missed] = [addDays(monday, -21), addDays(monday, -14)];
      const approved = (week: LocalDate, id: number) => anItem({ id: anId(id), week, state: "approved" });
      await put(store, aBulletin([anItem({ id: anId(1), week: silent })], { week: silent, closedOn: silent }));
      await put(store, aBulletin([approved(missed, 2)], { week: missed }));
      await put(store, aBulletin([], { week: lastWeek, closedOn: lastWeek, publishedAt: friday }));
      await put(store, aBulletin([approved(monday, 3)]));
      const published = { week: lastWeek, items: 0, publishedAt: friday };
      expect(await store.past("leeds", monday, 10)).toEqual([published, { week: missed, items: 1 }]);
      expect(await store.past("leeds", monday, 1)).toEqual([published]);
      expect(await store.past("york", monday, 10)).toEqual([]);
    });

    test("the days on which the last bulletins went out are known, the latest first", async () => {
      const { store } = await open();
      const tuesday = addDays(monday, 1);
      await put(store, aBulletin([], { week: lastWeek, closedOn: lastWeek, publishedAt: friday }));
      await put(store, aBulletin([], { closedOn: tuesday, publishedAt: friday }));
      await put(store, aBulletin([], { week: nextWeek, closedOn: nextWeek }));
      expect(await store.published("leeds")).toEqual([
        { week: monday, closedOn: tuesday },
        { week: lastWeek, closedOn: lastWeek },
      ]);
      expect(await store.published("york")).toEqual([]);
    });
  });
}
