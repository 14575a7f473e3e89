import { action, view } from "../chat/command.ts";
import { spoken } from "../chat/view.ts";
import {
  appealEvaluation,
  type Contact,
  type Evaluation,
  type EvaluationForm,
  evaluationCommands,
  evaluations,
  formConfig,
} from "../features/evaluations/index.ts";
import type { Body } from "../features/notices/index.ts";
import { plusBusinessDays } from "../kernel/business-time.ts";
import { type Locale, say } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "./builders.ts";
import { aDelivery } from "./bulletin-house.ts";
import { conversation, testClock } from "./conversation.ts";
import { evaluationsInMemory } from "./evaluation-store.ts";
import { testPeople } from "./test-people.ts";
import { testPlatform } from "./test-platform.ts";

const both = (en: string, zh: string) => ({ en, "zh-CN": zh });

/** A form of three pages: seven items, one of them on a scale, one that may not apply, one that fails all of it. */
export const aServiceForm = (but: Partial<EvaluationForm> = {}): EvaluationForm => ({
  ...formConfig.parse({
    name: both("Service call", "服务电话"),
    sections: [
      {
        id: "opening",
        name: both("Opening", "开场"),
        items: [
          {
            id: "greeting",
            name: both("Greeting", "问候"),
            guide: both("Says their own name and the company's.", "报出姓名和公司名称。"),
            weight: 10,
            points: 5,
          },
          { id: "identity", name: both("Identity check", "身份核实"), weight: 20, points: 5, autoFail: true },
        ],
      },
      {
        id: "middle",
        name: both("Conversation", "通话过程"),
        items: [
          { id: "listening", name: both("Listening", "倾听"), weight: 15, points: 5 },
          {
            id: "tone",
            name: both("Tone", "语气"),
            weight: 10,
            scale: [
              { points: 0, name: both("Cold", "冷淡") },
              { points: 5, name: both("Plain", "平和") },
              { points: 10, name: both("Warm", "热情") },
            ],
          },
          { id: "answer", name: both("Right answer", "答复正确"), weight: 30, points: 10 },
          { id: "transfer", name: both("Transfer", "转接"), weight: 5, points: 5, na: true },
        ],
      },
      {
        id: "end",
        name: both("Ending", "结束"),
        items: [{ id: "goodbye", name: both("Goodbye", "道别"), weight: 10, points: 5 }],
      },
    ],
  }),
  id: "service",
  version: 1,
  ...but,
});

/** A form of one item for the project “sales”. */
export const aSalesForm = (but: Partial<EvaluationForm> = {}): EvaluationForm => ({
  ...formConfig.parse({
    name: both("Sales call", "销售电话"),
    projects: ["sales"],
    sections: [
      {
        id: "all",
        name: both("All", "全部"),
        items: [{ id: "offer", name: both("Offer", "报价"), weight: 100, points: 10 }],
      },
    ],
  }),
  id: "sales",
  version: 1,
  ...but,
});

/** A call of Ana's on Friday 6 March at eleven, of five minutes and twenty seconds, in the project “care”. */
export const aContact = (but: Partial<Contact> = {}): Contact => ({
  source: "acd",
  sourceId: "call-1",
  agent: anId(1),
  startedAt: new Date("2026-03-06T11:00:00Z"),
  day: day("2026-03-06"),
  channel: "voice",
  queue: "Billing",
  project: "care",
  handleS: 320,
  ...but,
});

export type EvaluationHouse = {
  readonly forms?: readonly EvaluationForm[];
  readonly contacts?: readonly Contact[];
  readonly evaluations?: readonly Evaluation[];
  /** How long recordings are kept; for ever if unsaid. */
  readonly recordingDays?: number;
};

/** The days within which an evaluation can be appealed. */
const daysToFile = 5;

/**
 * Leeds on Monday 9 March 2026 at nine: Ana, an agent whom Lee leads; Bo, an agent of the other team; Sam, the
 * supervisor; Quinn and Qi of quality, of whom Qi has calls of her own; Aud, the auditor; Max, of quality in York.
 */
