import { describe, expect, test } from "vitest";
import { type Given, type Kudos, type KudosStore, kudosNotices, kudosTouched } from "../../features/kudos/index.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../builders.ts";

/** A new store at Leeds, whose people 1 to 9 are, and what it announced. */
export type Opened = { readonly store: KudosStore; readonly announced: () => Promise<readonly unknown[]> };

export const at = new Date("2026-03-09T10:00:00.123Z");

/** Ana (1) thanks Ben (2) on Monday 9 March at ten. */
export const aKudos = (but: Partial<Kudos> = {}): Kudos => ({
  id: anId(900),
  site: "leeds",
  giver: anId(1),
  receiver: anId(2),
  value: "helpful",
  reason: "Took my late call so that I could catch the bus.",
  at,
  day: day("2026-03-09"),
  ...but,
});

type Row = readonly [giver: number, receiver: number, on: number, but?: Partial<Kudos>];
/** One after another, each on a day of March. */
const many = (...all: readonly Row[]) =>
  all.map(([giver, receiver, on, but], index) => {
    const date = `2026-03-${String(on).padStart(2, "0")}`;
    const when = { at: new Date(`${date}T10:0${index}:00Z`), day: day(date) };
    return aKudos({ id: anId(900 + index), giver: anId(giver), receiver: anId(receiver), ...when, ...but });
  });

/** Keeps thank-yous as they are. */
async function keeps(store: KudosStore, ...all: readonly Kudos[]): Promise<void> {
  for (const kudos of all) {
    const { site, giver } = kudos;
    await store.give({ site, giver, sentFrom: kudos.day, pairsFrom: kudos.day }, () =>
      done({ kudos, isNew: true, left: 1 }),
    );
  }
}

const from = day("2026-03-01");
const to = day("2026-03-31");
const giving = { site: "leeds", giver: anId(1), sentFrom: from, pairsFrom: from };
const idsOf = (all: readonly Kudos[]) => all.map(({ id }) => Number(id.slice(-3)));

