import { groupBy } from "../../kernel/group.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { type NoticeKind, type Recipient, recipientText } from "../notices/index.ts";
import type { Site } from "../people/index.ts";
import type { Almanac } from "./almanac.ts";
import { dayPost, type Post } from "./day-post.ts";
import type { Greeting } from "./greeted.ts";
import { postWords as words } from "./messages/posts.ts";
import { anniversariesOf, milestonesOf } from "./milestones.ts";
import { names } from "./names.ts";
import { celebrationsChannel, placesOf } from "./places.ts";
import type { CelebrationStore } from "./store.ts";
import { anniversariesView, birthdaysView, type Cards, milestonesView } from "./views/day.ts";

type Deps = { readonly almanac: Almanac; readonly store: Pick<CelebrationStore, "cards"> };

/** Greetings by the place where they are told. */
function byPlace(all: readonly { readonly greeting: Greeting; readonly to: Recipient }[]): readonly Post<Greeting>[] {
  return [...groupBy(all, ({ to }) => recipientText(to)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ to: first.to, entries: group.map(({ greeting }) => greeting) }];
  });
}

/** What is posted of a day: birthdays where they may be told, the rest in the site's channel. */
export function dayKinds({ almanac, store }: Deps): readonly NoticeKind[] {
  const { roster, rules, daysOf } = almanac;
  const sameDay = (day: LocalDate) => day;

  const birthdays = dayPost<Greeting, Cards>(
    {
      name: names.birthdays,
      label: words.birthdays,
      lastDay: sameDay,
      async posts(site, day, at) {
        const all = await almanac.greeted(site, day, at);
        const placing = await almanac.placing(site, all, day);
        return byPlace(all.flatMap((greeting) => placesOf(greeting, placing).map((to) => ({ greeting, to }))));
      },
      extra: async (site, day) =>
        Object.fromEntries((await store.cards(site.id, day, day)).map(({ person, id }) => [person, id])),
      view: ({ entries }, cards, _site, day) => birthdaysView(entries, cards, day),
    },
    roster,
  );

  /** Everything of one sort in the site's channel. */
  function inChannel<E>(site: Site, entries: readonly E[]): readonly Post<E>[] {
    const to = celebrationsChannel(site);
    return to === undefined ? [] : [{ to, entries }];
  }

  const anniversaries = dayPost(
    {
      name: names.anniversaries,
      label: words.anniversaries,
      lastDay: sameDay,
      async posts(site, day) {
        const [usual, people] = await Promise.all([rules(site.id), roster.peopleOf(site.id, day)]);
        return inChannel(site, anniversariesOf(people, day, daysOf(site, usual), usual));
      },
      extra: async () => undefined,
      view: ({ entries }, _, _site, day) => anniversariesView(entries, day),
    },
    roster,
  );

  const milestones = (which: "joiners" | "graduations") =>
    dayPost(
      {
        name: names[which],
        label: words[which],
        lastDay: sameDay,
        async posts(site, day) {
          const [usual, people, teams] = await Promise.all([
            rules(site.id),
            roster.peopleOf(site.id, day),
            roster.teams(),
          ]);
          const of = { which: which === "joiners" ? "hiredOn" : "graduatedOn", teams } as const;
          return inChannel(site, milestonesOf(people, day, daysOf(site, usual), of));
        },
        extra: async () => undefined,
        view: ({ entries }, _, _site, day) => milestonesView(entries, day, which),
      },
      roster,
    );

  return [birthdays, anniversaries, milestones("joiners"), milestones("graduations")];
}
