import { once } from "node:events";
import { createWriteStream } from "node:fs";

const agents = 500;
const days = 60;
const firstDay = Date.UTC(2026, 0, 5);
const hourMs = 3_600_000;

/** One shift of eight hours: its contacts' starts and their place among all, spread evenly. */
function shift(agent: number, day: number, contacts: number): number[] {
  const start = firstDay + day * 24 * hourMs + (7 + (agent % 4)) * hourMs;
  return Array.from({ length: contacts }, (_, index) => {
    const share = (index + (agent % 10) / 10) / contacts;
    return start + Math.floor((share * 8 * hourMs) / 1000) * 1000;
  });
}

function line(id: number, agent: number, at: number): string {
  const queue = `queue-${(agent + (id % 2) * 3) % 8}`;
  const project = agent % 3 === 0 ? "business" : "retail";
  const spent = `${id % 60},${100 + ((id * 7) % 400)},${id % 30},${id % 45}`;
  const end = `${id % 17 === 0 ? "abandoned" : "answered"},${id % 50 === 0},${id % 9 === 0 ? 1 + (id % 5) : ""}`;
  const when = new Date(at).toISOString().slice(0, 19);
  return `c${String(id).padStart(9, "0")},E${agent},phone,in,${queue},${project},${when}Z,${spent},${end}\n`;
}

/** Writes contacts of 500 agents on 60 days as CSV, in the order in which they began; the same file every time. */
export async function writeContacts(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("sourceId,agent,channel,direction,queue,project,startedAt,wait,talk,hold,wrap,outcome,complaint,csat\n");
  let id = 0;
  for (let day = 0; day < days; day += 1) {
    const due = Math.round((rows * (day + 1)) / days) - id;
    const starts = Array.from({ length: agents }, (_, agent) => {
      const contacts = Math.floor(due / agents) + (agent < due % agents ? 1 : 0);
      return shift(agent, day, contacts).map((at) => ({ agent, at }));
    });
    const lines = starts
      .flat()
      .sort((a, b) => a.at - b.at)
      .map(({ agent, at }) => line(id++, agent, at));
    if (!file.write(lines.join(""))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

/** The roster that the contacts name. */
export const roster = `
  INSERT INTO site (id, name, zone, locale, weekend) VALUES ('bench', 'Bench', 'Europe/London', 'en', '{6,7}');
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
    SELECT gen_random_uuid(), 'bench', 'E' || i, 'Agent ' || i, '2020-01-01', '{agent}' FROM generate_series(0, ${agents - 1}) i;`;
