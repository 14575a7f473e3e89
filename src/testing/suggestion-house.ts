import type { Place } from "../chat/ask.ts";
import { spoken } from "../chat/view.ts";
import type { Body, Notice, Recipient, Touched } from "../features/notices/index.ts";
import { recipientText } from "../features/notices/index.ts";
import { suggestionCommands, suggestions, suggestionsConfig } from "../features/suggestions/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { type Announced, suggestionsInMemory } from "./suggestion-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

type House = {
  /** What the site set of its rules. */
  readonly rules?: object;
  readonly channels?: Readonly<Record<string, string>>;
};

type Posted = { readonly message: string; told: Body; readonly place: Place; readonly to: Recipient };

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, Bo, Cy and Dee, agents; Lee, a lead; Sam and Sue, supervisors; Aud, the auditor;
 * Max, an agent of York. Suggestions are shown in #ideas. Codes count up: 0000-0000-0000-0001 and so on.
 */
export function suggestionHouse(locale: Locale, { rules = {}, channels = { suggestions: "ideas" } }: House = {}) {
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
    one(6, "Sam Reid", { roles: ["supervisor"], assignments: [] }),
    one(7, "Sue Kerr", { roles: ["supervisor"], assignments: [] }),
    one(8, "Aud Moss", { roles: ["auditor"], assignments: [] }),
    one(9, "Max York", { site: "york", assignments: [] }),
  ];
  const site = aSite({ locale, channels });
  const made = testPeople({
    roster: { sites: [site, aSite({ id: "york", name: "York", locale })], teams: [aTeam()], people },
    clock,
    platform,
  });
  const store = suggestionsInMemory();
  let ids = 500;
  let drawn = 0;
  const door = suggestions({
    store,
    roster: made.store,
    find: made.people.find,
    rules: async () => suggestionsConfig.parse(rules),
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    random: (bytes) => {
      drawn += 1;
      return Uint8Array.from({ length: bytes }, (_, index) => (index === bytes - 1 ? drawn : 0));
    },
  });
  const declared = suggestionCommands({ suggestions: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, Posted>();
  let heard = 0;

  function placeOf(to: Recipient): Place {
    if (to.is === "channel") return talk.channel(to.name);
    const account = people.find(({ id }) => id === to.id)?.accounts[0];
    if (account === undefined) throw new Error(`nobody to tell: ${to.id}`);
    return platform.directOf(account);
  }

  async function prepare(kind: string, period: string, to: Recipient, before?: Body) {
    const delivery = aDelivery({ kind, period, to, isRevision: before !== undefined });
    const found = door.kinds.find(({ name }) => name === kind);
    const [prepared] = (await found?.prepare([{ ...delivery, ...(before && { told: before }) }], clock.now())) ?? [];
    if (prepared?.is !== "view") return undefined;
    return { said: spoken(prepared.view, { locale, zone: site.zone }), told: prepared.told };
  }

  async function posts(notice: Notice) {
    for (const { to } of (await door.kinds.find(({ name }) => name === notice.kind)?.recipients(notice)) ?? []) {
      const key = `${notice.kind} ${notice.period} ${recipientText(to)}`;
      const prepared = posted.has(key) ? undefined : await prepare(notice.kind, notice.period, to);
      if (prepared === undefined) continue;
      const place = placeOf(to);
      const { message } = await platform.post(place, prepared.said, key);
      posted.set(key, { message, told: prepared.told, place, to });
    }
  }

  async function revises({ kind, period = "" }: Touched) {
    for (const [key, known] of posted) {
      if (!key.startsWith(`${kind} ${period} `)) continue;
      const prepared = await prepare(kind, period, known.to, known.told);
      if (prepared === undefined) continue;
      known.told = prepared.told;
      await platform.revise(known, prepared.said);
    }
  }

  /** What is announced and not due yet. */
  const waiting: Announced[] = [];

  /** Does with what was announced what the courier does: posts it to each recipient once it is due, and revises it after. */
  async function delivers() {
    const entries = store.outbox.slice(heard);
    heard = store.outbox.length;
    for (const entry of [...waiting.splice(0), ...entries]) await dispatches(entry);
  }
  async function dispatches(entry: Announced) {
    const due = "at" in entry ? (entry.dueAt ?? entry.at) : entry.tellAt;
    if (due !== undefined && due > clock.now()) waiting.push(entry);
    else await ("at" in entry ? posts(entry) : revises(entry));
  }

  return {
    clock,
    platform,
    store,
    site,
    roster: made.store,
    audited: made.audited,
    suggestions: door,
    delivers,
    /** What was posted to people and channels, each with its period's state. */
    posted: () => [...posted.keys()].map((key) => key.replace(/ \S*?(:\S+)? /, "$1 → ")),
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
