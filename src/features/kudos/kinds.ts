import { roles } from "../../chat/asker.ts";
import type { View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { channelFor, type Person } from "../people/index.ts";
import { channelName, type Kudos, thanksName } from "./domain.ts";
import { toldWords as words } from "./messages/told.ts";
import type { KudosRoster, RulesOf } from "./roster.ts";
import { valueName } from "./rules.ts";
import type { KudosStore } from "./store.ts";
import { channelView, type Shown, takenBackView, thanksView } from "./views/told.ts";

type Deps = {
  readonly store: Pick<KudosStore, "kudos">;
  readonly roster: Pick<KudosRoster, "site" | "peopleById">;
  readonly rules: RulesOf;
};

/** How thank-yous are told: in the site's channel for everybody, and quietly to whoever was thanked. */
export function kudosKinds({ store, roster, rules }: Deps): readonly NoticeKind[] {
  async function shown(kudos: Kudos): Promise<Shown | undefined> {
    const [people, { values }] = await Promise.all([
      roster.peopleById([kudos.giver, kudos.receiver]),
      rules(kudos.site),
    ]);
    const called = (id: string): Person | undefined => people.find((person) => person.id === id);
    const [giver, receiver] = [called(kudos.giver), called(kudos.receiver)];
    if (giver === undefined || receiver === undefined) return undefined;
    return { kudos, giver, receiver, value: valueName(values, kudos.value) };
  }

  async function prepared(
    { period, isRevision, told }: ToPrepare,
    viewOf: (shown: Shown) => Localised<View>,
  ): Promise<Prepared> {
    const kudos = await store.kudos(period);
    const isGone = kudos === undefined || kudos.takenBackAt !== undefined;
    if (isRevision) {
      if (!isGone || told?.takenBack === true) return { is: "same" };
      return { is: "view", view: takenBackView, told: { takenBack: true } };
    }
    const all = isGone ? undefined : await shown(kudos);
    if (all === undefined) return { is: "skip", why: "nothing-to-tell" };
    return { is: "view", view: viewOf(all), told: { takenBack: false } };
  }

  const kind = (
    name: string,
    label: Say,
    to: (kudos: Kudos) => Promise<Recipient | undefined>,
    viewOf: (shown: Shown) => Localised<View>,
  ): NoticeKind => ({
    name,
    label,
    isMandatory: false,
    isTimeless: true,
    async recipients({ period }) {
      const kudos = await store.kudos(period);
      const found = kudos && (await to(kudos));
      return found === undefined ? [] : [{ to: found }];
    },
    prepare: (deliveries) => Promise.all(deliveries.map((delivery) => prepared(delivery, viewOf))),
  });

  const inChannel = async ({ site: id }: Kudos): Promise<Recipient | undefined> => {
    const site = await roster.site(id);
    const name = site && channelFor(site, channelName);
    return name === undefined ? undefined : { is: "channel", site: id, name };
  };
  return [
    kind(channelName, words.inChannel, inChannel, channelView),
    {
      ...kind(thanksName, words.toReceiver, async ({ receiver }) => ({ is: "person", id: receiver }), thanksView),
      roles,
    },
  ];
}
