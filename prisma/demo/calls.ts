import { type Calendar, isWorkday } from "../../src/kernel/calendar.ts";
import { addDays, eachDay, instantAt, type LocalDate } from "../../src/kernel/time.ts";

/** A source of numbers in 0…1 that is the same for the same seed (mulberry32). */
function seeded(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type DemoSite = {
  readonly id: string;
  readonly zone: string;
  readonly calendar: Calendar;
  readonly queues: readonly string[];
  readonly agents: readonly { readonly employeeNo: string; readonly hiredOn: LocalDate }[];
};

const columns = [
  "sourceId",
  "agent",
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

const pick = <T>(from: readonly T[], chance: number): T => {
  const picked = from[Math.floor(chance * from.length)];
  if (picked === undefined) throw new RangeError("nothing to pick from");
  return picked;
};

/** Skewed as talk times are: most near the middle, few very long. */
const skewed = (middle: number, random: () => number) =>
  Math.round(middle * Math.exp(0.55 * (random() + random() + random() - 1.5) * 1.6));

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** One day of one agent as lines of CSV; the same day is the same on every run. */
function* agentDay(site: DemoSite, employeeNo: string, on: LocalDate, until: Date): Generator<string> {
  const own = seeded(`${site.id} ${employeeNo}`);
  const [pace, speed, care] = [own(), own(), own()];
  const random = seeded(`${site.id} ${employeeNo} ${on}`);
  if (random() < 0.05) return; // on leave
  const contacts = Math.round(30 + 16 * pace + 8 * random());
  for (let index = 0; index < contacts; index += 1) {
    const minute = 9 * 60 + Math.floor(((index + random()) / contacts) * 9 * 60);
    const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:${twoDigits(Math.floor(random() * 60))}`;
    const at = instantAt(on, time, site.zone);
    const talk = skewed(200 + 130 * speed, random);
    const fields = [
      Math.round(30 * random() * random()),
      talk,
      random() < 0.2 ? skewed(40, random) : 0,
      skewed(35, random),
    ];
    const complaint = random() < 0.02 + 0.03 * care;
    const csat = random() < 0.3 ? 5 - Math.floor(random() * random() * 4) : "";
    const queue = pick(site.queues, random());
    if (!at.ok || at.value.getTime() + 600_000 > until.getTime()) continue;
    yield [
      `${employeeNo}-${on}-${index}`,
      employeeNo,
      "phone",
      "in",
      queue,
      "main",
      at.value.toISOString(),
      ...fields,
      "answered",
      complaint,
      csat,
    ].join(",");
  }
}

/** The contacts that nobody took that day. */
function* lostCalls(site: DemoSite, on: LocalDate, until: Date): Generator<string> {
  const random = seeded(`${site.id} lost ${on}`);
  for (let index = 0; index < site.agents.length * 2; index += 1) {
    const time = `${twoDigits(9 + Math.floor(random() * 9))}:${twoDigits(Math.floor(random() * 60))}:00`;
    const at = instantAt(on, time, site.zone);
    const wait = Math.round(10 + 120 * random());
    if (!at.ok || at.value.getTime() + 600_000 > until.getTime()) continue;
    yield [
      `lost-${on}-${index}`,
      "",
      "phone",
      "in",
      pick(site.queues, random()),
      "main",
      at.value.toISOString(),
      wait,
      0,
      0,
      0,
      "abandoned",
      false,
      "",
    ].join(",");
  }
}

/** The last `days` days of a site's contacts up to an instant, as a CSV file line by line, header first. */
export function* demoCalls(site: DemoSite, today: LocalDate, days: number, until: Date): Generator<string> {
  yield columns.join(",");
  for (const on of eachDay(addDays(today, 1 - days), today)) {
    if (!isWorkday(site.calendar, on)) continue;
    for (const { employeeNo, hiredOn } of site.agents) if (hiredOn <= on) yield* agentDay(site, employeeNo, on, until);
    yield* lostCalls(site, on, until);
  }
}
