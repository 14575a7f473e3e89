import { createHash } from "node:crypto";
import { type Role, roles } from "../../chat/asker.ts";
import type { View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Notice, NoticeKind, Prepared, Recipient, ToPrepare } from "../notices/index.ts";
import { channelFor } from "../people/index.ts";
import type { SuggestionsDeps } from "./deps.ts";
import { asShown, type Suggestion, standing } from "./domain.ts";
import { kindNames } from "./messages/names.ts";
import { movedName, ownerName, postName, readPeriod } from "./notices.ts";
import { peopleOf } from "./reading.ts";
import { movedView, ownerView, postView } from "./views/told.ts";

type Deps = Pick<SuggestionsDeps, "store" | "roster">;

/** Short, and another whenever anything that is read has changed. */
const digestOf = (view: View): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

/** What one kind says of a suggestion; no view where it has nothing to say for the first time. */
type Told = {
  readonly name: string;
  readonly label: Say;
  readonly roles?: readonly Role[];
  readonly to: (suggestion: Suggestion, notice: Notice) => Promise<readonly Recipient[]>;
  readonly view: (suggestion: Suggestion, delivery: ToPrepare) => Promise<Localised<View> | undefined>;
};

const person = (id: string): Recipient => ({ is: "person", id });

/** How suggestions are told: in the site's channel, to author, voters and followers, and to an owner. */
export function suggestionKinds({ store, roster }: Deps): readonly NoticeKind[] {
  async function prepared(of: Told, delivery: ToPrepare, now: Date): Promise<Prepared> {
    const [suggestion, site] = await Promise.all([
      store.suggestion(readPeriod(delivery.period).id),
      roster.site(delivery.site),
    ]);
    const view = suggestion && site && (await of.view(asShown(suggestion, dayAt(now, site.zone)), delivery));
    if (view === undefined) return delivery.isRevision ? { is: "same" } : { is: "skip", why: "nothing-to-tell" };
    // A clock of no place: what is read differs by the suggestion alone.
    const digest = digestOf(view({ locale: "en", zone: "UTC" }));
    return delivery.isRevision && delivery.told?.digest === digest
      ? { is: "same" }
      : { is: "view", view, told: { digest } };
  }

  const kind = (of: Told): NoticeKind => ({
    name: of.name,
    label: of.label,
    isMandatory: false,
    isTimeless: true,
    ...(of.roles === undefined ? {} : { roles: of.roles }),
    async recipients(notice) {
      const suggestion = await store.suggestion(readPeriod(notice.period).id);
      return suggestion === undefined ? [] : (await of.to(suggestion, notice)).map((to) => ({ to }));
    },
    prepare: (deliveries, now) => Promise.all(deliveries.map((delivery) => prepared(of, delivery, now))),
  });

  return [
    kind({
      name: postName,
      label: kindNames.post,
      async to({ site: id }) {
        const site = await roster.site(id);
        const name = site && channelFor(site, "suggestions");
        return name === undefined ? [] : [{ is: "channel", site: id, name }];
      },
      async view(suggestion, { isRevision }) {
        if (!isRevision && suggestion.state === "withdrawn") return undefined;
        return postView(suggestion, await peopleOf({ roster }, [suggestion]));
      },
    }),
    kind({
      name: movedName,
      label: kindNames.moved,
      roles,
      async to({ id, author, followers, steps }) {
        const all = new Set([...(author === undefined ? [] : [author]), ...(await store.voters(id)), ...followers]);
        const mover = steps.at(-1)?.by;
        return [...all].filter((one) => one !== mover).map(person);
      },
      async view(suggestion, { period, isRevision }) {
        const { state } = readPeriod(period);
        if (state === undefined) return undefined;
        const stands = standing(suggestion.steps).some(({ to }) => to === state);
        return stands || isRevision ? movedView(suggestion, state) : undefined;
      },
    }),
    kind({
      name: ownerName,
      label: kindNames.owner,
      roles: ["lead", "supervisor", "admin"],
      to: async ({ owner }, { period }) => (owner !== undefined && period.endsWith(`:${owner}`) ? [person(owner)] : []),
      async view(suggestion, { to, isRevision }) {
        if (to.is !== "person" || (!isRevision && suggestion.owner !== to.id)) return undefined;
        return ownerView(suggestion, to.id, await peopleOf({ roster }, [suggestion]));
      },
    }),
  ];
}
