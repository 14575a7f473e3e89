import { createHash } from "node:crypto";
import type { View } from "../../chat/view.ts";
import { groupBy } from "../../kernel/group.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import type { NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { channelFor, type Person, type Site, teamsOf } from "../people/index.ts";
import type { GoodCallsDeps } from "./deps.ts";
import type { GoodCall } from "./domain.ts";
import { tellingOf } from "./hiding.ts";
import { kindNames } from "./messages/names.ts";
import { consentName, leadersName, praiseName, voteName } from "./notices.ts";
import type { State } from "./states.ts";
import { consentView } from "./views/consent.ts";
import { leadersView, praiseView } from "./views/praise.ts";
import { voteView } from "./views/vote.ts";

/** Short, and another whenever anything that is read has changed. */
const digestOf = (view: View): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

const toPerson = ({ id }: Person): { readonly to: Recipient } => ({ to: { is: "person", id } });

/** What one kind says of a call, and in which state it is said first. */
type Told = {
  readonly name: string;
  readonly label: Say;
  readonly first: State;
  readonly isMandatory?: true;
  readonly roles?: NoticeKind["roles"];
  readonly to: (call: GoodCall, site: Site, at: Date) => Promise<readonly { readonly to: Recipient }[]>;
  readonly view: (call: GoodCall, agent: Person) => Localised<View> | Promise<Localised<View>>;
};

/** How good calls are told: to everybody who votes, to the agent who is asked, and as praise to all and to leaders. */
export function goodCallKinds({ store, roster }: Pick<GoodCallsDeps, "store" | "roster">): readonly NoticeKind[] {
  const toChannel: Told["to"] = async (_, site) => {
    const name = channelFor(site, "goodCalls");
    return name === undefined ? [] : [{ to: { is: "channel", site: site.id, name } }];
  };

  /** Whoever leads the agent, and the supervisors of their site. */
  const toLeaders: Told["to"] = async (call, site, at) => {
    const on = dayAt(at, site.zone);
    const [agent, officers] = await Promise.all([roster.personById(call.agent), roster.officersOf(site.id, on)]);
    const teams = agent === undefined ? [] : teamsOf(agent, on);
    const leads = (one: Person) => teamsOf(one, on, ["lead"]).some((team) => teams.includes(team));
    return officers
      .filter((one) => one.id !== call.agent && (one.roles.includes("supervisor") || leads(one)))
      .map(toPerson);
  };

  const blindView: Told["view"] = async (call, agent) => {
    const [nominator, teams] = await Promise.all([roster.personById(call.nominator), roster.teams()]);
    const people = nominator === undefined ? [agent] : [agent, nominator];
    const ofSite = teams.filter(({ site }) => site === call.site);
    return voteView(call, tellingOf(people, ofSite));
  };

  async function prepared(of: Told, delivery: ToPrepare, call: GoodCall | undefined): Promise<Prepared> {
    const agent = call && (await roster.personById(call.agent));
    const nothing: Prepared = delivery.isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
    if (call === undefined || agent === undefined) return nothing;
    if (!delivery.isRevision && call.state !== of.first) return nothing;
    const view = await of.view(call, agent);
    // A clock of no place: what is read differs by the call alone.
    const digest = digestOf(view({ locale: "en", zone: "UTC" }));
    return delivery.isRevision && delivery.told?.digest === digest
      ? { is: "same" }
      : { is: "view", view, told: { digest } };
  }

  const kind = (of: Told): NoticeKind => ({
    name: of.name,
    label: of.label,
    isMandatory: of.isMandatory ?? false,
    isTimeless: true,
    ...(of.roles === undefined ? {} : { roles: of.roles }),
    async recipients({ period, at }) {
      const call = await store.goodCall(period);
      const site = call && (await roster.site(call.site));
      return call === undefined || site === undefined ? [] : of.to(call, site, at);
    },
    async prepare(deliveries) {
      const calls = [...groupBy(deliveries, ({ period }) => period).keys()];
      const known = new Map(await Promise.all(calls.map(async (id) => [id, await store.goodCall(id)] as const)));
      return Promise.all(deliveries.map((delivery) => prepared(of, delivery, known.get(delivery.period))));
    },
  });

  return [
    kind({ name: voteName, label: kindNames.vote, first: "voting", to: toChannel, view: blindView }),
    kind({
      name: consentName,
      label: kindNames.consent,
      first: "consent",
      isMandatory: true,
      to: async ({ agent }) => [{ to: { is: "person", id: agent } }],
      view: (call) => consentView(call),
    }),
    kind({ name: praiseName, label: kindNames.praise, first: "accepted", to: toChannel, view: praiseView }),
    kind({
      name: leadersName,
      label: kindNames.leaders,
      first: "accepted",
      roles: ["lead", "supervisor"],
      to: toLeaders,
      view: leadersView,
    }),
  ];
}
