import { randomUUID } from "node:crypto";
import { text } from "../chat/view.ts";
import { type Ledger, type Notice, type NoticeKind, type NoticesDeps, notices } from "../features/notices/index.ts";
import type { Scorecard } from "../features/scores/index.ts";
import { say } from "../kernel/locale.ts";
import type { Log } from "../kernel/log.ts";
import { day } from "../kernel/time.ts";
import { connect, type Database } from "../persistence/client.ts";
import { dayToDatabase } from "../persistence/days.ts";
import { ledger } from "../persistence/notices/ledger.ts";
import { peopleStore } from "../persistence/people.ts";
import { anId } from "./builders.ts";
import { testDatabase } from "./database.ts";
import type { Mailbox } from "./mailbox.ts";

const seed = `
  INSERT INTO site (id, name, zone, locale, weekend, holidays, workdays, channels) VALUES
    ('leeds', 'Leeds', 'Europe/London', 'en', '{6,7}', '{}', '{}', '{"bulletin": "#leeds"}');
  INSERT INTO team (id, site_id, name) VALUES ('north', 'leeds', 'North');
  INSERT INTO person (id, site_id, employee_no, name, roles) VALUES
    ('${anId(1)}', 'leeds', '1', 'Ana Diaz', '{agent}'), ('${anId(2)}', 'leeds', '2', 'Ben Okri', '{agent}'),
    ('${anId(3)}', 'leeds', '3', 'Cara Lind', '{lead}'), ('${anId(4)}', 'leeds', '4', 'Dan Roe', '{admin}');
  INSERT INTO assignment (id, person_id, team_id, seat, from_day) VALUES
    (gen_random_uuid(), '${anId(1)}', 'north', 'member', '2025-01-01'),
    (gen_random_uuid(), '${anId(2)}', 'north', 'member', '2025-01-01'),
    (gen_random_uuid(), '${anId(3)}', 'north', 'lead', '2025-01-01');`;

/** A kind for Ana and Ben and the channel that says a word, which can be changed. */
export function greeting(word: { says: string } = { says: "Good morning" }) {
  const kind: NoticeKind = {
    name: "greeting",
    label: say({ en: "Greeting", "zh-CN": "问候" }),
    isMandatory: false,
    speaksOfLate: true,
    recipients: async ({ site }) => [
      { to: { is: "person", id: anId(1) } },
      { to: { is: "person", id: anId(2) } },
      { to: { is: "channel", site, name: "#leeds" } },
    ],
    prepare: async (all) =>
      all.map(({ told, late }) =>
        told?.says === word.says
          ? { is: "same" }
          : {
              is: "view",
              told: { says: word.says },
              view: () => ({
                title: word.says,
                blocks: late.length > 0 ? [text(`missed: ${late.map(({ period }) => period).join(", ")}`)] : [],
              }),
            },
      ),
  };
  return { kind, word };
}

export const aNotice = (but: Partial<Notice> = {}): Notice => ({
  kind: "greeting",
  site: "leeds",
  period: "2026-03-09",
  at: new Date("2026-03-09T09:00:00Z"),
  body: {},
  ...but,
});

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Leeds with Ana and Ben, whom Cara leads, Dan the admin, and a ledger of its own. The clock stands until it is set. */
export async function noticeHouse(on: { url: string; close(): Promise<void> } | undefined = undefined) {
  const { url, close } = on ?? (await testDatabase());
  const database: Database = connect(url, { log: silent });
  await database.pool.query(seed);
  const time = { now: new Date("2026-03-09T09:00:00Z") };
  const roster = peopleStore(database);
  const book = (): Ledger => ledger({ pool: database.pool, newId: randomUUID });
  return {
    url,
    database,
    time,
    roster,
    book,
    /** Has a scorecard count from the beginning of the year. */
    async counts({ id, version, name, for: audience, components }: Scorecard): Promise<void> {
      const since = dayToDatabase(day("2026-01-01"));
      const body = { name, audience, components: components as object[], state: "live" };
      await database.prisma.scorecard.create({ data: { id, version, ...body, fromDay: since, countsFrom: since } });
    },
    /** One worker with its own memory; several share the ledger. */
    worker(mail: Mailbox | Mailbox[], kinds: readonly NoticeKind[], but: Partial<NoticesDeps> = {}) {
      return notices({
        ledger: book(),
        kinds: () => kinds,
        platforms: () => [mail].flat().map(({ platform }) => platform),
        roster,
        log: silent,
        clock: () => time.now,
        reference: () => "ref",
        ...but,
      });
    },
    async states(): Promise<string[]> {
      const { rows } = await database.pool.query<{ row: string }>(
        `SELECT concat_ws(' ', schedule, recipient, platform, state, reason) AS row FROM delivery ORDER BY 1`,
      );
      return rows.map(({ row }) => row.replaceAll(anId(0).slice(0, -1), ""));
    },
    later(ms: number) {
      time.now = new Date(time.now.getTime() + ms);
    },
    empty: () => database.pool.query("TRUNCATE delivery, outbox, unreachable, pace, notice_setting, job_run"),
    async close() {
      await database.close();
      await close();
    },
  };
}
export type NoticeHouse = Awaited<ReturnType<typeof noticeHouse>>;
