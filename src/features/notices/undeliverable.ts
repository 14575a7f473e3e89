import { note, strong, text, type View } from "../../chat/view.ts";
import { type Localised, say } from "../../kernel/locale.ts";
import { dayAt } from "../../kernel/time.ts";
import { type Person, teamsOf } from "../people/index.ts";
import type { NoticeKind } from "./kind.ts";
import { undeliverableWords as words } from "./messages.ts";
import { recipientOf } from "./notice.ts";
import type { NoticeRoster } from "./readers.ts";

export type OwnersDeps = { readonly roster: NoticeRoster };

/** Who answers for somebody or something that cannot be reached: a person's leads, else the site's admins. */
function ownersOf(lost: Person | undefined, all: readonly Person[], on: Person["hiredOn"] & string): readonly Person[] {
  const teams = lost === undefined ? [] : teamsOf(lost, on, ["member"]);
  const leads = all.filter(
    (one) => one.id !== lost?.id && teamsOf(one, on, ["lead"]).some((team) => teams.includes(team)),
  );
  return leads.length > 0 ? leads : all.filter((one) => one.id !== lost?.id && one.roles.includes("admin"));
}

const view =
  ({ name, platform, reason }: { name: string; platform: string; reason: string }): Localised<View> =>
  ({ locale }) => ({
    title: words.title(name)(locale),
    tone: "attention",
    blocks: [
      text(strong(name), words.lost(platform)(locale)),
      text(words.next(locale)),
      note(words.reason(reason)(locale)),
    ],
  });

/** Tells the owner of a person or a channel, once, that messages do not reach them. */
export const undeliverable = ({ roster }: OwnersDeps): NoticeKind => {
  const lostOf = (body: { readonly to?: unknown }) => recipientOf(String(body.to));
  return {
    name: "undeliverable",
    label: say({ en: "Who cannot be reached", "zh-CN": "无法送达提醒" }),
    isMandatory: true,
    async recipients({ site: id, at, body }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      const on = dayAt(at, site.zone);
      const lost = lostOf(body);
      const [person] = lost.is === "person" ? await roster.peopleById([lost.id]) : [];
      const owners = ownersOf(person, await roster.peopleOf(id, on), on);
      return owners.map((owner) => ({ to: { is: "person", id: owner.id }, body }));
    },
    async prepare(deliveries) {
      const ids = deliveries.map(({ body }) => lostOf(body)).flatMap((lost) => (lost.is === "person" ? [lost.id] : []));
      const people = new Map((await roster.peopleById([...new Set(ids)])).map((one) => [one.id, one.name]));
      return deliveries.map(({ body }) => {
        const lost = lostOf(body);
        const name = lost.is === "person" ? (people.get(lost.id) ?? lost.id) : `#${lost.name.replace(/^#/, "")}`;
        const made = view({ name, platform: String(body.platform), reason: String(body.reason) });
        return { is: "view", view: made, told: {} };
      });
    },
  };
};
