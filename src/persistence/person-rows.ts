import type { AccountRef } from "../chat/ask.ts";
import { roles } from "../chat/asker.ts";
import {
  type Assignment,
  birthdayPrivacies,
  type Person,
  type Site,
  type Staff,
  type Team,
} from "../features/people/domain.ts";
import { nearestLocale } from "../kernel/locale.ts";
import type { LocalDate, Weekday } from "../kernel/time.ts";
import { Prisma } from "./generated/client.ts";

/** A site's row as `to_jsonb` writes it: days as `YYYY-MM-DD`. */
export type SiteRow = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
  readonly answer_within_s: number;
  readonly repeat_within_days: number;
  readonly channels: Readonly<Record<string, string>>;
};

/** What scoring asks of a person, as `staffOf` writes it. */
export type StaffRow = Pick<PersonRow, "id" | "name" | "roles" | "assignments" | "hired_on" | "left_on">;

/** A person's row as `wholePerson` writes it. */
export type PersonRow = {
  readonly id: string;
  readonly site_id: string;
  readonly employee_no: string;
  readonly name: string;
  readonly email: string | null;
  readonly hired_on: LocalDate | null;
  readonly left_on: LocalDate | null;
  readonly graduated_on: LocalDate | null;
  readonly birthday_privacy: string | null;
  readonly roles: readonly string[];
  readonly locale: string | null;
  readonly assignments: readonly { team: string; seat: Assignment["seat"]; from: LocalDate; to: LocalDate | null }[];
  readonly accounts: readonly AccountRef[];
};

/** A person `p` with seats and accounts as one JSON value, so that one round trip brings everything. */
export const wholePerson = Prisma.sql`to_jsonb(p) || jsonb_build_object(
  'assignments', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('team', a.team_id, 'seat', a.seat, 'from', a.from_day, 'to', a.to_day)
      ORDER BY a.from_day, a.team_id, a.seat), '[]')
    FROM assignment a WHERE a.person_id = p.id),
  'accounts', (
    SELECT coalesce(jsonb_agg(
      jsonb_build_object('platform', c.platform, 'workspace', c.workspace, 'user', c.user_id)
      ORDER BY c.linked_at, c.platform, c.workspace, c.user_id), '[]')
    FROM account c WHERE c.person_id = p.id))`;

export const siteFrom = (row: SiteRow): Site => ({
  id: row.id,
  name: row.name,
  zone: row.zone,
  locale: nearestLocale(row.locale) ?? "en",
  calendar: { weekend: row.weekend, holidays: row.holidays, workdays: row.workdays },
  answerWithinS: row.answer_within_s,
  repeatWithinDays: row.repeat_within_days,
  channels: row.channels,
});

export const staffFrom = ({ id, name, roles: held, assignments, hired_on, left_on }: StaffRow): Staff => ({
  id,
  name,
  ...(hired_on === null ? {} : { hiredOn: hired_on }),
  ...(left_on === null ? {} : { leftOn: left_on }),
  roles: roles.filter((role) => held.includes(role)),
  assignments: assignments.map(({ to, ...rest }) => (to === null ? rest : { ...rest, to })),
});

export function personFrom(row: PersonRow): Person {
  const locale = nearestLocale(row.locale ?? undefined);
  const birthdayPrivacy = birthdayPrivacies.find((one) => one === row.birthday_privacy);
  return {
    site: row.site_id,
    employeeNo: row.employee_no,
    ...(row.email === null ? {} : { email: row.email }),
    ...staffFrom(row),
    ...(row.graduated_on === null ? {} : { graduatedOn: row.graduated_on }),
    ...(birthdayPrivacy === undefined ? {} : { birthdayPrivacy }),
    ...(locale === undefined ? {} : { locale }),
    accounts: row.accounts,
  };
}

export const teamFrom = (row: { id: string; siteId: string; name: string; channel: string | null }): Team => ({
  id: row.id,
  site: row.siteId,
  name: row.name,
  ...(row.channel === null ? {} : { channel: row.channel }),
});
