import { done } from "../../kernel/outcome.ts";
import { dayAt, parseDay } from "../../kernel/time.ts";
import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import type { Draft } from "./desk.ts";
import { digestOf } from "./digest.ts";
import { drafted, isEditor } from "./domain.ts";
import type { KindDeps } from "./issue-kind.ts";
import { kindWords } from "./messages/kinds.ts";
import { draftName } from "./touches.ts";
import { draftView } from "./views/draft.ts";
import { lateOf } from "./views/late.ts";
import { weekPrepared } from "./weeks.ts";

/** The draft that the editors of a site get as a message each, kept up with what they decide. */
export function draftKind({ roster, desk }: KindDeps): NoticeKind {
  async function draftOf({ site: id, period }: ToPrepare, now: Date): Promise<Draft> {
    const [site, on] = [await roster.site(id), parseDay(period)];
    if (site === undefined || on === undefined) throw new RangeError(`not the draft of a bulletin: ${id} ${period}`);
    const week = weekPrepared(on);
    await desk.change<never>({ site: id, week, at: now }, (bulletin) => done(drafted(bulletin, on)));
    return desk.draft(id, site.zone, now, week);
  }

  function saying(draft: Draft, delivery: ToPrepare): Prepared {
    const { isRevision, told } = delivery;
    const { site, bulletin } = draft.issue;
    // Whoever could not be reached before its hour has nothing left to decide.
    if (!isRevision && bulletin.closedOn !== undefined) return { is: "skip", why: "late" };
    const digest = digestOf(draftView(draft)(site));
    if (isRevision && told?.digest === digest) return { is: "same" };
    return { is: "view", view: draftView(draft, { late: lateOf(delivery) }), told: { digest } };
  }

  return {
    name: draftName,
    label: kindWords.draft,
    isMandatory: true,
    speaksOfLate: true,
    roles: ["supervisor", "hr", "admin"],

    async recipients({ site: id, at }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      const people = await roster.peopleOf(id, dayAt(at, site.zone));
      return people
        .filter(({ roles }) => isEditor(roles))
        .map((editor): { to: Recipient } => ({ to: { is: "person", id: editor.id } }));
    },

    async prepare(deliveries, now) {
      const known = new Map<string, Promise<Draft>>();
      return Promise.all(
        deliveries.map(async (delivery) => {
          const key = `${delivery.site} ${delivery.period}`;
          const draft = known.get(key) ?? draftOf(delivery, now);
          known.set(key, draft);
          return saying(await draft, delivery);
        }),
      );
    },
  };
}
