import { spoken } from "../chat/view.ts";
import { type Kudos, kudos, kudosCommands, kudosConfig } from "../features/kudos/index.ts";
import type { Body, Notice, Recipient, Touched } from "../features/notices/index.ts";
import type { Person } from "../features/people/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { kudosInMemory } from "./kudos-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

type House = {
  /** What the site set of its rules. */
  readonly rules?: object;
  readonly channels?: Readonly<Record<string, string>>;
  readonly known?: readonly Kudos[];
  /** Who is there beside them. */
  readonly people?: readonly Person[];
};

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, Bo, Cy and Dee, agents; Lee, their lead; Gus, who left; Max of York.
 * Thank-yous are shown in #thanks.
 */
export function kudosHouse(
  locale: Locale,
  { rules = {}, channels = { kudos: "thanks" }, known = [], people: more = [] }: House = {},
) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `100${id}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const people = [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund"),
    one(3, "Cy Park"),
    one(4, "Dee Fox"),
    one(5, "Lee Wong", { roles: ["lead"] }),
    one(6, "Gus Ray", { leftOn: day("2026-02-27") }),
    one(7, "Max York", { site: "york" }),
    ...more,
  ];
  const site = aSite({ locale, channels });
  const made = testPeople({
    roster: { sites: [site, aSite({ id: "york", name: "York", locale })], teams: [aTeam()], people },
    clock,
    platform,
  });
  const store = kudosInMemory(known);
  let ids = 500;
  const door = kudos({
    store,
    roster: made.store,
    find: made.people.find,
    rules: async () => kudosConfig.parse(rules),
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const declared = kudosCommands({ kudos: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, { readonly message: string; readonly told: Body; readonly to: Recipient }>();
  let heard = 0;

  function placeOf(to: Recipient) {
    if (to.is === "channel") return talk.channel(to.name);
    const account = people.find(({ id }) => id === to.id)?.accounts[0];
    if (account === undefined) throw new Error(`nobody to tell: ${to.id}`);
    return platform.directOf(account);
  }

  async function tells(notice: Notice | Touched, to: Recipient, period: string) {
    const kind = door.kinds.find(({ name }) => name === notice.kind);
    const key = `${notice.kind} ${period}`;
    const before = posted.get(key);
    const delivery = aDelivery({ kind: notice.kind, period, to, isRevision: before !== undefined });
    const [prepared] =
      (await kind?.prepare([{ ...delivery, ...(before && { told: before.told }) }], clock.now())) ?? [];
    if (prepared?.is !== "view") return;
    const said = spoken(prepared.view, { locale, zone: site.zone });
    const place = placeOf(to);
    const message = before?.message ?? (await platform.post(place, said, key)).message;
    if (before !== undefined) await platform.revise({ place, message }, said);
    posted.set(key, { message, told: prepared.told, to });
  }

  /** Does with what was announced what the courier does: posts it to each recipient once, and revises it after. */
  async function delivers() {
    for (const notice of store.outbox.slice(heard)) {
      const { kind: name, period = "" } = notice;
      const kind = door.kinds.find((one) => one.name === name);
      const known = posted.get(`${name} ${period}`);
      const all = "at" in notice ? await kind?.recipients(notice) : known && [{ to: known.to }];
      for (const { to } of all ?? []) await tells(notice, to, period);
    }
    heard = store.outbox.length;
  }

  return {
    clock,
    platform,
    store,
    site,
    roster: made.store,
    kudos: door,
    delivers,
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
