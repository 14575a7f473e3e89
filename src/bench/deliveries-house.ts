import { randomUUID } from "node:crypto";
import { encodeAction } from "../chat/action-id.ts";
import { note, strong, text, type View } from "../chat/view.ts";
import type { Notice, NoticeKind } from "../features/notices/index.ts";
import { say } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import type { Database } from "../persistence/client.ts";
import { peopleStore } from "../persistence/people.ts";

export const people = 10_000;
const today = day("2026-11-20");

/** The direct conversation of each person, counted from 0. */
export const channelOf = (person: number): string => String(200_000_000_000_000_000n + BigInt(person));

/** People with an account on Discord, each of whom was told something there before. */
export const fill = `
  INSERT INTO site (id, name, zone, locale, weekend) VALUES ('bench', 'Bench', 'UTC', 'en', '{6,7}');
  INSERT INTO person (id, site_id, employee_no, name, hired_on, roles)
    SELECT gen_random_uuid(), 'bench', i::text, 'Agent ' || i, '2020-01-01', '{agent}' FROM generate_series(0, ${people - 1}) i;
  INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
    SELECT 'discord', 'discord', (100000000000000000 + employee_no::int)::text, id, 'seed', now() FROM person;
  INSERT INTO delivery (id, schedule, site_id, period, recipient, platform, occurs_at, due_at, state, attempts, place, message, account, told, sent_at)
    SELECT gen_random_uuid(), 'daily', 'bench', 'before', 'person:' || id, 'discord', t, t, 'sent', 1,
      jsonb_build_object('platform', 'discord', 'workspace', 'discord', 'id', (200000000000000000 + employee_no::int)::text, 'kind', 'dm'),
      '1', 'discord/' || user_id, '{}', t
    FROM person JOIN account ON person_id = person.id, (SELECT now() - interval '1 day' AS t) AS yesterday;
  ANALYZE;`;

const columns = ["Metric", "Value", "Target", "Points", "95 %", "Weight", "n"];
const percent = (share: number) => `${share.toFixed(0)} %`;

/** A message of a daily score's size: a headline, three metrics, small print and two buttons. */
export function message(serial: number): View {
  const points = 60 + (serial % 400) / 10;
  const rows = ["Volume", "Handle time", "Quality"].map((metric, index) => {
    const scored = points - index;
    const range = `${(scored - 3).toFixed(1)}–${(scored + 3).toFixed(1)}`;
    return [metric, (scored * 3).toFixed(0), "85", scored.toFixed(1), range, percent(30 + 5 * index), `${90 + index}`];
  });
  const of = ["2026-11-19", "person", randomUUID()];
  return {
    title: "Your score of Thursday, 19 November",
    locale: "en",
    blocks: [
      text(strong(`${points.toFixed(1)} points`), " out of 100, between 84.1 and 90.3"),
      text("2.3 points more than on Wednesday"),
      { is: "table", columns: columns.map((label, i) => ({ label, align: i === 0 ? "start" : "end" })), rows },
      note("Agents, version 1 · data as of 08:40"),
      {
        is: "buttons",
        buttons: [
          { label: "Explain", action: encodeAction("explain-score", of), style: "primary" },
          { label: "Trend", action: encodeAction("open-trend", of) },
        ],
      },
    ],
  };
}

/** The kind of notice that says this to everybody of the site. */
export function daily(database: Database): NoticeKind {
  const roster = peopleStore(database);
  return {
    name: "daily",
    label: say({ en: "Daily", "zh-CN": "每日" }),
    isMandatory: false,
    recipients: async ({ site }) =>
      (await roster.staffOf(site, today)).map(({ id }) => ({ to: { is: "person", id } as const })),
    prepare: async (deliveries) =>
      deliveries.map(({ to }) => {
        const serial = to.is === "person" ? Number.parseInt(to.id.slice(0, 6), 16) : 0;
        return { is: "view", view: () => message(serial), told: { points: serial % 400 } };
      }),
  };
}

export const aMorning = (period: string): Notice => ({
  kind: "daily",
  site: "bench",
  period,
  at: new Date(),
  body: {},
});
