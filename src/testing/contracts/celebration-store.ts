import { describe, expect, test } from "vitest";
import type { CelebrationStore, NewCard, OwnBirthday } from "../../features/celebrations/index.ts";
import type { Notice, Touched } from "../../features/notices/index.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";

type Announced = { readonly notices: readonly Notice[]; readonly touched: readonly Touched[] };
/** A new store of Leeds, whose people 1 to 9 are and have said nothing yet, and what it announced since last asked. */
export type OpenedCelebrations = {
  readonly store: CelebrationStore;
  readonly announced: () => Promise<Announced>;
};

const at = new Date("2026-03-09T10:00:00.123Z");
const today = day("2026-03-09");
const touched: Touched = { kind: "birthdays", site: "leeds", period: "2026-03-09" };
const notice: Notice = { kind: "birthdays", site: "leeds", period: "2026-03-09", at, dueAt: at, body: {} };
const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const aCard = (id: number, person: number, on: string): NewCard => ({
  id: anId(id),
  person: anId(person),
  day: day(on),
});

/** What every store of celebrations promises, in memory and on the database alike. */
export function celebrationStoreContract(name: string, open: () => Promise<OpenedCelebrations>): void {
  describe(`celebration store ${name}`, () => {
    const own = { person: anId(1), today, at };
    const says = (store: CelebrationStore, next: OwnBirthday) =>
      store.changeBirthday<never>(own, () => done({ next, notices: [notice], touched: [touched] }));

    test("what somebody said comes back, and each part can be unsaid", async () => {
      const { store, announced } = await open();
      expect(await store.ownBirthday(anId(1))).toEqual({});
      const all: OwnBirthday = { birthday: { month: 2, day: 29 }, leapDay: "03-01", privacy: "team" };
      expect(await says(store, all)).toEqual({ ok: true, value: all });
      expect(await store.ownBirthday(anId(1))).toEqual(all);
      expect(await announced()).toEqual({ notices: [notice], touched: [touched] });
      await says(store, { privacy: "none" });
      expect(await store.ownBirthday(anId(1))).toEqual({ privacy: "none" });
      expect(await store.ownBirthday(anId(2))).toEqual({});
    });

    test("who does not exist has said nothing", async () => {
      const { store } = await open();
      expect(await store.ownBirthday(anId(404))).toEqual({});
      expect(await store.ownBirthday("no id at all")).toEqual({});
    });

    test("what is refused changes and announces nothing", async () => {
      const { store, announced } = await open();
      const refused = await store.changeBirthday(own, () => refuse({ why: "no" }));
      expect(refused).toEqual({ ok: false, refusal: { why: "no" } });
      expect(await store.ownBirthday(anId(1))).toEqual({});
      expect(await announced()).toEqual({ notices: [], touched: [] });
    });

    const opening = { site: "leeds", today, at };
    const toldOf = (fresh: readonly NewCard[], moved: readonly NewCard[]) => ({
      notices: fresh.map(({ id }) => ({ ...notice, period: id })),
      touched: moved.map(({ id }) => ({ ...touched, period: id })),
    });

    test("a card is begun once for a person and a day, and announced once", async () => {
      const { store, announced } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-12"), aCard(901, 2, "2026-03-12")], toldOf);
      expect((await announced()).notices.map(({ period }) => period)).toEqual([anId(900), anId(901)]);
      await store.openCards(opening, [aCard(902, 1, "2026-03-12")], toldOf);
      expect(await announced()).toEqual({ notices: [], touched: [] });
      const first = { ...aCard(900, 1, "2026-03-12"), site: "leeds", signatures: [] };
      expect(await store.card(anId(900))).toEqual(first);
      expect(await store.card(anId(902))).toBeUndefined();
      expect(await store.card("no id at all")).toBeUndefined();
      expect(await store.cards("leeds", day("2026-03-12"), day("2026-03-12"))).toHaveLength(2);
      expect(await store.cards("leeds", day("2026-03-13"), day("2026-03-20"))).toEqual([]);
      expect(await store.cards("york", day("2026-03-12"), day("2026-03-12"))).toEqual([]);
    });

    test("two that begin the same card at the same instant begin one", async () => {
      const { store, announced } = await open();
      await Promise.all(
        Array.from({ length: 8 }, (_, n) => store.openCards(opening, [aCard(900 + n, 1, "2026-03-12")], toldOf)),
      );
      expect(await store.cards("leeds", day("2026-03-12"), day("2026-03-12"))).toHaveLength(1);
      expect((await announced()).notices).toHaveLength(1);
    });

    test("a card for a day to come goes along to another day, one that was handed over stays", async () => {
      const { store, announced } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-12"), aCard(901, 2, "2026-03-09")], toldOf);
      await announced();
      await store.openCards(opening, [aCard(902, 1, "2026-03-11"), aCard(903, 2, "2026-03-11")], toldOf);
      expect((await store.card(anId(900)))?.day).toBe("2026-03-11");
      expect((await store.card(anId(901)))?.day).toBe("2026-03-09");
      expect((await store.card(anId(903)))?.day).toBe("2026-03-11");
      const news = await announced();
      expect(news.notices.map(({ period }) => period)).toEqual([anId(903)]);
      expect(news.touched.map(({ period }) => period)).toEqual([anId(900)]);
    });

    test("a card goes along with the birthday that it is for, and whoever decides knows of it", async () => {
      const { store } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-12"), aCard(901, 2, "2026-03-12")]);
      let known: readonly NewCard[] = [];
      await store.changeBirthday<never>(own, (_, cards) => {
        known = cards;
        return done({ next: {}, moved: [aCard(900, 1, "2026-03-13")] });
      });
      expect(known).toEqual([aCard(900, 1, "2026-03-12")]);
      expect((await store.card(anId(900)))?.day).toBe("2026-03-13");
      expect((await store.card(anId(901)))?.day).toBe("2026-03-12");
    });

    test("a card stays where its person has one for the other day", async () => {
      const { store } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-09")]);
      await store.openCards(opening, [aCard(901, 1, "2026-03-12")]);
      await store.changeBirthday<never>(own, () => done({ next: {}, moved: [aCard(901, 1, "2026-03-09")] }));
      expect((await store.card(anId(901)))?.day).toBe("2026-03-12");
    });

    test("a card holds its opening and each signature once, in the order of signing, until they are taken back", async () => {
      const { store, announced } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-12")]);
      const change = (but: Parameters<Parameters<CelebrationStore["changeCard"]>[2]>[0]) =>
        store.changeCard<never>(anId(900), at, () => done({ card: but, touched: [touched] }));
      const empty = { ...aCard(900, 1, "2026-03-12"), site: "leeds", signatures: [] };
      const two = { by: anId(3), words: "Lots of luck", at };
      const three = { by: anId(2), words: "All the best; DROP TABLE 祝好", at: minutesLater(1) };
      const whole = { ...empty, opening: { by: anId(4), words: "Dear Ana" }, signatures: [two, three] };
      expect(await change(whole)).toEqual({ ok: true, value: whole });
      expect(await store.card(anId(900))).toEqual(whole);
      expect((await announced()).touched).toEqual([touched]);
      const changed = { ...empty, signatures: [{ ...two, words: "Other words" }] };
      await change(changed);
      expect(await store.card(anId(900))).toEqual(changed);
      const gone = await store.changeCard<never>(anId(404), at, () => done({ card: whole, touched: [] }));
      expect(gone).toEqual({ ok: false, refusal: { why: "gone" } });
    });

    test("those who sign at the same instant all stand on the card", async () => {
      const { store } = await open();
      await store.openCards(opening, [aCard(900, 1, "2026-03-12")]);
      await Promise.all(
        [2, 3, 4, 5, 6, 7].map((by) =>
          store.changeCard<never>(anId(900), at, (card) =>
            done({
              card: { ...card, signatures: [...card.signatures, { by: anId(by), words: `${by}`, at }] },
              touched: [],
            }),
          ),
        ),
      );
      expect((await store.card(anId(900)))?.signatures.map(({ words }) => words).sort()).toEqual([..."234567"]);
    });

    const month = { site: "leeds", month: day("2026-03-01") };

    test("of eight who take a party at the same instant one gets it", async () => {
      const { store, announced } = await open();
      expect(await store.party("leeds", month.month)).toEqual(month);
      const takes = (by: number) =>
        store.changeParty({ ...month, at }, (now) =>
          now.organiser === undefined
            ? done({ party: { ...now, organiser: anId(by) }, touched: [touched] })
            : refuse({ why: "taken", by: now.organiser }),
        );
      const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(takes));
      const won = all.filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      const { organiser } = await store.party("leeds", month.month);
      expect(won).toEqual([{ ok: true, value: { ...month, organiser } }]);
      expect(all.filter(({ ok }) => !ok)).toEqual(Array(7).fill(refuse({ why: "taken", by: organiser })));
      expect((await announced()).touched).toEqual([touched]);
    });

    test("a plan is kept, and gone when its organiser steps back", async () => {
      const { store } = await open();
      const change = (party: typeof month & { organiser?: string; plan?: string }) =>
        store.changeParty<never>({ ...month, at }, () => done({ party, touched: [] }));
      await change({ ...month, organiser: anId(1), plan: "Friday at four" });
      expect(await store.party("leeds", month.month)).toEqual({
        ...month,
        organiser: anId(1),
        plan: "Friday at four",
      });
      expect(await store.party("leeds", day("2026-04-01"))).toEqual({ ...month, month: "2026-04-01" });
      expect(await store.party("york", month.month)).toEqual({ ...month, site: "york" });
      await change(month);
      expect(await store.party("leeds", month.month)).toEqual(month);
    });
  });
}
