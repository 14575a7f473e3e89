import type { Card, CelebrationStore, NewCard, OwnBirthday, Party } from "../features/celebrations/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { peopleInMemory } from "./people-store.ts";

type Book = Pick<ReturnType<typeof peopleInMemory>, "keepBirthday" | "birthdayOf" | "personById">;

const byDay = (a: Card, b: Card) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1);

/** What celebrations keep, over a roster in memory, with the same promises as the database; the rest is what was announced. */
export function celebrationsInMemory(people: Book) {
  const kept = new Map<string, Card>();
  const parties = new Map<string, Party>();
  const notices: Notice[] = [];
  const touched: Touched[] = [];

  function move(person: string, today: LocalDate, to: LocalDate): NewCard[] {
    const own = [...kept.values()].filter((card) => card.person === person).sort(byDay);
    const other = own.find(({ day }) => day > today && day !== to);
    if (other === undefined || own.some(({ day }) => day === to)) return [];
    kept.set(other.id, { ...other, day: to });
    return [{ id: other.id, person, day: to }];
  }

  async function ownBirthday(id: string): Promise<OwnBirthday> {
    const [person, known] = [await people.personById(id), people.birthdayOf(id)];
    if (person === undefined) return {};
    const { birthdayPrivacy: privacy } = person;
    return {
      ...(known === undefined ? {} : { birthday: { month: known.month, day: known.day } }),
      ...(known?.leapDay === undefined ? {} : { leapDay: known.leapDay }),
      ...(privacy === undefined ? {} : { privacy }),
    };
  }

  const store: CelebrationStore = {
    ownBirthday,
    async changeBirthday({ person, today }, decide) {
      const now = await ownBirthday(person);
      const own = [...kept.values()].filter((card) => card.person === person && card.day >= today).sort(byDay);
      const decided = decide(
        now,
        own.map(({ id, person, day }) => ({ id, person, day })),
      );
      if (!decided.ok) return decided;
      const { next, moved = [], notices: more = [], touched: stale = [] } = decided.value;
      const { birthday, leapDay, privacy } = next;
      people.keepBirthday(person, {
        ...birthday,
        ...(leapDay === undefined ? {} : { leapDay }),
        ...(privacy === undefined ? {} : { birthdayPrivacy: privacy }),
      });
      for (const { id, day } of moved) {
        const card = kept.get(id);
        const isTaken = [...kept.values()].some((other) => other.person === card?.person && other.day === day);
        if (card !== undefined && !isTaken) kept.set(id, { ...card, day });
      }
      notices.push(...more);
      touched.push(...stale);
      return { ok: true, value: next };
    },

    card: async (id) => kept.get(id),
    cards: async (site, from, to) =>
      [...kept.values()].filter((card) => card.site === site && from <= card.day && card.day <= to).sort(byDay),
    async openCards({ site, today }, cards, told) {
      const fresh: NewCard[] = [];
      const moved: NewCard[] = [];
      for (const card of [...cards].sort((a, b) => (a.person < b.person ? -1 : 1))) {
        moved.push(...move(card.person, today, card.day));
        const isKnown = [...kept.values()].some(({ person, day }) => person === card.person && day === card.day);
        if (isKnown) continue;
        kept.set(card.id, { ...card, site, signatures: [] });
        fresh.push(card);
      }
      const news = told?.(fresh, moved);
      notices.push(...(news?.notices ?? []));
      touched.push(...(news?.touched ?? []));
    },
    async changeCard(id, _at, decide) {
      const now = kept.get(id);
      if (now === undefined) return { ok: false, refusal: { why: "gone" } };
      const decided = decide(now);
      if (!decided.ok) return decided;
      kept.set(id, decided.value.card);
      touched.push(...decided.value.touched);
      return { ok: true, value: decided.value.card };
    },

    party: async (site, month) => parties.get(`${site} ${month}`) ?? { site, month },
    async changeParty({ site, month }, decide) {
      const decided = decide(parties.get(`${site} ${month}`) ?? { site, month });
      if (!decided.ok) return decided;
      parties.set(`${site} ${month}`, decided.value.party);
      touched.push(...decided.value.touched);
      return { ok: true, value: decided.value.party };
    },
  };

  return {
    ...store,
    /** What was announced since it was last asked for. */
    announced: () => ({ notices: notices.splice(0), touched: touched.splice(0) }),
  };
}
