import { isWorkday } from "../../src/kernel/calendar.ts";
import type { LocalDate } from "../../src/kernel/time.ts";
import { csvFile, type DemoPerson, type DemoSite, daysOf, outbound, shiftBegins, wordsAt } from "./centre.ts";
import { type Chance, pick, seeded, skewed } from "./chance.ts";
import { characterOf } from "./character.ts";
import { type Caller, type Placed, withCustomers } from "./customers.ts";
import { shiftOf } from "./shifts.ts";

/** One contact of the demo; durations in seconds, `at` in milliseconds since 1970. */
export type DemoCall = Caller & {
  readonly sourceId: string;
  readonly agent: string;
  readonly at: number;
  readonly hour: number;
  readonly queue: string;
  readonly project: string;
  readonly wait: number;
  readonly talk: number;
  readonly hold: number;
  readonly wrap: number;
  readonly outcome: "answered" | "abandoned";
  readonly complaint: boolean;
  /** What the customer answered to the survey, 1 to 5. */
  readonly mark?: number | undefined;
};

/** A contact is known once it is over. */
const longestMs = 600_000;

function mark(content: number, random: Chance): number {
  if (random() < content) return random() < 0.62 ? 5 : 4;
  return random() < 0.55 ? 3 : random() < 0.6 ? 2 : 1;
}

/** The contacts of one agent's day; the same day is the same on every run. */
function* agentDay(site: DemoSite, person: DemoPerson, on: LocalDate): Generator<DemoCall> {
  const shift = shiftOf(site, person, on);
  if (shift?.is !== "worked") return;
  const { employeeNo, roles, memberOf } = person;
  const { slow, careful, form, newness } = characterOf(site.id, person, on);
  const { queues, outQueue, projects } = wordsAt(site);
  const random = seeded(site.id, employeeNo, on, "calls");
  const isOut = memberOf === outbound;
  // Who leads takes calls beside that.
  const share = (isOut ? 1.45 : 1) * (roles.includes("lead") ? 0.35 : 1);
  const contacts = Math.round((47 - 9 * slow + 3 * form - 10 * newness + 6 * random()) * share);
  const middle = (215 + 85 * slow - 18 * form + 60 * newness) * (isOut ? 0.75 : 1);
  const begins = shiftBegins(site, on);
  for (let index = 0; index < contacts; index += 1) {
    const worked = ((index + random()) / contacts) * 480;
    const minute = worked < shift.lunch ? worked : worked + 60;
    const isTired = minute > 6.5 * 60;
    const isBusiness = random() < 0.22;
    const talk = skewed(middle * (isTired ? 1.07 : 1) * (isBusiness ? 1.18 : 1), random);
    const [hold, wrap] = [random() < 0.2 ? skewed(40, random) : 0, skewed(32 + 14 * careful, random)];
    const wait = isOut ? 0 : Math.round((isTired ? 52 : 40) * random() * random());
    const isAsked = random() < (isOut ? 0.06 : 0.2);
    const content = 0.74 + 0.21 * careful + 0.03 * form - 0.07 * newness;
    const call: DemoCall = {
      sourceId: `${employeeNo}-${on}-${index}`,
      agent: employeeNo,
      at: begins + Math.round(minute * 60) * 1000,
      hour: 9 + Math.floor(minute / 60),
      direction: isOut ? "out" : "in",
      queue: isOut ? outQueue : pick(queues, random()),
      project: projects[isBusiness ? 1 : 0],
      wait,
      talk,
      hold,
      wrap,
      outcome: "answered",
      complaint: random() < 0.03,
      mark: isAsked ? mark(content, random) : undefined,
      isUnsettled: random() < 0.02 + 0.11 * (1 - careful) + 0.05 * newness,
    };
    if (shift.late <= minute && minute < 540 - shift.early) yield call;
  }
}

/** The contacts that nobody took that day. */
function* lostCalls(site: DemoSite, on: LocalDate): Generator<DemoCall> {
  const random = seeded(site.id, on, "lost");
  const { queues, projects } = wordsAt(site);
  const begins = shiftBegins(site, on);
  const contacts = Math.round(site.people.length * (0.9 + random()));
  for (let index = 0; index < contacts; index += 1) {
    const minute = Math.floor(540 * Math.sqrt(random()));
    yield {
      sourceId: `lost-${on}-${index}`,
      agent: "",
      at: begins + minute * 60_000,
      hour: 9 + Math.floor(minute / 60),
      direction: "in",
      queue: pick(queues, random()),
      project: projects[random() < 0.22 ? 1 : 0],
      wait: Math.round(8 + 110 * random()),
      talk: 0,
      hold: 0,
      wrap: 0,
      outcome: "abandoned",
      complaint: false,
      isUnsettled: random() < 0.5,
    };
  }
}

/** A site's contacts, each with its customer. */
export function demoCalls(site: DemoSite): Placed<DemoCall>[] {
  const agents = site.people.filter(({ roles }) => roles.includes("agent"));
  const days = daysOf(site)
    .filter((on) => isWorkday(site.calendar, on))
    .map((on) => ({
      on,
      calls: [...agents.flatMap((agent) => [...agentDay(site, agent, on)]), ...lostCalls(site, on)],
    }));
  return withCustomers(site.id, days).filter(({ at }) => at + longestMs <= site.until.getTime());
}

const isAskedLater = (site: DemoSite, queue: string) => queue === wordsAt(site).queues.at(-1);

const columns = [
  "sourceId",
  "agent",
  "customer",
  "channel",
  "direction",
  "queue",
  "project",
  "startedAt",
  "wait",
  "talk",
  "hold",
  "wrap",
  "outcome",
  "complaint",
  "csat",
] as const;

/** Contacts as a file of interactions. */
export const callsFile = (site: DemoSite, calls: readonly Placed<DemoCall>[]): Uint8Array =>
  csvFile(
    columns,
    calls.map((call) => ({
      ...call,
      channel: "phone",
      startedAt: new Date(call.at).toISOString(),
      csat: isAskedLater(site, call.queue) ? undefined : call.mark,
    })),
  );

/** The surveys that went out apart from the contact, as a file of csat. */
export const surveysFile = (site: DemoSite, calls: readonly Placed<DemoCall>[]): Uint8Array =>
  csvFile(
    ["sourceId", "agent", "day", "hour", "queue", "project", "mark"],
    calls.flatMap(({ sourceId, on, mark, ...call }) =>
      mark === undefined || !isAskedLater(site, call.queue)
        ? []
        : [{ ...call, sourceId: `sms-${sourceId}`, day: on, mark }],
    ),
  );