export function evaluationHouse(locale: Locale, but: EvaluationHouse = {}) {
  const clock = testClock("2026-03-09T09:00:00Z");
  const platform = testPlatform();
  const none = { assignments: [] };
  const one = (id: number, name: string, more: Parameters<typeof aPerson>[0] = {}) =>
    aPerson({
      id: anId(id),
      employeeNo: `10${String(id).padStart(2, "0")}`,
      name,
      locale,
      accounts: [anAccount(name.split(" ")[0]?.toUpperCase() ?? name)],
      ...more,
    });
  const people = [
    one(1, "Ana Diaz"),
    one(2, "Bo Lund", { assignments: [anAssignment({ team: "south" })] }),
    one(3, "Lee Wong", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
    one(4, "Sam Reid", { roles: ["supervisor"], ...none }),
    one(5, "Quinn Fox", { roles: ["qa"], ...none }),
    one(6, "Qi Song", { roles: ["qa", "agent"] }),
    one(7, "Aud Lee", { roles: ["auditor"], ...none }),
    one(8, "Max York", { roles: ["qa"], site: "york", ...none }),
  ];
  const site = aSite({ locale });
  const made = testPeople({
    roster: {
      sites: [site, aSite({ id: "york", name: "York", locale })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" })],
      people,
    },
    clock,
    platform,
  });
  const store = evaluationsInMemory({
    forms: but.forms ?? [aServiceForm(), aSalesForm()],
    contacts: but.contacts ?? [
      aContact(),
      aContact({ sourceId: "call-2", startedAt: new Date("2026-03-05T15:30:00Z"), day: day("2026-03-05") }),
      aContact({
        sourceId: "call-3",
        startedAt: new Date("2026-03-04T08:15:00Z"),
        day: day("2026-03-04"),
        project: "sales",
      }),
      aContact({ sourceId: "call-9", startedAt: new Date("2026-02-10T10:00:00Z"), day: day("2026-02-10") }),
    ],
    evaluations: but.evaluations ?? [],
  });
  let ids = 600;
  const { recordingDays } = but;
  const door = evaluations({
    store,
    roster: made.store,
    audit: made.audit,
    find: made.people.find,
    newId: () => {
      ids += 1;
      return anId(ids);
    },
    isPurged: (_, startedAt, at) =>
      recordingDays !== undefined && at.getTime() > startedAt.getTime() + recordingDays * 24 * 3_600_000,
    closesAt: ({ publishedAt }) => plusBusinessDays(site, publishedAt, daysToFile),
    appealNumber: async () => 12,
  });
  const { commands, actions } = evaluationCommands({ evaluations: door });
  const ground = action({
    ...appealEvaluation,
    summary: say({ en: "Appeal", "zh-CN": "申诉" }),
    audience: "asker",
    allow: "everyone",
    run: async ({ values }) => view(() => ({ title: `appeal of ${values.evaluation}`, blocks: [] })),
  });
  const declared = { commands, actions: [...actions, ground] };
  const talk = conversation({ ...declared, people: made.people, clock, platform });
  const posted = new Map<string, { readonly message: string; readonly told: Body; readonly user: string }>();

  /** Does with what was announced what the courier does: posts it to each recipient once, and revises it after. */
  async function delivers() {
    const [kind] = door.kinds;
    for (const notice of store.outbox) {
      for (const { to } of (await kind?.recipients(notice)) ?? []) {
        const account = people.find(({ id }) => to.is === "person" && to.id === id)?.accounts[0];
        if (account === undefined) throw new Error(`nobody to tell: ${JSON.stringify(to)}`);
        const key = `${notice.period} ${account.user}`;
        const before = posted.get(key);
        const delivery = aDelivery({ kind: notice.kind, period: notice.period, to, isRevision: before !== undefined });
        const told = before === undefined ? {} : { told: before.told };
        const [prepared] = (await kind?.prepare([{ ...delivery, ...told }], clock.now())) ?? [];
        if (prepared?.is !== "view") continue;
        const said = spoken(prepared.view, { locale, zone: site.zone });
        const place = platform.directOf(account);
        const message = before?.message ?? (await platform.post(place, said, key)).message;
        if (before !== undefined) await platform.revise({ place, message }, said);
        posted.set(key, { message, told: prepared.told, user: account.user });
      }
    }
  }

  return {
    ...declared,
    clock,
    platform,
    people: made.people,
    roster: made.store,
    audited: made.audited,
    store,
    evaluations: door,
    delivers,
    on: (user: string) => talk.actor(anAccount(user)),
  };
}
