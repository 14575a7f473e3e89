import { plainView } from "../chat/plain.ts";
import { spoken } from "../chat/view.ts";
import {
  type CelebrationsConfig,
  celebrationCommands,
  celebrations,
  celebrationsConfig,
} from "../features/celebrations/index.ts";
import { type Body, type Notice, type Recipient, recipientText, type Touched } from "../features/notices/index.ts";
import type { Birthday, Person, Site, Team } from "../features/people/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day, dayAt, instantAt } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { celebrationsInMemory } from "./celebration-store.ts";
import { conversation, testClock } from "./conversation.ts";
import { aDelivery } from "./deliveries.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

export type CelebrationHouse = {
  readonly rules?: Partial<CelebrationsConfig>;
  readonly birthdays?: readonly Birthday[];
  /** In place of, or beside, the usual people by their ids. */
  readonly people?: readonly Person[];
  readonly site?: Partial<Site>;
  readonly teams?: readonly Team[];
};

/** A delivery that the house keeps: what stands of it, or that it waits. */
type Kept = {
  readonly kind: string;
  readonly period: string;
  readonly to: Recipient;
  readonly state: "waiting" | "sent" | "skipped";
  readonly told?: Body;
  readonly message?: string;
  readonly text?: string;
};

const usualPeople = (locale: Locale): readonly Person[] => {
  const one = (id: number, name: string, more: Partial<Person> = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `10${String(id).padStart(2, "0")}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const inTeam = (team: string, seat: "member" | "lead" = "member") => ({
    assignments: [anAssignment({ team, seat })],
  });
  return [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund"),
    one(3, "Lee Wong", { roles: ["lead"], ...inTeam("north", "lead") }),
    one(4, "Sam Reid", { roles: ["supervisor"], assignments: [] }),
    one(5, "Dee Fox", inTeam("south")),
    one(6, "Eli Kay", inTeam("south")),
    one(7, "Max York", { roles: ["supervisor"], site: "york", assignments: [] }),
  ];
};

/**
 * Leeds on Monday 9 March 2026 at nine: Ana and Bo in North, whom Lee leads; Dee and Eli in South; Sam the supervisor;
 * Max supervises York. North has a channel of its own, South has none.
 */
export function celebrationHouse(locale: Locale = "en", but: CelebrationHouse = {}) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const own = but.people ?? [];
  const people = [...usualPeople(locale).filter(({ id }) => own.every((one) => one.id !== id)), ...own];
  const site = aSite({ locale, channels: { general: "leeds", celebrations: "leeds-party" }, ...but.site });
  const made = testPeople({
    roster: {
      sites: [site, aSite({ id: "york", name: "York", locale })],
      teams: but.teams ?? [aTeam({ channel: "north" }), aTeam({ id: "south", name: "South" })],
      people,
      birthdays: but.birthdays ?? [],
    },
    clock,
    platform,
  });
  const store = celebrationsInMemory(made.store);
  const config = celebrationsConfig.parse(but.rules ?? {});
  let ids = 600;
  const door = celebrations({
    store,
    roster: made.store,
    rules: async () => config,
    audit: made.audit,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
  });
  const declared = celebrationCommands({ celebrations: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const kept = new Map<string, Kept>();
  let later: readonly Notice[] = [];

  const kindOf = (name: string) => {
    const kind = door.kinds.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`no kind ${name}`);
    return kind;
  };
  const placeOf = (to: Recipient) => {
    if (to.is === "channel") return { platform: "slack", workspace: "w1", id: to.name, kind: "channel" as const };
    const account = people.find(({ id }) => id === to.id)?.accounts[0];
    if (account === undefined) throw new Error(`nobody to tell: ${to.id}`);
    return platform.directOf(account);
  };
  const readerOf = (to: Recipient) => {
    const person = to.is === "person" ? people.find(({ id }) => id === to.id) : undefined;
    return { locale: person?.locale ?? site.locale, zone: site.zone };
  };

  /** Makes one delivery, for the first time or anew. */
  async function deliver(key: string, one: Omit<Kept, "state"> & { readonly state?: Kept["state"] }) {
    const { kind, period, to, told, message } = one;
    const isRevision = message !== undefined;
    const delivery = { ...aDelivery({ kind, period, to, isRevision }), ...(told === undefined ? {} : { told }) };
    const [prepared] = await kindOf(kind).prepare([delivery], clock.now());
    if (prepared?.is === "wait") return kept.set(key, { kind, period, to, state: "waiting" });
    if (prepared?.is === "skip" && !isRevision) return kept.set(key, { kind, period, to, state: "skipped" });
    if (prepared?.is !== "view") return kept;
    const view = spoken(prepared.view, readerOf(to));
    const place = placeOf(to);
    const id = message ?? (await platform.post(place, view, key)).message;
    if (isRevision) await platform.revise({ place, message: id }, view);
    // What was told has been written down and read again.
    const said = JSON.parse(JSON.stringify(prepared.told)) as Body;
    return kept.set(key, { kind, period, to, state: "sent", told: said, message: id, text: plainView(view) });
  }

  const keyOf = (kind: string, period: string, to: Recipient) => `${kind} ${period} ${recipientText(to)}`;

  async function plan(notice: Notice) {
    for (const { to } of await kindOf(notice.kind).recipients(notice)) {
      const key = keyOf(notice.kind, notice.period, to);
      if (!kept.has(key)) await deliver(key, { kind: notice.kind, period: notice.period, to });
    }
  }

  async function touch(all: readonly Touched[]) {
    for (const { kind, period, to } of all) {
      for (const [key, one] of kept) {
        if (one.kind !== kind || (period ?? one.period) !== one.period || one.state === "skipped") continue;
        if (to === undefined || recipientText(to) === recipientText(one.to)) await deliver(key, one);
      }
    }
  }

  /** Does with what was announced what the ledger and the courier do: each delivery once, and anew when it is touched. */
  async function delivers() {
    const { notices, touched } = store.announced();
    const all = [...later, ...notices];
    const isDue = ({ at, dueAt = at }: Notice) => dueAt <= clock.now();
    later = all.filter((notice) => !isDue(notice));
    for (const notice of all.filter(isDue)) await plan(notice);
    await touch(touched);
  }

  return {
    ...declared,
    clock,
    site,
    platform,
    people: made.people,
    roster: made.store,
    store,
    celebrations: door,
    /** What the audit book says. */
    audited: made.audited,
    delivers,
    on: (user: string) => talk.actor(anAccount(user)),
    /** Comes to the hour of a job on a day and does what it announces. */
    async comes(kind: string, on: string, time = "09:00") {
      const found = instantAt(day(on), time, site.zone);
      if (!found.ok) throw new Error(`no ${time} on ${on}`);
      const at = found.value;
      clock.to(at.toISOString());
      if (kind === "birthday-cards") await door.askToSign({ site: site.id, day: day(on), at, due: at });
      else await plan({ kind, site: site.id, period: dayAt(at, site.zone), at, body: {} });
      await delivers();
    },
    /** What stands of a kind of notice: where, and as what text. */
    stands: (kind: string, period?: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        [...kept.values()]
          .filter((one) => one.kind === kind && one.state === "sent" && (period === undefined || one.period === period))
          .map(({ to, text = "" }) => [to.is === "channel" ? `#${to.name}` : nameOf(to.id), text]),
      ),
  };

  function nameOf(id: string): string {
    return people.find((person) => person.id === id)?.name ?? id;
  }
}
