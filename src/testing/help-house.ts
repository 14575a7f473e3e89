import type { Place } from "../chat/ask.ts";
import { spoken } from "../chat/view.ts";
import { type HelpConfig, help, helpCommands, helpConfig, type OnDuty } from "../features/help/index.ts";
import type { Body, Notice, Recipient, Touched } from "../features/notices/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { conversation, testClock } from "./conversation.ts";
import { aDelivery } from "./deliveries.ts";
import { helpInMemory } from "./help-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

export type HelpHouse = {
  readonly rules?: Partial<HelpConfig>;
  /** Dora leads the duty and Finn supports the floor unless said otherwise. */
  readonly duty?: readonly OnDuty[];
  /** Who is on leave. */
  readonly away?: readonly string[];
};

const usualDuty: readonly OnDuty[] = [
  { role: "duty-lead", person: anId(3) },
  { role: "floor-support", person: anId(4) },
];

const dutyNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  "duty-lead": { en: "Duty lead", "zh-CN": "值班长" },
  "floor-support": { en: "Floor support", "zh-CN": "现场支持" },
};

/**
 * Leeds on Monday 9 March 2026 at nine: Ana and Bo, agents whom Lee leads; Dora, the duty lead, and Finn, who supports
 * the floor, both agents of the other team; Cleo, a trainer; Sam, the supervisor; Aud, the auditor; Ida, the admin; Max,
 * a lead in York.
 */
export function helpHouse(locale: Locale, but: HelpHouse = {}) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const south = { assignments: [anAssignment({ team: "south" })] };
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `${1000 + id}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const people = [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund"),
    one(3, "Dora Ode", south),
    one(4, "Finn Poe", south),
    one(5, "Cleo Roy", { roles: ["trainer"], assignments: [] }),
    one(6, "Lee Wong", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(7, "Sam Reid", { roles: ["supervisor"], assignments: [] }),
    one(8, "Aud Moss", { roles: ["auditor"], assignments: [] }),
    one(9, "Gus Hill", { roles: ["lead"], leftOn: day("2026-03-07") }),
    one(10, "Max York", { site: "york", roles: ["lead"], assignments: [] }),
    one(11, "Ida Kent", { roles: ["admin"], assignments: [] }),
  ];
  const site = aSite({ locale, channels: { general: "news", help: "floor" } });
  const made = testPeople({
    roster: {
      sites: [site, aSite({ id: "york", name: "York", locale })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" })],
      people,
    },
    clock,
    platform,
  });
  const store = helpInMemory();
  const config: HelpConfig = { ...helpConfig.parse({}), ...but.rules };
  let duty = but.duty ?? usualDuty;
  let ids = 600;
  const door = help({
    store,
    roster: made.store,
    find: made.people.find,
    rules: async () => config,
    duty: {
      onDuty: async (_, __, role) => duty.filter((span) => role === undefined || span.role === role),
      roleName: (_, role) => (language) => dutyNames[role]?.[language] ?? role,
    },
    onLeave: async (days) => days.map(({ person }) => but.away?.includes(person) ?? false),
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const declared = helpCommands({ help: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });

  type Posted = {
    readonly kind: string;
    readonly period: string;
    readonly to: Recipient;
    readonly place: Place;
    readonly message: string;
    readonly body: Body;
    told: Body;
  };
  const posted: Posted[] = [];
  let announced = 0;

  const kindOf = (name: string) => {
    const kind = door.kinds.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`no kind ${name}`);
    return kind;
  };

  const placeOf = (to: Recipient): Place | undefined => {
    if (to.is === "channel") return { platform: "slack", workspace: "w1", id: to.name, kind: "channel" };
    const account = people.find(({ id }) => id === to.id)?.accounts[0];
    return account && platform.directOf(account);
  };

  const prepare = async (of: Pick<Posted, "kind" | "period" | "to" | "body">, told?: Body) => {
    const { kind, period, to, body } = of;
    const delivery = aDelivery({ kind, period, to, body, isRevision: told !== undefined });
    const [prepared] = await kindOf(kind).prepare([told === undefined ? delivery : { ...delivery, told }], clock.now());
    return prepared?.is === "view" ? prepared : undefined;
  };

  async function revises({ kind, period }: Touched) {
    for (const one of posted.filter((other) => other.kind === kind && other.period === period)) {
      const prepared = await prepare(one, one.told);
      if (prepared === undefined) continue;
      one.told = prepared.told;
      await platform.revise(one, spoken(prepared.view, { locale, zone: site.zone }));
    }
  }

  /** The thread that a message goes into, where its kind hangs under another. */
  function hung(kind: string, period: string, to: Recipient, place: Place): Place {
    const under = kindOf(kind).under?.(aDelivery({ kind, period, to }));
    const parent = posted.find((one) => one.kind === under?.kind && one.period === under.period && one.to.is === to.is);
    return parent === undefined ? place : { ...place, thread: parent.message };
  }

  async function posts(notice: Notice) {
    const { kind, period } = notice;
    for (const { to, body = {} } of await kindOf(kind).recipients(notice)) {
      const isTold = posted.some(
        (one) => one.kind === kind && one.period === period && JSON.stringify(one.to) === JSON.stringify(to),
      );
      const [place, prepared] = [placeOf(to), await prepare({ kind, period, to, body })];
      if (isTold || place === undefined || prepared === undefined) continue;
      const where = hung(kind, period, to, place);
      const { message } = await platform.post(where, spoken(prepared.view, { locale, zone: site.zone }));
      posted.push({ kind, period, to, place: where, message, body, told: prepared.told });
    }
  }

  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    roster: made.store,
    site,
    store,
    rules: config,
    help: door,
    /** Puts others on duty. */
    puts(others: readonly OnDuty[]) {
      duty = others;
    },
    /** Does with what was announced what the courier does: posts it once to each recipient, and revises it after. */
    async delivers() {
      for (const entry of store.outbox.slice(announced)) {
        announced += 1;
        if (entry.is === "notice") await posts(entry.notice);
        else await revises(entry.touched);
      }
    },
    /** What was posted since a count, as kind and place; a thread by its channel. */
    posted: (from = 0) =>
      posted
        .slice(from)
        .map(({ kind, place }) => `${kind} → ${place.id}${place.thread === undefined ? "" : " thread"}`),
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
