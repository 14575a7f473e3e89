import { leapDays, type Person, type Site, type Staff } from "../features/people/domain.ts";
import type { Birthday, PeopleStore } from "../features/people/store.ts";
import { isUuid } from "../kernel/ids.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { isAccount, linkAccounts } from "./link-accounts.ts";
import {
  type PersonRow,
  personFrom,
  type SiteRow,
  type StaffRow,
  siteFrom,
  staffFrom,
  teamFrom,
  wholePerson,
} from "./person-rows.ts";

/** The roster in PostgreSQL. */
export function peopleStore({ prisma }: { readonly prisma: PrismaClient }): PeopleStore {
  /** All in one value, which is read many times faster than a row for each. */
  async function people(where: Prisma.Sql): Promise<Person[]> {
    const [row] = await prisma.$queryRaw<{ people: readonly PersonRow[] }[]>`
      SELECT coalesce(jsonb_agg(${wholePerson} ORDER BY p.site_id COLLATE "C", p.employee_no COLLATE "C"), '[]') AS people
      FROM person p WHERE ${where}`;
    return row?.people.map(personFrom) ?? [];
  }

  /** Many people in one value: their seats are gathered at once, not person by person. */
  async function staff(those: Prisma.Sql): Promise<Staff[]> {
    const [row] = await prisma.$queryRaw<{ staff: readonly StaffRow[] }[]>`
      WITH those AS (${those}), seats AS (
        SELECT a.person_id, jsonb_agg(jsonb_build_object('team', a.team_id, 'seat', a.seat, 'from', a.from_day, 'to', a.to_day)
          ORDER BY a.from_day, a.team_id, a.seat) AS held
        FROM assignment a JOIN those ON those.id = a.person_id GROUP BY a.person_id
      )
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'roles', p.roles,
        'hired_on', p.hired_on, 'left_on', p.left_on, 'assignments', coalesce(s.held, '[]')) ORDER BY p.site_id COLLATE "C", p.employee_no COLLATE "C"), '[]') AS staff
      FROM those JOIN person p ON p.id = those.id LEFT JOIN seats s ON s.person_id = p.id`;
    return row?.staff.map(staffFrom) ?? [];
  }

  async function sites(where: Prisma.Sql): Promise<Site[]> {
    const rows = await prisma.$queryRaw<{ site: SiteRow }[]>`
      SELECT to_jsonb(s) AS site FROM site s WHERE ${where} ORDER BY s.id COLLATE "C"`;
    return rows.map(({ site }) => siteFrom(site));
  }

  return {
    ...linkAccounts(prisma),

    async personOf(account) {
      const [row] = await prisma.$queryRaw<{ person: PersonRow; site: SiteRow }[]>`
        SELECT ${wholePerson} AS person, to_jsonb(s) AS site
        FROM account JOIN person p ON p.id = account.person_id JOIN site s ON s.id = p.site_id
        WHERE ${isAccount(account)}`;
      return row && { person: personFrom(row.person), site: siteFrom(row.site) };
    },

    async personById(id) {
      if (!isUuid(id)) return undefined;
      return (await people(Prisma.sql`p.id = ${id}::uuid`))[0];
    },
    peopleById: (ids) => people(Prisma.sql`p.id = ANY(${ids.filter(isUuid)}::uuid[])`),
    peopleByEmail: (email) => people(Prisma.sql`lower(p.email) = lower(${email})`),
    peopleCalled: (site, text) =>
      people(Prisma.sql`p.site_id = ${site} AND (
        lower(p.name) = lower(${text}) OR lower(p.employee_no) = lower(${text})
        OR EXISTS (SELECT FROM alias l WHERE l.person_id = p.id AND lower(l.alias) = lower(${text})))`),
    peopleIn: (team, on) =>
      people(Prisma.sql`EXISTS (
        SELECT FROM assignment m
        WHERE m.person_id = p.id AND m.team_id = ${team} AND m.from_day <= ${on}::date
          AND (m.to_day IS NULL OR m.to_day >= ${on}::date))`),
    sittingIn: (teams, from, to) =>
      staff(
        Prisma.sql`SELECT DISTINCT m.person_id AS id FROM assignment m
        WHERE m.team_id = ANY(${[...teams]}::text[]) AND m.seat = 'member'
          AND m.from_day <= ${to}::date AND (m.to_day IS NULL OR m.to_day >= ${from}::date)`,
      ),
    peopleOf: (site, on) => people(Prisma.sql`p.site_id = ${site} AND (p.left_on IS NULL OR p.left_on >= ${on}::date)`),
    officersOf: (site, on) =>
      people(Prisma.sql`p.site_id = ${site} AND (p.left_on IS NULL OR p.left_on >= ${on}::date) AND (
        p.roles && '{supervisor,qa,admin}' OR p.id IN (
          SELECT m.person_id FROM assignment m WHERE m.seat <> 'member' AND m.from_day <= ${on}::date
            AND (m.to_day IS NULL OR m.to_day >= ${on}::date)))`),
    staffOf: (site, on) =>
      staff(Prisma.sql`SELECT id FROM person WHERE site_id = ${site} AND (left_on IS NULL OR left_on >= ${on}::date)`),
    async birthdaysOf(site, on) {
      const rows = await prisma.$queryRaw<(Omit<Birthday, "leapDay"> & { leap: string | null })[]>`
        SELECT id::text AS person, birthday_month::int AS month, birthday_day::int AS day, leap_day AS leap FROM person
        WHERE site_id = ${site} AND birthday_month IS NOT NULL AND birthday_day IS NOT NULL
          AND (left_on IS NULL OR left_on >= ${on}::date)
        ORDER BY birthday_month, birthday_day, employee_no COLLATE "C"`;
      return rows.map(({ leap, ...birthday }) => {
        const leapDay = leapDays.find((one) => one === leap);
        return leapDay === undefined ? birthday : { ...birthday, leapDay };
      });
    },
    everybody: () => people(Prisma.sql`TRUE`),

    site: async (id) => (await sites(Prisma.sql`s.id = ${id}`))[0],
    sites: () => sites(Prisma.sql`TRUE`),
    async team(id) {
      const row = await prisma.team.findUnique({ where: { id } });
      return row === null ? undefined : teamFrom(row);
    },
    teams: async () => (await prisma.team.findMany({ orderBy: { id: "asc" } })).map(teamFrom),

    async setLocale(id, locale) {
      await prisma.person.updateMany({ where: { id }, data: { locale } });
    },
  };
}
