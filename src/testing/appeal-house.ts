import type { AccountRef } from "../chat/ask.ts";
import { action, view } from "../chat/command.ts";
import { spoken } from "../chat/view.ts";
import { type AppealConfig, appealCommands, appeals } from "../features/appeals/index.ts";
import { type Evaluation, type EvaluationForm, openEvaluation } from "../features/evaluations/index.ts";
import type { Body } from "../features/notices/index.ts";
import type { Person, PersonId } from "../features/people/index.ts";
import { type Locale, say } from "../kernel/locale.ts";
import { aForm, anEvaluation } from "./appeal-builders.ts";
import { appealsInMemory } from "./appeal-store.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { evaluationsInMemory } from "./evaluation-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

export type AppealHouse = {
  readonly forms?: readonly EvaluationForm[];
  readonly evaluations?: readonly Evaluation[];
  readonly config?: Partial<AppealConfig>;
  /** Accounts on a real platform, by the first name in capitals. */
  readonly accounts?: Readonly<Record<string, AccountRef>>;
};

/**
 * Leeds on Tuesday 10 March 2026 at nine: Ana, an agent whom Lea leads, with Dev as her deputy; Ben, an agent beside
 * her; Quinn and Kim of quality, of whom Quinn scored Ana's call; Sam, the supervisor; Ada, the admin; Max of York.
 * Everybody's account is their first name in capitals.
 */
export function appealHouse(locale: Locale, but: AppealHouse = {}) {
  const clock = testClock("2026-03-10T09:00:00Z");
  const platform = testPlatform();
  const none = { assignments: [] };
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) => {
    const user = name.split(" ")[0]?.toUpperCase() ?? name;
    const account = but.accounts?.[user] ?? anAccount(user);
    return aPerson({ id: anId(id), employeeNo: `${1000 + id}`, name, locale, accounts: [account], ...more });
  };
  const people = [
    one(1, "Ana Diaz"),
    one(2, "Ben Okri"),
    one(3, "Lea Holt", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(4, "Dev Rao", { assignments: [anAssignment({ seat: "deputy" })] }),
    one(5, "Quinn Ash", { roles: ["qa"], ...none }),
    one(6, "Kim Sun", { roles: ["qa"], ...none }),
    one(7, "Sam Reid", { roles: ["supervisor"], ...none }),
    one(8, "Ada Chen", { roles: ["admin"], ...none }),
    one(9, "Max York", { roles: ["supervisor"], site: "york", ...none }),
  ];
  const site = aSite({ locale });
  const made = testPeople({
    roster: { sites: [site, aSite({ id: "york", name: "York", locale })], teams: [aTeam()], people },
    clock,
    platform,
  });
  const forms = but.forms ?? [aForm()];
  const shelf = evaluationsInMemory({ forms, evaluations: but.evaluations ?? [anEvaluation()] });
  const store = appealsInMemory(shelf, but.config);
  const away = new Set<PersonId>();
  const changed = new Map<PersonId, Person["roles"]>();
  const roster = {
    ...made.store,
    officersOf: async (...of: Parameters<typeof made.store.officersOf>) =>
      (await made.store.officersOf(...of)).map((person) => ({
        ...person,
        roles: changed.get(person.id) ?? person.roles,
      })),
  };
  const restated: string[] = [];
  let ids = 9000;
  const door = appeals({
    store,
    evaluations: shelf,
    roster,
    team: (id) => made.store.team(id),
    audit: { record: async (entry) => void made.audited.push(entry) },
    onLeave: async (days) => days.map(({ person }) => away.has(person)),
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    log: {
      info: () => {},
      warn: () => {},
      error: (context, message) => {
        throw new Error(`${message}: ${JSON.stringify(context)}`);
      },
    },
    restated: (of) => restated.push(of),
  });
  const ofAppeals = appealCommands({ appeals: door, forms: async () => forms });
  /** Evaluations themselves are another feature's. */
  const opened = action({
    ...openEvaluation,
    summary: say({ en: "Evaluation", "zh-CN": "质检评分" }),
    audience: "asker",
    allow: "everyone",
    run: async ({ values }) => view(() => ({ title: `evaluation ${values.evaluation}`, blocks: [] })),
  });
  const declared = { commands: ofAppeals.commands, actions: [...ofAppeals.actions, opened] };
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, { readonly message: string; readonly told: Body }>();

  async function deliver({ kind: name, period, body }: (typeof store.notices)[number]) {
    const kind = door.kinds.find((one) => one.name === name);
    const notice = { kind: name, site: "leeds", period, at: clock.now(), body };
    for (const { to } of (await kind?.recipients(notice)) ?? []) {
      const account = people.find(({ id }) => to.is === "person" && to.id === id)?.accounts[0];
      if (account === undefined) throw new Error(`nobody to tell: ${JSON.stringify(to)}`);
      const key = `${name} ${period} ${account.user}`;
      const before = posted.get(key);
      const delivery = aDelivery({ kind: name, period, to, body, isRevision: before !== undefined });
      const told = before === undefined ? {} : { told: before.told };
      const [prepared] = (await kind?.prepare([{ ...delivery, ...told }], clock.now())) ?? [];
      if (prepared?.is !== "view") continue;
      const said = spoken(prepared.view, { locale, zone: site.zone });
      const place = platform.directOf(account);
      if (before !== undefined) await platform.revise({ place, message: before.message }, said);
      const message = before?.message ?? (await platform.post(place, said, key)).message;
      posted.set(key, { message, told: prepared.told });
    }
  }

  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    roster: made.store,
    shelf,
    store,
    appeals: door,
    /** What the audit book says. */
    audited: made.audited,
    /** Who is on leave; a test adds to it. */
    away,
    /** Gives somebody other roles from now on. */
    becomes: (person: PersonId, roles: Person["roles"]) => void changed.set(person, roles),
    /** The sites whose scores became due because of a correction. */
    restated,
    on: (user: string) => talk.actor(anAccount(user)),
    /** Does what the clock does: warnings, seats that pass on, stages that silence ends. */
    sweeps: () => door.sweep(clock.now()),
    /** Does what the courier does: posts what was announced to each once, and revises it after. */
    async delivers() {
      const all = new Map(store.notices.map((notice) => [`${notice.kind} ${notice.period}`, notice]));
      for (const notice of all.values()) await deliver(notice);
    },
  };
}
