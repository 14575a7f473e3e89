import { spoken } from "../chat/view.ts";
import { type AwardStore, awardCommands, awards, awardsConfig, awardsInBulletin } from "../features/awards/index.ts";
import type { Body, Recipient } from "../features/notices/index.ts";
import type { Person, Staff } from "../features/people/index.ts";
import type { ScoreChange, Standing, Standings } from "../features/scores/index.ts";
import type { Locale } from "../kernel/locale.ts";
import type { LocalDate } from "../kernel/time.ts";
import { awardsInMemory } from "./award-store.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

/** What somebody, or a team, came to: points give or take half an interval. */
export type Result = {
  /** A person by the number of their id, or a team by its own. */
  readonly of: number | string;
  readonly points: number;
  readonly half?: number;
  readonly n?: number;
  readonly value?: number;
  /** Of earlier days. */
  readonly before?: number;
};

export type AwardHouse = {
  readonly channels?: Readonly<Record<string, string>>;
  /** `awards` as `fairline.yaml` has it; without it, the usual rules. */
  readonly config?: unknown;
  readonly store?: AwardStore & Partial<ReturnType<typeof awardsInMemory>>;
};

const summary = ({ points, half = 1, n = 40, value }: Omit<Result, "of">) => ({
  points,
  n,
  standing: "firm" as const,
  interval: { low: points - half, high: points + half },
  atTarget: 80,
  ...(value === undefined ? {} : { value }),
});

const standingOf = <S>(of: S, { before, ...result }: Result): Standing<S> => ({
  ...summary(result),
  of,
  ...(before === undefined ? {} : { before: summary({ ...result, points: before }) }),
});

/** The people of Leeds and York; see the house. */
export function awardPeople(locale: Locale): readonly Person[] {
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `10${String(id).padStart(2, "0")}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const inSouth = { assignments: [anAssignment({ team: "south" })] };
  const none = { assignments: [] };
  return [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund"),
    one(3, "Cy Park"),
    one(4, "Dee Fox", inSouth),
    one(5, "Eli Kay", inSouth),
    one(6, "Fay Orr", inSouth),
    one(11, "Lee Wong", { roles: ["lead", "agent"], assignments: [anAssignment({ seat: "lead" })] }),
    one(12, "Dev Rao", { assignments: [anAssignment({ seat: "deputy" })] }),
    one(13, "Sue Chan", { roles: ["lead"], assignments: [anAssignment({ team: "south", seat: "lead" })] }),
    one(14, "Sam Reid", { roles: ["supervisor"], ...none }),
    one(15, "Ada Min", { roles: ["admin"], ...none }),
    one(16, "Aud Lee", { roles: ["auditor"], ...none }),
    one(17, "Max York", { roles: ["supervisor"], site: "york", ...none }),
  ];
}

/**
 * Leeds on Monday 9 March 2026 at half past nine: Ana, Bo and Cy in North, which Lee leads with Dev as deputy; Dee, Eli
 * and Fay in South, which Sue leads; Sam supervises; Ada is the admin, Aud the auditor; Max supervises York.
 */
export function awardHouse(locale: Locale, but: AwardHouse = {}) {
  const clock = testClock("2026-03-09T09:30:00Z");
  const platform = testPlatform();
  const people = awardPeople(locale);
  const site = aSite({ locale, channels: but.channels ?? { awards: "leeds-awards" } });
  const made = testPeople({
    roster: {
      sites: [site, aSite({ id: "york", name: "York", locale })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" })],
      people,
    },
    clock,
    platform,
  });
  const roster = made.store;
  /** By metric, `score` being the whole of it, and by `teams`; of whatever days are asked for. */
  const results: Record<string, readonly Result[]> = {};
  const asked: { readonly from: LocalDate; readonly to: LocalDate }[] = [];
  const standings: Standings = {
    async agents({ id }, { days, metric = "score" }) {
      asked.push(days);
      const staff = await roster.staffOf(id, days.to);
      const of = (result: Result) => staff.find((one) => one.id === anId(Number(result.of)));
      return (results[metric] ?? []).flatMap((one): Standing<Staff>[] => {
        const person = of(one);
        return person === undefined ? [] : [standingOf(person, one)];
      });
    },
    async teams() {
      const teams = await roster.teams();
      return (results.teams ?? []).flatMap((one) => {
        const team = teams.find(({ id }) => id === one.of);
        return team === undefined ? [] : [{ ...standingOf(team, one), people: 3 }];
      });
    },
  };
  const changes: ScoreChange[] = [];
  const memory = awardsInMemory();
  const store = but.store ?? memory;
  let ids = 800;
  const deps = {
    store,
    roster,
    audit: made.audit,
    rules: async () => awardsConfig.parse(but.config ?? {}),
    standings,
    changes: async (id: string, since: Date) => (id === "leeds" ? changes.filter(({ at }) => at > since) : []),
    find: made.people.find,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  };
  const door = awards(deps);
  const declared = awardCommands({ awards: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, { readonly message: string; told: Body; readonly to: Recipient }>();
  let carried = 0;

  const placeOf = (to: Recipient) => {
    const account = people.find(({ id }) => to.is === "person" && to.id === id)?.accounts[0];
    return account === undefined ? talk.channel(to.is === "channel" ? to.name : "nowhere") : platform.directOf(account);
  };

  async function deliver(kind: string, period: string, to: Recipient) {
    const key = `${kind} ${period} ${JSON.stringify(to)}`;
    const before = posted.get(key);
    const delivery = aDelivery({ kind, period, to, isRevision: before !== undefined });
    const one = door.kinds.find(({ name }) => name === kind);
    const told = before === undefined ? {} : { told: JSON.parse(JSON.stringify(before.told)) as Body };
    const [prepared] = (await one?.prepare([{ ...delivery, ...told }], clock.now())) ?? [];
    if (prepared?.is !== "view") return;
    const place = placeOf(to);
    const said = spoken(prepared.view, { locale, zone: site.zone });
    const message = before?.message ?? (await platform.post(place, said, key)).message;
    if (before !== undefined) await platform.revise({ place, message }, said);
    posted.set(key, { message, told: prepared.told, to });
  }

  /** Does with what was announced what the courier does: posts it to each recipient once, and revises what is touched. */
  async function delivers() {
    for (const one of memory.outbox.slice(carried)) {
      carried += 1;
      if (one.is === "notice") {
        const { kind, period } = one.notice;
        const recipients = await door.kinds.find(({ name }) => name === kind)?.recipients(one.notice);
        for (const { to } of recipients ?? []) {
          if (!posted.has(`${kind} ${period} ${JSON.stringify(to)}`)) await deliver(kind, period, to);
        }
      } else {
        const { kind, period = "" } = one.touched;
        const standing = [...posted].filter(([key]) => key.startsWith(`${kind} ${period} `));
        for (const [, { to }] of standing) await deliver(kind, period, to);
      }
    }
  }

  return {
    ...declared,
    clock,
    platform,
    site,
    people: made.people,
    roster,
    audited: made.audited,
    store: memory,
    awards: door,
    inBulletin: awardsInBulletin(deps),
    results,
    asked,
    changes,
    delivers,
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
