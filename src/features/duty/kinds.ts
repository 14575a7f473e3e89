import { roles } from "../../chat/asker.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Body, NoticeKind, Prepared, ToPrepare } from "../notices/index.ts";
import type { PersonId, Site } from "../people/index.ts";
import { aroundOf, type DutyCalendar } from "./calendar.ts";
import type { DutyDeps } from "./deps.ts";
import type { Swap } from "./domain.ts";
import { kindNames } from "./messages/told.ts";
import { changedName, offerName, reminderName, swapName } from "./notice.ts";
import type { Offer } from "./swapping.ts";
import { changedView, offerView, reminderView, settledView } from "./views/told.ts";

type Deps = Pick<DutyDeps, "store" | "roster" | "rules"> & {
  readonly calendar: DutyCalendar;
  readonly offerOf: (swap: Swap) => Promise<Offer | undefined>;
};

const toPerson = (id: PersonId, body: Body = {}) => ({ to: { is: "person" as const, id }, body });

/** What a delivery says of a duty. */
const told = ({ person, role, from, until }: Body) => ({
  person: String(person),
  role: String(role),
  from: new Date(String(from)),
  until: new Date(String(until)),
});

const nothing = ({ isRevision }: ToPrepare): Prepared =>
  isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
const said = (view: Localised<View>, kept: Body = {}): Prepared => ({ is: "view", view, told: kept });

/** How duties are told: to whoever was set or relieved, to the two of a swap and their supervisors, and before they begin. */
export function dutyKinds({ store, roster, calendar, offerOf }: Deps): readonly NoticeKind[] {
  const offerBy = async (id: string): Promise<Offer | undefined> => {
    const swap = await store.swap(id);
    return swap && offerOf(swap);
  };

  const changed: NoticeKind = {
    name: changedName,
    label: kindNames.changed,
    isMandatory: true,
    isTimeless: true,
    recipients: async ({ body: { people } }) =>
      (Array.isArray(people) ? (people as readonly Body[]) : []).map((body) => toPerson(String(body.person), body)),
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(async (delivery) => {
          const { body, site: id, isRevision } = delivery;
          const [by, site] = await Promise.all([roster.personById(String(body.by)), roster.site(id)]);
          if (by === undefined || site === undefined || isRevision) return nothing(delivery);
          const reason = typeof body.reason === "string" ? body.reason : undefined;
          return said(changedView({ ...told(body), is: body.is === "on" ? "on" : "off", by, reason }, site));
        }),
      ),
  };

  const offer: NoticeKind = {
    name: offerName,
    label: kindNames.offer,
    isMandatory: true,
    isTimeless: true,
    async recipients({ period }) {
      const swap = await store.swap(period);
      return swap === undefined ? [] : [toPerson(swap.other)];
    },
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(async (delivery) => {
          const of = await offerBy(delivery.period);
          if (of === undefined) return nothing(delivery);
          const { state } = of.swap;
          if (delivery.isRevision ? delivery.told?.state === state : state !== "open") return nothing(delivery);
          return said(offerView(of), { state });
        }),
      ),
  };

  const supervisorsOf = async (site: Site, at: Date): Promise<readonly PersonId[]> =>
    (await roster.officersOf(site.id, dayAt(at, site.zone)))
      .filter((one) => one.roles.includes("supervisor"))
      .map(({ id }) => id);

  const swap: NoticeKind = {
    name: swapName,
    label: kindNames.swap,
    isMandatory: true,
    isTimeless: true,
    async recipients({ period, at }) {
      const of = await offerBy(period);
      if (of === undefined) return [];
      const { asker, other, state } = of.swap;
      if (state !== "accepted") return [toPerson(asker)];
      const all = [asker, other, ...(await supervisorsOf(of.site, at))];
      return [...new Set(all)].map((id) => toPerson(id));
    },
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(async (delivery) => {
          const of = await offerBy(delivery.period);
          if (of === undefined || delivery.isRevision) return nothing(delivery);
          return said(settledView(of));
        }),
      ),
  };

  const reminder: NoticeKind = {
    name: reminderName,
    label: kindNames.reminder,
    isMandatory: false,
    roles,
    recipients: async ({ body }) => [toPerson(String(body.person), body)],
    prepare: (deliveries, now) =>
      Promise.all(
        deliveries.map(async (delivery) => {
          const { person, role, from } = told(delivery.body);
          const site = await roster.site(delivery.site);
          if (site === undefined || delivery.isRevision || from <= now) return nothing(delivery);
          const spans = await calendar.spansIn(site, aroundOf(from));
          const still = spans.find(
            (one) => one.person === person && one.role === role && one.from.getTime() === from.getTime(),
          );
          return still === undefined ? nothing(delivery) : said(reminderView(still, site));
        }),
      ),
  };

  return [changed, offer, swap, reminder];
}
