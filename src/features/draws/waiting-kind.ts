import { dayAt } from "../../kernel/time.ts";
import type { Notice, NoticeKind, Prepared, ToPrepare } from "../notices/index.ts";
import { isHere, type PersonId } from "../people/index.ts";
import type { ClockworkDeps } from "./clockwork.ts";
import type { Desk } from "./desk.ts";
import type { Draw } from "./domain.ts";
import { waitingWords } from "./messages/waiting.ts";
import { isMaker } from "./moves.ts";
import type { DrawStore } from "./store.ts";
import { kindNames, readWaiting, type Waiting } from "./told.ts";
import { challengeWaitsView, numberWaitsView, settledView } from "./views/waiting.ts";

type KindDeps = {
  readonly store: Pick<DrawStore, "draw">;
  readonly roster: ClockworkDeps["roster"];
  readonly desk: Pick<Desk, "peopleIn">;
};

/** Whether a draw still waits for it. */
const waits = (draw: Draw, { is, count }: Waiting): boolean =>
  is === "challenge"
    ? draw.state === "challenge" && draw.challenges[count]?.answer === undefined
    : draw.state === "committed" && draw.closed?.revision === count && (is === "second") === (draw.typed !== undefined);

/** What a draw waits for, told to those who can give it: an answer to a challenge, or a public number. */
export function waitingKind({ store, roster, desk }: KindDeps): NoticeKind {
  async function prepared({ period, isRevision }: ToPrepare): Promise<Prepared> {
    const waiting = readWaiting(period);
    const draw = await store.draw(waiting.draw);
    const said = draw?.challenges[waiting.count];
    if (draw === undefined || (waiting.is === "challenge" && said === undefined)) {
      return isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
    }
    if (!waits(draw, waiting)) {
      return isRevision
        ? { is: "view", view: settledView(draw, waiting), told: {} }
        : { is: "skip", why: "nothing-to-tell" };
    }
    if (isRevision) return { is: "same" };
    const { people } = await desk.peopleIn(draw);
    if (said === undefined || waiting.is !== "challenge") {
      return { is: "view", view: numberWaitsView(draw, people), told: {} };
    }
    return { is: "view", view: challengeWaitsView(draw, { said, index: waiting.count, people }), told: {} };
  }

  /** Auditors of every site; admins of the draw's for challenges, but nobody about their own. */
  async function askedOf({ period, at }: Notice): Promise<readonly PersonId[]> {
    const { draw: id, is, count } = readWaiting(period);
    const draw = await store.draw(id);
    const site = draw && (await roster.site(draw.site));
    if (draw === undefined || site === undefined) return [];
    const by = is === "challenge" ? draw.challenges[count]?.by : draw.typed?.by;
    const people = await roster.everybody();
    return people
      .filter((person) => {
        const { id: one, roles, site: where } = person;
        const isAdmin = is !== "number" && where === site.id && roles.includes("admin");
        return (
          one !== by &&
          !isMaker(draw, one) &&
          (isAdmin || roles.includes("auditor")) &&
          isHere(person, dayAt(at, site.zone))
        );
      })
      .map(({ id: one }) => one);
  }

  return {
    name: kindNames.waiting,
    label: waitingWords.label,
    isMandatory: true,
    isTimeless: true,
    recipients: async (notice) => (await askedOf(notice)).map((id) => ({ to: { is: "person", id } })),
    prepare: (deliveries) => Promise.all(deliveries.map(prepared)),
  };
}