/** What every store of thank-yous promises, in memory and on the database alike. */
export function kudosStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`kudos store ${name}`, () => {
    const withSome = async (...all: readonly Row[]) => {
      const opened = await open();
      await keeps(opened.store, ...many(...all));
      return opened;
    };

    test("one that is sent is kept as it is and announced to the channel and its receiver", async () => {
      const { store, announced } = await open();
      const kudos = aKudos({ uncounted: "ring" });
      await keeps(store, kudos);
      expect(await store.kudos(kudos.id)).toEqual(kudos);
      expect(await announced()).toEqual(kudosNotices(kudos));
      expect(await store.kudos(anId(404))).toBeUndefined();
      expect(await store.kudos("no id")).toBeUndefined();
    });

    test("one that is refused, or stands already, leaves no trace", async () => {
      const { store, announced } = await open();
      const same: Outcome<Given, never> = done({ kudos: aKudos(), isNew: false, left: 1 });
      expect(await store.give(giving, () => same)).toEqual(same);
      expect(await store.give(giving, () => refuse({ why: "no" }))).toEqual(refuse({ why: "no" }));
      expect(await store.kudos(anId(900))).toBeUndefined();
      expect(await announced()).toEqual([]);
    });

    test("is judged by what its giver sent and who thanked whom there, without what was taken back", async () => {
      const { store } = await withSome([1, 2, 2], [2, 3, 3], [1, 3, 4], [1, 2, 5], [4, 5, 5, { site: "york" }]);
      await store.takeBack(anId(903), from, (kudos) =>
        done({ kudos: { ...kudos, takenBackAt: at }, isNew: true, freed: [] }),
      );
      const seen: unknown[] = [];
      const judge = (standing: Parameters<Parameters<KudosStore["give"]>[1]>[0]) => {
        const pairs = standing.pairs.map(
          ({ giver, receiver }) => `${Number(giver.slice(-3))}→${Number(receiver.slice(-3))}`,
        );
        seen.push([idsOf(standing.sent), pairs.sort()]);
        return refuse({ why: "only looking" });
      };
      await store.give(giving, judge);
      await store.give({ ...giving, sentFrom: day("2026-03-03"), pairsFrom: day("2026-03-04") }, judge);
      expect(seen).toEqual([
        [
          [902, 900],
          ["1→2", "1→3", "2→3"],
        ],
        [[902], ["1→3"]],
      ]);
    });

    test("one that is taken back stays on record, frees others, and what was told of it is touched", async () => {
      const { store, announced } = await withSome([1, 2, 9], [2, 1, 9, { uncounted: "ring" }]);
      const before = await announced();
      const judged: unknown[] = [];
      const outcome = await store.takeBack(anId(900), from, (kudos, standing) => {
        judged.push([kudos.id, idsOf(standing)]);
        return done({ kudos: { ...kudos, takenBackAt: at }, isNew: true, freed: [anId(901)] });
      });
      expect(outcome).toMatchObject({ ok: true });
      expect(judged).toEqual([[anId(900), [901, 900]]]);
      expect(await store.kudos(anId(900))).toMatchObject({ takenBackAt: at });
      expect((await store.kudos(anId(901)))?.uncounted).toBeUndefined();
      expect((await announced()).slice(before.length)).toEqual(kudosTouched(aKudos()));
      // Its week is told on the Monday after.
      expect(await announced()).toContainEqual({ kind: "weekly-bulletin", site: "leeds", period: "2026-03-16" });
    });

    test("one that stays is left as it was, and one that nobody sent cannot be taken back", async () => {
      const { store, announced } = await withSome([1, 2, 9]);
      const before = await announced();
      expect(await store.takeBack(anId(900), from, () => refuse({ why: "too-late" }))).toEqual(
        refuse({ why: "too-late" }),
      );
      await store.takeBack(anId(900), from, (kudos) => done({ kudos, isNew: false, freed: [] }));
      expect((await store.kudos(anId(900)))?.takenBackAt).toBeUndefined();
      for (const id of [anId(404), "no id"])
        expect(await store.takeBack(id, from, () => refuse({ why: "never" }))).toEqual(refuse({ why: "gone" }));
      expect(await announced()).toEqual(before);
    });

    test("what somebody sent and received is told the latest first, without what was taken back", async () => {
      const { store } = await withSome([1, 2, 2], [1, 3, 3], [2, 1, 4], [3, 1, 5], [1, 2, 6]);
      await store.takeBack(anId(904), from, (kudos) =>
        done({ kudos: { ...kudos, takenBackAt: at }, isNew: true, freed: [] }),
      );
      expect(idsOf(await store.sentBy(anId(1), from))).toEqual([901, 900]);
      expect(idsOf(await store.sentBy(anId(1), day("2026-03-03")))).toEqual([901]);
      const own = await store.own(anId(1), 5);
      expect([idsOf(own.received), idsOf(own.given)]).toEqual([
        [903, 902],
        [901, 900],
      ]);
      const fewer = await store.own(anId(1), 1);
      expect([idsOf(fewer.received), idsOf(fewer.given)]).toEqual([[903], [901]]);
    });

    test("those count that stand and close no circle, from one day to another, both included", async () => {
      const { store } = await withSome(
        [1, 2, 1],
        [3, 2, 2],
        [2, 3, 3, { uncounted: "ring" }],
        [4, 3, 4],
        [4, 2, 5],
        [5, 6, 3, { site: "york" }],
      );
      await store.takeBack(anId(903), from, (kudos) =>
        done({ kudos: { ...kudos, takenBackAt: at }, isNew: true, freed: [] }),
      );
      expect(idsOf(await store.counted("leeds", from, to))).toEqual([904, 901, 900]);
      expect(idsOf(await store.counted("leeds", day("2026-03-02"), day("2026-03-04")))).toEqual([901]);
      expect(await store.countsOf("leeds", from, to)).toEqual(new Map([[anId(2), 3]]));
      expect(await store.countsOf("leeds", day("2026-03-02"), day("2026-03-04"))).toEqual(new Map([[anId(2), 1]]));
      expect(await store.countsOf("york", from, to)).toEqual(new Map([[anId(6), 1]]));
    });
  });
}
