import type { View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import { addDays, dayAt, day as dayIn, type LocalDate, startOfDay } from "../../kernel/time.ts";
import {
  type Body,
  type NoticeKind,
  type Prepared,
  type Recipient,
  recipientText,
  type ToPrepare,
} from "../notices/index.ts";
import type { PeopleStore, Person, Site } from "../people/index.ts";
import { goneView } from "./views/gone.ts";

/** What is told of people in one place. */
export type Post<E> = { readonly to: Recipient; readonly entries: readonly E[] };

export type Posting<E extends { readonly person: Person }, Extra> = {
  readonly name: string;
  readonly label: Say;
  /** Everything that is told of a period, one post for each place. */
  readonly posts: (site: Site, period: LocalDate, at: Date) => Promise<readonly Post<E>[]>;
  /** The last day on which somebody can be added. */
  readonly lastDay: (period: LocalDate) => LocalDate;
  /** What the posts of a period hold beside whom they are about, asked after them. */
  readonly extra: (site: Site, period: LocalDate, now: Date) => Promise<Extra>;
  /** As much of that as makes a post another one when it changes. */
  readonly state?: (extra: Extra) => Body;
  readonly view: (post: Post<E>, extra: Extra, site: Site, period: LocalDate) => Localised<View>;
};

/**
 * One post for all the people of a day (or month) in each place where they are told of. As long as it lasts whoever
 * comes later is added to what stands, or gets the first post; whoever is not to be told of any more is taken out of it
 * even after that.
 */
export function dayPost<E extends { readonly person: Person }, Extra>(
  { name, label, posts, lastDay, extra, state = () => ({}), view }: Posting<E, Extra>,
  roster: Pick<PeopleStore, "site">,
): NoticeKind {
  async function siteOf(id: string): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new RangeError(`no site ${id}`);
    return site;
  }

  async function gathered(id: string, period: LocalDate, now: Date) {
    const site = await siteOf(id);
    const all = await posts(site, period, now);
    const more = await extra(site, period, now);
    return { site, all, more, isOver: dayAt(now, site.zone) > lastDay(period) };
  }
  type Gathered = Awaited<ReturnType<typeof gathered>>;

  const entriesAt = ({ all }: Gathered, to: Recipient): readonly E[] =>
    all.find((post) => recipientText(post.to) === recipientText(to))?.entries ?? [];

  /** When the day is over only those who were told of are. */
  function entriesFor(of: Gathered, { to, isRevision, told }: ToPrepare): readonly E[] {
    if (!of.isOver) return entriesAt(of, to);
    const before = isRevision && Array.isArray(told?.people) ? told.people : [];
    return entriesAt(of, to).filter(({ person }) => before.includes(person.id));
  }

  function saying(of: Gathered, delivery: ToPrepare, period: LocalDate): Prepared {
    const { site, more, isOver } = of;
    const { to, isRevision, told } = delivery;
    const entries = entriesFor(of, delivery);
    const now = { people: entries.map(({ person }) => person.id), more: state(more) };
    if (isRevision && sameAs(told) === sameAs(now)) return { is: "same" };
    if (entries.length > 0) return { is: "view", view: view({ to, entries }, more, site, period), told: now };
    if (isRevision) return { is: "view", view: goneView(label), told: now };
    if (isOver) return { is: "skip", why: entriesAt(of, to).length > 0 ? "late" : "nothing-to-tell" };
    return { is: "wait", until: startOfDay(addDays(lastDay(period), 1), site.zone), why: "nobody-yet" };
  }

  return {
    name,
    label,
    isMandatory: false,
    // It is worth posting as long as the day lasts, which it looks at itself.
    isTimeless: true,

    async recipients({ site, period, at }) {
      const { all } = await gathered(site, dayIn(period), at);
      return all.filter(({ entries }) => entries.length > 0).map(({ to }) => ({ to }));
    },

    async prepare(deliveries, now) {
      const known = new Map<string, Promise<Gathered>>();
      return Promise.all(
        deliveries.map(async (delivery) => {
          const period = dayIn(delivery.period);
          const key = `${delivery.site} ${period}`;
          const of = known.get(key) ?? gathered(delivery.site, period, now);
          known.set(key, of);
          return saying(await of, delivery, period);
        }),
      );
    },
  };
}

/** What was told, as it can be compared after it was kept as JSON. */
const sameAs = (told: { readonly [key: string]: unknown } | undefined): string =>
  JSON.stringify([told?.people, told?.more]);
