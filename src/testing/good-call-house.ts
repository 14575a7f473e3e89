import type { Place } from "../chat/ask.ts";
import { spoken } from "../chat/view.ts";
import { type GoodCallsConfig, goodCallCommands, goodCalls, goodCallsConfig } from "../features/good-calls/index.ts";
import type { Body, Recipient, Touched } from "../features/notices/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day, type LocalDate } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { goodCallsInMemory, type KnownContact } from "./good-call-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

/** A call of Ana's on Friday 6 March at eleven, of five minutes and twenty seconds. */
const aCall = (but: Partial<KnownContact> = {}): KnownContact => ({
  source: "acd",
  sourceId: "call-1001",
  agent: anId(1),
  startedAt: new Date("2026-03-06T11:00:00Z"),
  queue: "Billing",
  project: "care",
  handleS: 320,
  ...but,
});

const unanswered = (): KnownContact => {
  const { agent: _, ...rest } = aCall({ sourceId: "call-0" });
  return rest;
};

export type GoodCallHouse = {
  readonly contacts?: readonly KnownContact[];
  readonly rules?: Partial<GoodCallsConfig>;
  readonly channels?: Readonly<Record<string, string>>;
  readonly baseUrl?: string;
  /** Ana's last day. */
  readonly leftOn?: LocalDate;
};

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, an agent whom Lee leads; Bo, Cleo, Dan and Eve, agents of the other team; Sam, the
 * supervisor; Aud, the auditor; Ida, the admin; Gus, who has left; Max, an agent in York. Ana has the calls 1001 and 1002, Bo the call 2001,
 * two systems know the call 77, Gus had the call 8001, and nobody answered call-0.
 */
export function goodCallHouse(locale: Locale, but: GoodCallHouse = {}) {
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
    one(1, "Ana Diaz", but.leftOn === undefined ? {} : { leftOn: but.leftOn }),
    one(2, "Bo Lund", south),
    one(3, "Cleo Roy", south),
    one(4, "Dan Ode", south),
    one(5, "Eve Poe", south),
    one(6, "Lee Wong", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(7, "Sam Reid", { roles: ["supervisor"], assignments: [] }),
    one(8, "Aud Moss", { roles: ["auditor"], assignments: [] }),
    one(9, "Gus Hill", { leftOn: day("2026-03-07") }),
    one(10, "Max York", { site: "york", assignments: [] }),
    one(11, "Ida Kent", { roles: ["admin"], assignments: [] }),
  ];
  const site = aSite({ locale, channels: but.channels ?? { general: "floor" } });
  const made = testPeople({
    roster: {
      sites: [site, aSite({ id: "york", name: "York", locale })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" })],
      people,
    },
    clock,
    platform,
  });
  const store = goodCallsInMemory({
    contacts: but.contacts ?? [
      aCall(),
      aCall({ sourceId: "call-1002", queue: "Repairs" }),
      aCall({ sourceId: "call-2001", agent: anId(2) }),
      aCall({ sourceId: "77", agent: anId(2), queue: "Sales" }),
      aCall({ source: "chat", sourceId: "77" }),
      aCall({ sourceId: "call-8001", agent: anId(9) }),
      unanswered(),
    ],
  });
  const config: GoodCallsConfig = { ...goodCallsConfig.parse({}), ...but.rules };
  const { baseUrl } = but;
  let ids = 600;
  let tokens = 0;
  const door = goodCalls({
    store,
    roster: made.store,
    audit: made.audit,
    rules: async () => config,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    newToken: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
    ...(baseUrl === undefined ? {} : { baseUrl: () => baseUrl }),
  });
  const declared = goodCallCommands({ goodCalls: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });

  type Posted = {
    readonly kind: string;
    readonly period: string;
    readonly to: Recipient;
    readonly place: Place;
    readonly message: string;
    told: Body;
  };
  const posted: Posted[] = [];
  let told = 0;

  const placeOf = (to: Recipient): Place | undefined => {
    if (to.is === "channel") return { platform: "slack", workspace: "w1", id: to.name, kind: "channel" };
    const account = people.find(({ id }) => id === to.id)?.accounts[0];
    return account && platform.directOf(account);
  };

  const prepare = async (kind: string, period: string, to: Recipient, before?: Body) => {
    const delivery = aDelivery({ kind, period, to, isRevision: before !== undefined });
    const [prepared] =
      (await door.kinds
        .find(({ name }) => name === kind)
        ?.prepare([before === undefined ? delivery : { ...delivery, told: before }], clock.now())) ?? [];
    return prepared?.is === "view" ? prepared : undefined;
  };

  async function revises({ kind, period }: Touched) {
    for (const one of posted.filter((other) => other.kind === kind && other.period === period)) {
      const prepared = await prepare(kind, one.period, one.to, one.told);
      if (prepared === undefined) continue;
      one.told = prepared.told;
      await platform.revise(one, spoken(prepared.view, { locale, zone: site.zone }));
    }
  }

  async function posts(kind: string, period: string, at: Date) {
    const notice = { kind, site: site.id, period, at, body: {} };
    for (const { to } of (await door.kinds.find(({ name }) => name === kind)?.recipients(notice)) ?? []) {
      const [place, prepared] = [placeOf(to), await prepare(kind, period, to)];
      if (place === undefined || prepared === undefined) continue;
      const { message } = await platform.post(place, spoken(prepared.view, { locale, zone: site.zone }));
      posted.push({ kind, period, to, place, message, told: prepared.told });
    }
  }

  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    audited: made.audited,
    roster: made.store,
    site,
    store,
    goodCalls: door,
    /** Does with what was announced what the courier does: posts it to each recipient, and revises it after. */
    async delivers() {
      for (const entry of store.outbox.slice(told)) {
        told += 1;
        if (entry.is === "notice") await posts(entry.notice.kind, entry.notice.period, entry.notice.at);
        else await revises(entry.touched);
      }
    },
    /** The kinds of messages that were posted, with where each went. */
    posted: () => posted.map(({ kind, place }) => `${kind} → ${place.id}`),
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
