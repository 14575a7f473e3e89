import { createHash } from "node:crypto";
import { roles } from "../../chat/asker.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Body, NoticeKind, Prepared, ToPrepare } from "../notices/index.ts";
import { channelFor, isHere, type PersonId } from "../people/index.ts";
import type { ClockworkDeps } from "./clockwork.ts";
import type { Desk } from "./desk.ts";
import type { Draw } from "./domain.ts";
import type { Line } from "./manifest.ts";
import { postWords } from "./messages/posts.ts";
import { toldWords } from "./messages/told.ts";
import type { Reading } from "./reading.ts";
import type { DrawStore } from "./store.ts";
import { kindNames, type Post, readPersonal, readPost } from "./told.ts";
import { cancelledPost, cancellingPost } from "./views/cancelling.ts";
import { closedPost, openPost, openReplacedPost, putOffPost, replacedPost } from "./views/posts.ts";
import { resultPost } from "./views/result.ts";
import { lineView, ownLineView, prizeView } from "./views/told.ts";
import { waitingKind } from "./waiting-kind.ts";

type KindDeps = {
  readonly store: Pick<DrawStore, "draw" | "prizesOf" | "entriesOf">;
  readonly roster: ClockworkDeps["roster"];
  readonly desk: Pick<Desk, "peopleIn">;
  readonly reading: Reading;
};

/** Files are told apart by what is in them. */
const plain = (_: string, value: unknown) =>
  value instanceof Uint8Array ? createHash("sha256").update(value).digest("hex") : value;

/** Short, and another whenever anything that is read has changed. */
const digestOf = (view: Localised<View>): string =>
  createHash("sha256")
    .update(JSON.stringify(view({ locale: "en", zone: "UTC" }), plain))
    .digest("base64url")
    .slice(0, 16);

/** What is said now, unless it stands already as it is. */
function saying(view: Localised<View>, { isRevision, told }: ToPrepare, more: Body = {}): Prepared {
  const digest = digestOf(view);
  return isRevision && told?.digest === digest ? { is: "same" } : { is: "view", view, told: { ...more, digest } };
}

const nothing = ({ isRevision }: ToPrepare): Prepared =>
  isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };

