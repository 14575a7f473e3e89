import { spoken } from "../chat/view.ts";
import { type DutyShift, type DutyStore, duty, dutyCommands, dutyConfig } from "../features/duty/index.ts";
import type { Body, Notice, Recipient, Touched } from "../features/notices/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { dutyInMemory } from "./duty-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

type House = {
  /** What Leeds set of its rules; the weekly rotation of three unless said. */
  readonly rules?: object;
  readonly shifts?: readonly DutyShift[];
  /** Who is on leave on which days. */
  readonly leave?: readonly { readonly person: string; readonly on: string }[];
  /** A store of another kind, for what must hold whatever is beneath. */
  readonly store?: DutyStore;
};

/** By day it is Ana's week, then Bo's, then Cy's, from Monday 9 March 2026 at eight. */
export const weekly = {
  rotations: [
    {
      role: "duty-lead",
      people: ["1001", "1002", "1003"],
      startsOn: "2026-03-09",
      every: 7,
      at: "08:00",
      hours: "08:00-20:00",
    },
  ],
};

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, Bo and Cy, agents who take turns as duty lead; Dee, an agent who does not;
 * Lee, a lead; Sue, the supervisor; Gus, who left; and Chen of Chengdu.
 */
export function dutyHouse(locale: Locale, { rules = weekly, shifts = [], leave = [], store: given }: House = {}) {
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
    one(5, "Lee Wong", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(6, "Gus Ray", { leftOn: day("2026-02-27") }),
    one(7, "Sue Hall", { roles: ["supervisor"] }),
    one(8, "Chen Wei", { site: "chengdu" }),
  ];
  const site = aSite({ locale });
  const sites = [site, aSite({ id: "chengdu", name: "Chengdu", zone: "Asia/Shanghai", locale })];
  const made = testPeople({ roster: { sites, teams: [aTeam()], people }, clock, platform });
  const memory = dutyInMemory({ shifts, people });
  const store = given ?? memory;
  let ids = 500;
  const door = duty({
    store,
    roster: made.store,
    find: made.people.find,
    rules: async (id) => dutyConfig.parse(id === site.id ? rules : {}),
    onLeave: async (days) =>
      days.map(({ person, on }) => leave.some((away) => away.person === person && away.on === on)),
    audit: made.audit,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const declared = dutyCommands({ duty: door, roster: made.store });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, { readonly message: string; readonly told: Body }>();
  let heard = 0;

  async function tells(notice: Notice | Touched, to: Recipient, body: Body) {
    const account = to.is === "person" ? people.find(({ id }) => id === to.id)?.accounts[0] : undefined;
    if (to.is !== "person" || account === undefined) throw new Error("nobody to tell");
    const kind = door.kinds.find(({ name }) => name === notice.kind);
    const key = `${notice.kind} ${notice.period} ${to.id}`;
    const before = posted.get(key);
    const delivery = aDelivery({
      kind: notice.kind,
      period: notice.period ?? "",
      to,
      body,
      isRevision: before !== undefined,
    });
    const [prepared] =
      (await kind?.prepare([{ ...delivery, ...(before && { told: before.told }) }], clock.now())) ?? [];
    if (prepared?.is !== "view") return;
    const said = spoken(prepared.view, { locale, zone: site.zone });
    const place = platform.directOf(account);
    const message = before?.message ?? (await platform.post(place, said, key)).message;
    if (before !== undefined) await platform.revise({ place, message }, said);
    posted.set(key, { message, told: prepared.told });
  }

  /** Does with what was announced what the courier does: posts it to each recipient once, and revises it after. */
  async function delivers() {
    for (const notice of memory.outbox.slice(heard)) {
      const kind = door.kinds.find(({ name }) => name === notice.kind);
      if ("at" in notice)
        for (const { to, body = {} } of (await kind?.recipients(notice)) ?? []) await tells(notice, to, body);
      else
        for (const key of [...posted.keys()].filter((one) => one.startsWith(`${notice.kind} ${notice.period} `)))
          await tells(notice, { is: "person", id: key.split(" ")[2] ?? "" }, {});
    }
    heard = memory.outbox.length;
  }

  return {
    clock,
    platform,
    store: memory,
    site,
    sites,
    people,
    duty: door,
    audited: made.audited,
    delivers,
    on: (user: string) => talk.actor(anAccount(user)),
    /** Who may do what as the front door is told. */
    who: (id: number) => ({
      person: anId(id),
      site: site.id,
      zone: site.zone,
      roles: people.find((person) => person.id === anId(id))?.roles ?? [],
    }),
  };
}
