import { type Kudos, type KudosStore, kudosNotices, kudosTouched } from "../features/kudos/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import { refuse } from "../kernel/outcome.ts";

const byNewest = (a: Kudos, b: Kudos) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** Thank-yous in memory that keep the same promises as the database; `outbox` is what was announced. */
export function kudosInMemory(known: readonly Kudos[] = []) {
  const kept = new Map(known.map((one) => [one.id, one]));
  const outbox: (Notice | Touched)[] = [];
  const standing = () => [...kept.values()].filter(({ takenBackAt }) => takenBackAt === undefined).sort(byNewest);
  const sentBy = (giver: string, from: string) => standing().filter((one) => one.giver === giver && one.day >= from);
  const ofSite = (site: string, from: string) => standing().filter((one) => one.site === site && one.day >= from);
  const counted = (site: string, from: string, to: string) =>
    ofSite(site, from).filter(({ day, uncounted }) => day <= to && uncounted === undefined);

  const store: KudosStore = {
    async give({ site, giver, sentFrom, pairsFrom }, judge) {
      const pairs = ofSite(site, pairsFrom).map((one) => ({ giver: one.giver, receiver: one.receiver }));
      const outcome = judge({ sent: sentBy(giver, sentFrom), pairs });
      if (!outcome.ok || !outcome.value.isNew) return outcome;
      const { kudos } = outcome.value;
      kept.set(kudos.id, kudos);
      outbox.push(...kudosNotices(kudos));
      return outcome;
    },
    async takeBack(id, from, judge) {
      const one = kept.get(id);
      if (one === undefined) return refuse({ why: "gone" });
      const outcome = judge(one, ofSite(one.site, from));
      if (!outcome.ok || !outcome.value.isNew) return outcome;
      const { kudos, freed } = outcome.value;
      kept.set(id, kudos);
      for (const other of freed) {
        const { uncounted: _, ...rest } = kept.get(other) as Kudos;
        kept.set(other, rest);
      }
      outbox.push(...kudosTouched(kudos));
      return outcome;
    },
    kudos: async (id) => kept.get(id),
    sentBy: async (giver, from) => sentBy(giver, from),
    own: async (person, limit) => ({
      received: standing()
        .filter(({ receiver }) => receiver === person)
        .slice(0, limit),
      given: standing()
        .filter(({ giver }) => giver === person)
        .slice(0, limit),
    }),
    counted: async (site, from, to) => counted(site, from, to),
    async countsOf(site, from, to) {
      const counts = new Map<string, number>();
      for (const { receiver } of counted(site, from, to)) counts.set(receiver, (counts.get(receiver) ?? 0) + 1);
      return counts;
    },
  };
  return { ...store, outbox: outbox as readonly (Notice | Touched)[], all: (): readonly Kudos[] => [...kept.values()] };
}
