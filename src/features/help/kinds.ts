import { createHash } from "node:crypto";
import type { View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import type { Body, Notice, NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { channelFor } from "../people/index.ts";
import { tellsOf } from "./acting.ts";
import {
  escalationName,
  gapName,
  mineName,
  type Period,
  periodOf,
  requestName,
  saidName,
  talkName,
} from "./announce.ts";
import { channelPurpose } from "./asking.ts";
import type { HelpDeps } from "./deps.ts";
import { type Entry, substitutes } from "./domain.ts";
import { aroundOf } from "./finder.ts";
import { kindNames } from "./messages/names.ts";
import type { reading, Shown } from "./reading.ts";
import { isUnderWay } from "./states.ts";
import { cardView, escalationView } from "./views/card.ts";
import { endedView, ownCallBackView } from "./views/ended.ts";
import { gapView } from "./views/gap.ts";
import { mineView } from "./views/mine.ts";
import { callBackView, lineView, saidView } from "./views/said.ts";

/** Short, and another whenever anything that is read has changed. */
const digestOf = (view: View): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

const persons = (ids: readonly string[]): readonly { readonly to: Recipient }[] =>
  ids.map((id) => ({ to: { is: "person", id } }));

const strings = (value: Body[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** The line of the talk that a message is of. */
function lineOf({ entries }: Shown, of: Period): Entry | undefined {
  if (of.is === "line") return entries.find(({ position }) => position === of.position);
  return of.is === "added" ? entries.find(({ kind, at }) => kind === "added" && at.getTime() === of.ms) : undefined;
}

/** The call that a customer waits for, before whoever makes it and before who promised it. */
function callBackFor(shown: Shown, to: string): Localised<View> | undefined {
  const { state, asker } = shown.request;
  if (state === "cancelled") return undefined;
  return to === asker ? ownCallBackView(shown) : callBackView(shown);
}

/** What one kind says of a request to somebody; nothing where there is nothing to say any more. */
type Told = {
  readonly name: string;
  readonly label: Say;
  readonly recipients: NoticeKind["recipients"];
  readonly under?: NoticeKind["under"];
  readonly view: (shown: Shown, of: Period, delivery: ToPrepare) => Localised<View> | undefined;
};

/** How help is told: to the floor, to those who are asked, to the agent, and of duties that nobody has to admins. */
export function helpKinds(deps: HelpDeps, read: ReturnType<typeof reading>): readonly NoticeKind[] {
  const { store, roster } = deps;

  const requestOf = (period: string) => store.request(periodOf(period).request);
  const named = async ({ body }: Notice) => persons(strings(body.to));

  async function toChannel({ period }: Notice): Promise<readonly { readonly to: Recipient }[]> {
    const request = await requestOf(period);
    const site = request && (await roster.site(request.site));
    const name = site && channelFor(site, channelPurpose);
    return site === undefined || name === undefined ? [] : [{ to: { is: "channel", site: site.id, name } }];
  }

  async function toFloor(notice: Notice): Promise<readonly { readonly to: Recipient }[]> {
    const request = await requestOf(notice.period);
    if (request === undefined) return [];
    const [channel, around] = await Promise.all([toChannel(notice), aroundOf(deps, request, notice.at)]);
    return [...channel, ...persons(tellsOf(around))];
  }

  function prepared(of: Told, delivery: ToPrepare, shown: Shown | undefined): Prepared {
    const nothing: Prepared = delivery.isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
    const view = shown && of.view(shown, periodOf(delivery.period).of, delivery);
    if (view === undefined) return nothing;
    // A clock of no place: what is read differs by the request alone.
    const digest = digestOf(view({ locale: "en", zone: "UTC" }));
    return delivery.isRevision && delivery.told?.digest === digest
      ? { is: "same" }
      : { is: "view", view, told: { digest } };
  }

  const kind = (of: Told): NoticeKind => ({
    name: of.name,
    label: of.label,
    isMandatory: true,
    isTimeless: true,
    isUrgent: true,
    recipients: of.recipients,
    ...(of.under === undefined ? {} : { under: of.under }),
    async prepare(deliveries) {
      const ids = [...new Set(deliveries.map(({ period }) => periodOf(period).request))];
      const requests = await Promise.all(ids.map((id) => store.request(id)));
      const shown = await read.shownOfAll(requests.filter((one) => one !== undefined));
      const known = new Map(shown.map((one) => [one.request.id, one]));
      return deliveries.map((delivery) => prepared(of, delivery, known.get(periodOf(delivery.period).request)));
    },
  });

  const gaps: NoticeKind = {
    name: gapName,
    label: kindNames.gap,
    isMandatory: true,
    roles: ["admin"],
    async recipients({ site: id, body, at }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      const around = await aroundOf(deps, { site: id, asker: "" }, at);
      const admins = around.staff.filter(({ roles }) => roles.includes("admin"));
      return persons(admins.map((one) => one.id)).map((one) => ({ ...one, body }));
    },
    async prepare(deliveries) {
      return Promise.all(
        deliveries.map(async ({ site, body, isRevision }): Promise<Prepared> => {
          const instead = substitutes.find((one) => one === body.instead);
          if (isRevision) return { is: "same" };
          if (instead === undefined) return { is: "skip", why: "nothing-to-tell" };
          const people = await read.peopleOf(strings(body.people));
          const roleName = await read.roleNameAt(site);
          const gap = { role: roleName(String(body.ask)), people: [...people.values()], instead };
          return { is: "view", view: gapView(gap), told: {} };
        }),
      );
    },
  };

  return [
    kind({
      name: requestName,
      label: kindNames.request,
      recipients: toFloor,
      view: (shown, _, { to }) => cardView(shown, to.is === "channel" ? "channel" : "own"),
    }),
    kind({
      name: escalationName,
      label: kindNames.escalation,
      recipients: named,
      view: (shown, of, { isRevision }) => {
        const asked = of.is === "line" ? shown.request.asked[of.position - 1] : undefined;
        if (asked === undefined) return undefined;
        const { state } = shown.request;
        const isWanted = asked.step === 0 ? isUnderWay(state) : state === "open";
        return isWanted || isRevision ? escalationView(shown, asked) : undefined;
      },
    }),
    kind({
      name: mineName,
      label: kindNames.mine,
      recipients: async ({ period }) => {
        const request = await requestOf(period);
        return request === undefined ? [] : persons([request.asker]);
      },
      view: mineView,
    }),
    kind({
      name: saidName,
      label: kindNames.said,
      recipients: named,
      view: (shown, of, { to, isRevision }) => {
        if (isRevision || to.is !== "person") return undefined;
        if (of.is === "call-back") return callBackFor(shown, to.id);
        const line = lineOf(shown, of);
        return line && (endedView(shown, line) ?? saidView(shown, line, to.id));
      },
    }),
    kind({
      name: talkName,
      label: kindNames.talk,
      recipients: toChannel,
      under: ({ period }) => ({ kind: requestName, period: periodOf(period).request }),
      view: (shown, of, { isRevision }) => {
        const line = isRevision ? undefined : lineOf(shown, of);
        return line && lineView(shown, line);
      },
    }),
    gaps,
  ];
}
