import { roles } from "../../chat/asker.ts";
import { addDays, dayAt, day as dayIn, startOfDay } from "../../kernel/time.ts";
import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { teamsOf } from "../people/index.ts";
import type { Almanac } from "./almanac.ts";
import { isColleague, wordsOf } from "./cards.ts";
import { cardWords as words } from "./messages/cards.ts";
import { names } from "./names.ts";
import type { CelebrationStore } from "./store.ts";
import { askView, noCardView } from "./views/ask.ts";
import { cardView } from "./views/card.ts";

type Deps = { readonly almanac: Almanac; readonly store: Pick<CelebrationStore, "card" | "cards"> };

const toPerson = (id: string): { readonly to: Recipient } => ({ to: { is: "person", id } });

/** Asks colleagues, and who opens it, for their words on a card that its person does not see yet. */
export function signingKind({ almanac, store }: Deps): NoticeKind {
  const { roster } = almanac;

  async function prepared({ period, to, isRevision, told }: ToPrepare, now: Date): Promise<Prepared> {
    const card = await store.card(period);
    const standing = card && (await almanac.standingOf(card));
    const site = card && (await roster.site(card.site));
    const today = site && dayAt(now, site.zone);
    if (card !== undefined && today !== undefined && today > card.day) {
      return isRevision ? { is: "same" } : { is: "skip", why: "late" };
    }
    const reader = to.is === "person" ? to.id : "";
    const [person] = standing === undefined ? [] : await roster.peopleById([reader]);
    const isStill = standing && today && person && isColleague(person, standing, today);
    if (card === undefined || !isStill) {
      if (!isRevision) return { is: "skip", why: "nothing-to-tell" };
      return told?.state === "" ? { is: "same" } : { is: "view", view: noCardView, told: { state: "" } };
    }
    const isOpener = standing.opener?.id === reader;
    const written = wordsOf(card, reader, isOpener);
    const unclear = isOpener ? (standing.unclear ?? null) : null;
    const state = JSON.stringify([card.day, standing.greeting.on, isOpener, written ?? null, unclear]);
    if (isRevision && told?.state === state) return { is: "same" };
    return { is: "view", view: askView({ card, standing, isOpener, words: written }), told: { state } };
  }

  return {
    name: names.signing,
    label: words.label,
    isMandatory: false,
    isTimeless: true,
    roles,

    async recipients({ period, at }) {
      const card = await store.card(period);
      const standing = card && (await almanac.standingOf(card));
      if (standing === undefined) return [];
      const { greeting, site, opener } = standing;
      const today = dayAt(at, site.zone);
      const seats = teamsOf(greeting.person, today);
      const teams = await Promise.all(seats.map((team) => roster.peopleIn(team, today)));
      const asked = [
        ...teams.flat().filter((other) => isColleague(other, standing, today)),
        ...(opener ? [opener] : []),
      ];
      return [...new Set(asked.map(({ id }) => id))].map(toPerson);
    },

    prepare: (deliveries, now) => Promise.all(deliveries.map((delivery) => prepared(delivery, now))),
  };
}

/** Hands a card to its person on the day, and keeps it up with whoever signs late. */
export function cardKind({ almanac, store }: Deps): NoticeKind {
  const { roster } = almanac;

  async function prepared({ site: id, period, to, isRevision, told }: ToPrepare, now: Date): Promise<Prepared> {
    const [site, day] = [await roster.site(id), dayIn(period)];
    if (site === undefined) throw new RangeError(`no site ${id}`);
    const isOver = dayAt(now, site.zone) > day;
    const greeting = (await almanac.greetings(site, day)).find(
      ({ person }) => to.is === "person" && person.id === to.id,
    );
    const card = greeting && (await store.cards(id, day, day)).find(({ person }) => person === greeting.person.id);
    if (greeting === undefined || card === undefined || isOver) {
      if (isRevision) return { is: "same" };
      if (isOver) return { is: "skip", why: greeting === undefined ? "nothing-to-tell" : "late" };
      return { is: "wait", until: startOfDay(addDays(day, 1), site.zone), why: "nobody-yet" };
    }
    const state = JSON.stringify([card.opening ?? null, card.signatures.map(({ by, words }) => [by, words])]);
    if (isRevision && told?.state === state) return { is: "same" };
    const hands = [...card.signatures.map(({ by }) => by), ...(card.opening === undefined ? [] : [card.opening.by])];
    const people = new Map((await roster.peopleById(hands)).map((person) => [person.id, person]));
    return { is: "view", view: cardView({ card, greeting, site, people }), told: { state } };
  }

  return {
    name: names.card,
    label: words.cardLabel,
    isMandatory: false,
    isTimeless: true,
    roles,

    async recipients({ site: id, period, at }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      return (await almanac.greeted(site, dayIn(period), at)).map(({ person }) => toPerson(person.id));
    },

    prepare: (deliveries, now) => Promise.all(deliveries.map((delivery) => prepared(delivery, now))),
  };
}
