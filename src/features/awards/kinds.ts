import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { type Audit, channelFor } from "../people/index.ts";
import { type Award, awardName } from "./domain.ts";
import { kindWords } from "./messages/award.ts";
import { givenOf, postName, proposalName, wonName } from "./notice.ts";
import type { Reading } from "./reading.ts";
import type { AwardRoster } from "./roster.ts";
import type { AwardStore } from "./store.ts";
import { cardView } from "./views/card.ts";
import { postView, takenBackView, wonView } from "./views/post.ts";

export type KindDeps = {
  readonly store: Pick<AwardStore, "award">;
  readonly roster: AwardRoster;
  readonly audit: Audit;
  readonly reading: Pick<Reading, "cardOf" | "namedIn" | "officesOf" | "winnersOf">;
};

const toPerson = ({ id }: { readonly id: string }): { readonly to: Recipient } => ({ to: { is: "person", id } });

/** Asks those who decide on a proposal, and says what became of it. */
function proposalKind({ store, audit, reading }: KindDeps): NoticeKind {
  async function prepared({ period, isRevision, told, to }: ToPrepare, now: Date): Promise<Prepared> {
    const award = await store.award(period);
    if (award === undefined || to.is !== "person") return { is: "skip", why: "nothing-to-tell" };
    if (!isRevision && award.state !== "proposed") return { is: "skip", why: "nothing-to-tell" };
    if (isRevision && told?.revision === award.revision) return { is: "same" };
    const card = await reading.cardOf(award, to.id, now);
    if (!isRevision) {
      const detail = { award: awardName(award) };
      await audit.record({ at: now, actor: to.id, action: "read award proposal", subject: award.id, detail });
    }
    return { is: "view", view: cardView(card), told: { revision: award.revision } };
  }

  return {
    name: proposalName,
    label: kindWords.proposal,
    isMandatory: true,
    isTimeless: true,
    async recipients({ period, at }) {
      const award = await store.award(period);
      return award === undefined ? [] : (await reading.officesOf(award, at)).asked.map(toPerson);
    },
    prepare: (deliveries, now) => Promise.all(deliveries.map((delivery) => prepared(delivery, now))),
  };
}

/** The award that a notice is of, and whether it still stands as it was given that time. */
async function givenBy(store: KindDeps["store"], period: string) {
  const { id, times } = givenOf(period);
  const award = await store.award(id);
  return award && { award, stands: award.state === "given" && award.times === times };
}

/** What is told while an award stands, and instead once it was taken back. */
async function preparedWhile(
  { store, reading }: KindDeps,
  { period, isRevision, told, to }: ToPrepare,
): Promise<Prepared> {
  const found = await givenBy(store, period);
  if (found === undefined || (!found.stands && !isRevision)) return { is: "skip", why: "nothing-to-tell" };
  const { award, stands } = found;
  if (isRevision && told?.stands === stands) return { is: "same" };
  const posted = { award, ...(await reading.namedIn([award])) };
  if (!stands) return { is: "view", view: takenBackView(posted, to.is === "person"), told: { stands } };
  return { is: "view", view: to.is === "person" ? wonView(posted, to) : postView(posted), told: { stands } };
}

/** An award in the channel of its site. */
const postKind = (deps: KindDeps): NoticeKind => ({
  name: postName,
  label: kindWords.post,
  isMandatory: false,
  isTimeless: true,
  async recipients({ site: id }) {
    const site = await deps.roster.site(id);
    const name = site && channelFor(site, "awards");
    return name === undefined ? [] : [{ to: { is: "channel", site: id, name } }];
  },
  prepare: (deliveries) => Promise.all(deliveries.map((delivery) => preparedWhile(deps, delivery))),
});

/** What each winner is told for themselves. */
const wonKind = (deps: KindDeps): NoticeKind => ({
  name: wonName,
  label: kindWords.won,
  isMandatory: true,
  isTimeless: true,
  async recipients({ period, at }) {
    const found: { readonly award: Award; readonly stands: boolean } | undefined = await givenBy(deps.store, period);
    return found?.stands ? (await deps.reading.winnersOf(found.award, at)).map(toPerson) : [];
  },
  prepare: (deliveries) => Promise.all(deliveries.map((delivery) => preparedWhile(deps, delivery))),
});

/** The notices by which awards are told. */
export const awardKinds = (deps: KindDeps): readonly NoticeKind[] => [
  proposalKind(deps),
  postKind(deps),
  wonKind(deps),
];
