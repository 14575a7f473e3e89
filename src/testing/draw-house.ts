import type { AccountRef } from "../chat/ask.ts";
import { spoken, type View } from "../chat/view.ts";
import { type DrawsConfig, drawCommands, draws, drawsConfig, eligibility } from "../features/draws/index.ts";
import { type Body, type Notice, recipientText } from "../features/notices/index.ts";
import type { Site } from "../features/people/index.ts";
import type { Locale } from "../kernel/locale.ts";
import { day, type LocalDate } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { drawsInMemory } from "./draw-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

export type DrawHouse = {
  readonly rules?: Partial<DrawsConfig>;
  /** Last month's scores by the number of the agent, each from twenty results. */
  readonly points?: Readonly<Record<number, number>>;
  /** Who leaves at the end of which day, by the number of the person. */
  readonly leaves?: Readonly<Record<number, LocalDate>>;
};

type Posted = { readonly message: string; readonly told: Body; readonly notice: Notice };

/** The channel in which draws are posted. */
const drawChannel = { platform: "slack", workspace: "w1", id: "leeds-draws", kind: "channel" } as const;

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, Bo, Cy and Di, agents; Ada and Ben, the admins; Sam, the supervisor; Aud,
 * the auditor; Gus, who leaves on Tuesday; Max, an admin of York. Ana has an account on Discord as well.
 */
export function drawHouse(locale: Locale, but: DrawHouse = {}) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const points = { 1: 95, 2: 91, 3: 88, 4: 97, ...but.points };
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `10${String(id).padStart(2, "0")}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      assignments: more.roles === undefined ? [anAssignment()] : [],
      ...more,
    });
  const people = [
    one(1, "Ana Diaz", { accounts: [anAccount("ANA"), anAccount("ANA-D", "discord")] }),
    one(2, "Bo Lund"),
    one(3, "Cy Park"),
    one(4, "Di Mora"),
    one(5, "Ada Chen", { roles: ["admin"] }),
    one(6, "Ben Ito", { roles: ["admin"] }),
    one(7, "Sam Reid", { roles: ["supervisor"] }),
    one(8, "Aud Lee", { roles: ["auditor"] }),
    one(9, "Gus Ray", { leftOn: day("2026-03-10") }),
    one(10, "Max York", { roles: ["admin"], site: "york" }),
  ].map((person) => {
    const [, leftOn] = Object.entries(but.leaves ?? {}).find(([id]) => anId(Number(id)) === person.id) ?? [];
    return leftOn === undefined ? person : { ...person, leftOn };
  });
  const site: Site = aSite({ locale, channels: { draws: drawChannel.id } });
  const made = testPeople({
    roster: { sites: [site, aSite({ id: "york", name: "York", locale })], teams: [], people },
    clock,
    platform,
  });
  const store = drawsInMemory();
  const roster = made.store;
  const standingsRead: string[] = [];
  let ids = 700;
  let bytes = 0;
  const door = draws({
    store,
    roster,
    audit: made.audit,
    eligible: eligibility({
      roster,
      store,
      standings: {
        agents: async (_, { days, metric = "score" }) => {
          standingsRead.push(`${metric} from ${days.from}`);
          return (await roster.staffOf(site.id, day("2026-03-09"))).flatMap((of) => {
            const own = Object.entries(points).find(([id]) => anId(Number(id)) === of.id)?.[1];
            return own === undefined ? [] : [{ of, points: own, n: 20, standing: "firm" as const, atTarget: 100 }];
          });
        },
      },
      awards: async () => [],
      kudos: async () => new Map(),
    }),
    rules: async () => drawsConfig.parse(but.rules ?? {}),
    beacon: async () => undefined,
    isSent: async () => true,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    random: (length) => {
      bytes += 1;
      return Buffer.alloc(length, bytes);
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const declared = drawCommands({ draws: door });
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, Posted>();
  let [sent, revised] = [0, 0];
  const waiting = new Set<Notice>();

  async function prepared(notice: Notice, to: Parameters<typeof recipientText>[0], before: Posted | undefined) {
    const kind = door.kinds.find(({ name }) => name === notice.kind);
    const { kind: name, period } = notice;
    const delivery = aDelivery({ kind: name, period, to, isRevision: before !== undefined });
    const told = before === undefined ? {} : { told: before.told };
    const [made] = (await kind?.prepare([{ ...delivery, ...told }], clock.now())) ?? [];
    return made?.is === "view" ? made : undefined;
  }

  async function tells(notice: Notice, only?: string) {
    const kind = door.kinds.find(({ name }) => name === notice.kind);
    for (const { to } of (await kind?.recipients(notice)) ?? []) {
      const key = `${notice.kind} ${notice.period} ${recipientText(to)}`;
      const before = posted.get(key);
      if ((before === undefined) !== (only === undefined)) continue;
      const view = await prepared(notice, to, before);
      if (view === undefined) continue;
      const account = people.find(({ id }) => to.is === "person" && to.id === id)?.accounts[0];
      const place = account === undefined ? drawChannel : platform.directOf(account);
      const said = spoken(view.view, { locale, zone: site.zone });
      const message = before?.message ?? (await platform.post(place, said, key)).message;
      if (before !== undefined) await platform.revise({ place, message }, said);
      posted.set(key, { message, told: view.told, notice });
    }
  }

  /** Does with what was announced what the courier does: posts what is due to each recipient once, and revises it after. */
  async function delivers() {
    for (const notice of store.outbox.slice(sent)) waiting.add(notice);
    sent = store.outbox.length;
    for (const notice of [...waiting].filter(({ at, dueAt = at }) => dueAt <= clock.now())) {
      waiting.delete(notice);
      await tells(notice);
    }
    const touched = new Set(store.touched.slice(revised).map(({ kind, period }) => `${kind} ${period}`));
    revised = store.touched.length;
    const known = new Map([...posted.values()].map(({ notice }) => [`${notice.kind} ${notice.period}`, notice]));
    for (const key of touched) {
      const notice = known.get(key);
      if (notice !== undefined) await tells(notice, "again");
    }
  }

  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    audited: made.audited,
    store,
    roster,
    site,
    /** Which standings of the whole site were read, in their order. */
    standingsRead: standingsRead as readonly string[],
    draws: door,
    delivers,
    /** It is later: what time alone does is done, and what was announced is sent. */
    async at(instant: string) {
      clock.to(instant);
      await door.sweep(clock.now());
      await delivers();
    },
    on: (user: string, on = "slack") => talk.actor(anAccount(user, on)),
    /** Every message that an account has before it, the newest last. */
    before: (account: AccountRef): readonly View[] => platform.seenBy(account).map(({ view }) => view),
  };
}
