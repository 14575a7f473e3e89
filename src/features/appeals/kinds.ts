import { createHash } from "node:crypto";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { say } from "../../kernel/locale.ts";
import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import type { PersonId } from "../people/index.ts";
import { caseName, reminderName } from "./announce.ts";
import type { Card } from "./card.ts";
import type { Cases } from "./cases.ts";
import type { Context, Surroundings } from "./context.ts";
import { type Appeal, waitedFor } from "./domain.ts";
import type { AppealStore } from "./store.ts";

type Deps = {
  readonly store: Pick<AppealStore, "appeal">;
  readonly cases: Cases;
  readonly context: Context;
  readonly views: {
    /** An appeal for its reader. */
    readonly caseView: (card: Card) => Localised<View>;
    /** That somebody's time runs out. */
    readonly reminderView: (
      card: Card,
      reminder: { readonly percent: 50 | 80 | 100; readonly due: Date },
    ) => Localised<View>;
  };
};

/** Everybody who has a message about an appeal by now. */
const partiesOf = (appeal: Appeal): readonly PersonId[] => [
  ...new Set([
    appeal.agent,
    ...(appeal.scorer === undefined ? [] : [appeal.scorer]),
    ...(appeal.desk === undefined ? [] : [appeal.desk]),
    ...appeal.seats.flatMap(({ holder }) => (holder === undefined ? [] : [holder])),
    // Whoever leads the agent hears of what was put right, also where nobody sat.
    ...(appeal.correction === undefined || appeal.lead === undefined ? [] : [appeal.lead]),
  ]),
];

const toPerson = (id: PersonId): { readonly to: Recipient } => ({ to: { is: "person", id } });

/** Short, and another whenever anything that is read has changed. */
const digestOf = (view: View): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

/** How appeals are told: one message for each party, revised as it goes on, and reminders to whoever must act. */
export function appealKinds({ store, cases, context, views }: Deps): readonly NoticeKind[] {
  /** Cards for deliveries, each appeal and each site looked up once. */
  function cards(now: Date) {
    const appeals = new Map<string, Promise<Appeal | undefined>>();
    const sites = new Map<string, Promise<Surroundings>>();
    return async (id: string, to: Recipient): Promise<Card | undefined> => {
      if (!appeals.has(id)) appeals.set(id, store.appeal(id));
      const appeal = await appeals.get(id);
      if (appeal === undefined || to.is !== "person") return undefined;
      if (!sites.has(appeal.site)) sites.set(appeal.site, context.around(appeal.site, now));
      const around = await sites.get(appeal.site);
      return around && cases.cardOf(appeal, to.id, around, now);
    };
  }

  async function prepared(card: Card | undefined, { told, isRevision }: ToPrepare): Promise<Prepared> {
    if (card === undefined) return isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
    const view = views.caseView(card);
    // A clock of no place: what is read differs by the case alone.
    const digest = digestOf(view({ locale: "en", zone: "UTC" }));
    return isRevision && told?.digest === digest ? { is: "same" } : { is: "view", view, told: { digest } };
  }

  const caseKind: NoticeKind = {
    name: caseName,
    label: say({ en: "Appeals", "zh-CN": "申诉" }),
    isMandatory: true,
    isTimeless: true,
    recipients: async ({ period }) => {
      const appeal = await store.appeal(period);
      return appeal === undefined ? [] : partiesOf(appeal).map(toPerson);
    },
    prepare: async (deliveries, now) => {
      const card = cards(now);
      return Promise.all(deliveries.map(async (one) => prepared(await card(one.period, one.to), one)));
    },
  };

  const reminderKind: NoticeKind = {
    name: reminderName,
    label: say({ en: "Reminders of appeals", "zh-CN": "申诉期限提醒" }),
    isMandatory: true,
    recipients: async ({ body }) => (typeof body.to === "string" ? [toPerson(body.to)] : []),
    prepare: async (deliveries, now) => {
      const card = cards(now);
      return Promise.all(
        deliveries.map(async ({ period, to, isRevision }): Promise<Prepared> => {
          const [id = "", due = "", percent = ""] = period.split(" ");
          const found = await card(id, to);
          if (isRevision || found === undefined || to.is !== "person") return { is: "same" };
          const isWaited = waitedFor(found.appeal).some(
            ({ person, time }) => person === to.id && time.due.toISOString() === due,
          );
          // Whoever has acted meanwhile is not reminded; that the time is over is told all the same.
          if (percent !== "100" && !isWaited) return { is: "skip", why: "nothing-to-tell" };
          const reminder = { percent: Number(percent) as 50 | 80 | 100, due: new Date(due) };
          return { is: "view", view: views.reminderView(found, reminder), told: {} };
        }),
      );
    },
  };

  return [caseKind, reminderKind];
}