/** How draws are told: in the site's channel, and to single people about their own. */
export function drawKinds({ store, roster, desk, reading }: KindDeps): readonly NoticeKind[] {
  async function listed(draw: Draw, { count }: Post, delivery: ToPrepare): Promise<Prepared> {
    const { people } = await desk.peopleIn(draw);
    const { closed } = draw;
    if (closed?.revision === count && draw.state !== "open") {
      const view = closedPost(draw, people, await reading.manifestOf(draw));
      return saying(view, delivery, { hash: closed.manifestHash });
    }
    const hash = delivery.told?.hash;
    if (typeof hash !== "string") return nothing(delivery);
    return saying(replacedPost(draw, people, { revision: count, hash }), delivery, { hash });
  }

  function opened(draw: Draw, { count }: Post, delivery: ToPrepare): Prepared {
    const commitment = draw.source.is === "commit-reveal" ? draw.source.commitment : "";
    if (count === draw.reopened) return saying(openPost(draw), delivery, { commitment });
    const known = delivery.told?.commitment;
    if (typeof known !== "string") return nothing(delivery);
    return saying(openReplacedPost(draw, known), delivery, { commitment: known });
  }

  async function putOff(draw: Draw, { count }: Post, delivery: ToPrepare): Promise<Prepared> {
    const known = delivery.told?.until;
    const until = typeof known === "string" ? new Date(known) : draw.closesAt;
    const isPast = typeof known !== "string" && draw.putOff !== count;
    return isPast
      ? nothing(delivery)
      : saying(putOffPost(draw, count, until), delivery, { until: until.toISOString() });
  }

  async function resulting(draw: Draw, delivery: ToPrepare): Promise<Prepared> {
    const [files, { people, prizes }] = await Promise.all([reading.filesOf(draw), desk.peopleIn(draw)]);
    if (files === undefined) return nothing(delivery);
    const pseudonyms = await reading.pseudonymsOf(draw, prizes);
    return saying(resultPost({ draw, prizes, people, pseudonyms }, files), delivery);
  }

  async function posted(delivery: ToPrepare): Promise<Prepared> {
    const post = readPost(delivery.period);
    const draw = await store.draw(post.draw);
    if (draw === undefined) return nothing(delivery);
    switch (post.stage) {
      case "open":
        return opened(draw, post, delivery);
      case "put-off":
        return putOff(draw, post, delivery);
      case "closed":
        return listed(draw, post, delivery);
      case "cancelling":
        return saying(cancellingPost(draw, (await desk.peopleIn(draw)).people, post.count), delivery);
      case "result":
        return resulting(draw, delivery);
      case "cancelled":
        return saying(cancelledPost(draw, (await desk.peopleIn(draw)).people), delivery);
    }
  }

  const inChannel: NoticeKind = {
    name: kindNames.post,
    label: postWords.label,
    isMandatory: false,
    isTimeless: true,
    async recipients({ site: id }) {
      const site = await roster.site(id);
      const name = site && channelFor(site, "draws");
      return name === undefined ? [] : [{ to: { is: "channel", site: id, name } }];
    },
    prepare: (deliveries) => Promise.all(deliveries.map(posted)),
  };

  /** Lines of the lists that stand, each list read once. */
  function lines() {
    const all = new Map<
      string,
      Promise<{ readonly draw: Draw; readonly of: ReadonlyMap<PersonId, Line> } | undefined>
    >();
    const read = async (period: string) => {
      const { draw: id, count } = readPersonal(period);
      const draw = await store.draw(id);
      // Another list has come in its place, and is told by itself.
      return draw?.closed?.revision === count ? { draw, of: await reading.linesOf(draw) } : undefined;
    };
    return (period: string) => {
      const known = all.get(period) ?? read(period);
      all.set(period, known);
      return known;
    };
  }

  const ownLine: NoticeKind = {
    name: kindNames.line,
    label: toldWords.lineLabel,
    isMandatory: false,
    isTimeless: true,
    roles,
    async recipients({ period }) {
      const found = await lines()(period);
      if (found === undefined) return [];
      const entries = await store.entriesOf(found.draw.id);
      const entered = entries.flatMap(({ person, entered: isIn }) => (isIn ? [person] : []));
      return [...new Set([...found.of.keys(), ...entered])].map((id) => ({ to: { is: "person", id } }));
    },
    async prepare(deliveries, now) {
      const listOf = lines();
      return Promise.all(
        deliveries.map(async (delivery): Promise<Prepared> => {
          const found = await listOf(delivery.period);
          if (found === undefined || delivery.to.is !== "person") return nothing(delivery);
          const line = found.of.get(delivery.to.id);
          if (line !== undefined) return saying(lineView(found.draw, line), delivery);
          // Whoever entered and is not in the list hears why while there is time to challenge it.
          const chance = await reading.chanceOf(found.draw, delivery.to.id, now);
          return saying(ownLineView({ draw: found.draw, chance }), delivery);
        }),
      );
    },
  };

  async function place(period: string) {
    const { draw: id, count, isReminder } = readPersonal(period);
    const draw = await store.draw(id);
    const prize = draw && (await store.prizesOf(id)).find(({ rank }) => rank === count);
    return draw === undefined || prize === undefined ? undefined : { draw, prize, isReminder };
  }

  const prize: NoticeKind = {
    name: kindNames.prize,
    label: toldWords.prizeLabel,
    isMandatory: true,
    isTimeless: true,
    async recipients({ period, at }) {
      const found = await place(period);
      if (found === undefined) return [];
      const { draw, prize: won } = found;
      const [site, people] = await Promise.all([roster.site(draw.site), roster.everybody()]);
      // What somebody who has left won goes on, and nobody tells them of it.
      const winner = people.find(({ id }) => id === won.person);
      const isTold = site !== undefined && winner !== undefined && isHere(winner, dayAt(at, site.zone));
      return isTold ? [{ to: { is: "person", id: winner.id } }] : [];
    },
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(async (delivery): Promise<Prepared> => {
          const found = await place(delivery.period);
          const isSettled = found?.isReminder === true && found.prize.state !== "offered" && !delivery.isRevision;
          if (found === undefined || isSettled) return nothing(delivery);
          return saying(prizeView(found.draw, found.prize, found.isReminder), delivery);
        }),
      ),
  };

  return [inChannel, ownLine, prize, waitingKind({ store, roster, desk })];
}
