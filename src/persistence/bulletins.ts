import type { Arranged, Bulletin, BulletinStore, Item, ItemState, Submittable } from "../features/bulletins/index.ts";
import type { Touched } from "../features/notices/index.ts";
import { isUuid } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/time.ts";
import { dayFromDatabase, dayToDatabase } from "./days.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import type { BulletinItemModel, BulletinModel } from "./generated/models.ts";

type Db = Pick<PrismaClient, "bulletin" | "bulletinItem" | "outbox" | "$executeRaw">;

const inOrder = [{ position: "asc" }, { id: "asc" }] as const satisfies Prisma.BulletinItemOrderByWithRelationInput[];

const itemFrom = ({ week, section, personId, state, editedBy, siteId: _, ...row }: BulletinItemModel): Item => ({
  ...row,
  week: dayFromDatabase(week),
  section: section as Submittable,
  by: personId,
  state: state as ItemState,
  ...(editedBy === null ? {} : { editedBy }),
});

const rowOf = (site: string, { week, by, editedBy, ...item }: Item): BulletinItemModel => ({
  ...item,
  siteId: site,
  week: dayToDatabase(week),
  personId: by,
  editedBy: editedBy ?? null,
});

/** Everything of a bulletin but its items. */
function partsFrom(row: BulletinModel | null): Omit<Bulletin, "site" | "week" | "items"> {
  if (row === null) return { sections: [] };
  const { approvedBy, approvedAt, draftedOn, closedOn, publishedAt } = row;
  return {
    sections: row.sections as unknown as readonly Arranged[],
    ...(approvedBy === null ? {} : { approvedBy }),
    ...(approvedAt === null ? {} : { approvedAt }),
    ...(draftedOn === null ? {} : { draftedOn: dayFromDatabase(draftedOn) }),
    ...(closedOn === null ? {} : { closedOn: dayFromDatabase(closedOn) }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

const orNull = (on: LocalDate | undefined) => (on === undefined ? null : dayToDatabase(on));
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

async function load(db: Db, site: string, week: LocalDate): Promise<Bulletin> {
  const where = { siteId: site, week: dayToDatabase(week) };
  const row = await db.bulletin.findUnique({ where: { siteId_week: where } });
  const items = await db.bulletinItem.findMany({ where, orderBy: inOrder });
  return { site, week, ...partsFrom(row), items: items.map(itemFrom) };
}

/** Writes what differs between a bulletin as it was and as it is to be. */
async function save(db: Db, before: Bulletin, after: Bulletin): Promise<void> {
  const { site, week } = before;
  await db.bulletin.update({
    where: { siteId_week: { siteId: site, week: dayToDatabase(week) } },
    data: {
      sections: json(after.sections),
      approvedBy: after.approvedBy ?? null,
      approvedAt: after.approvedAt ?? null,
      draftedOn: orNull(after.draftedOn),
      closedOn: orNull(after.closedOn),
      publishedAt: after.publishedAt ?? null,
    },
  });
  const kept = new Set(after.items.map(({ id }) => id));
  await db.bulletinItem.deleteMany({
    where: { id: { in: before.items.filter(({ id }) => !kept.has(id)).map(({ id }) => id) } },
  });
  const known = new Map(before.items.map((item) => [item.id, item]));
  for (const item of after.items) {
    const row = rowOf(site, item);
    if (!known.has(item.id)) await db.bulletinItem.create({ data: row });
    else if (known.get(item.id) !== item) await db.bulletinItem.update({ where: { id: item.id }, data: row });
  }
}

const announce = (db: Db, touched: readonly Touched[], at: Date) =>
  touched.length === 0
    ? undefined
    : db.outbox.createMany({ data: touched.map((one) => ({ is: "touched", body: json(one), at })) });

/** A quarter. */
const mostPublished = 13;

/** Bulletins in PostgreSQL; what changes is announced through the outbox in the same transaction. */
export function bulletinStore({ prisma }: { readonly prisma: PrismaClient }): BulletinStore {
  return {
    bulletin: (site, week) => load(prisma, site, week),

    async placeOf(item) {
      if (!isUuid(item)) return undefined;
      const row = await prisma.bulletinItem.findUnique({ where: { id: item }, select: { siteId: true, week: true } });
      return row === null ? undefined : { site: row.siteId, week: dayFromDatabase(row.week) };
    },

    change: ({ site, week, at }, decide) =>
      prisma.$transaction(async (db) => {
        await db.$executeRaw`
          INSERT INTO bulletin (site_id, week) VALUES (${site}, ${week}::date) ON CONFLICT DO NOTHING`;
        await db.$executeRaw`SELECT FROM bulletin WHERE site_id = ${site} AND week = ${week}::date FOR UPDATE`;
        const before = await load(db, site, week);
        const decided = decide(before);
        if (!decided.ok) return decided;
        const { bulletin, touched } = decided.value;
        if (bulletin !== before) await save(db, before, bulletin);
        await announce(db, touched, at);
        return { ok: true, value: bulletin };
      }),

    async leftOver(site, from, before) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT i.id::text FROM bulletin_item i LEFT JOIN bulletin b ON b.site_id = i.site_id AND b.week = i.week
        WHERE i.site_id = ${site} AND i.week >= ${from}::date AND i.week < ${before}::date
          AND (i.state = 'submitted' OR i.state = 'approved' AND b.published_at IS NULL)`;
      const found = await prisma.bulletinItem.findMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        orderBy: [{ week: "asc" }, ...inOrder],
      });
      return found.map(itemFrom);
    },

    async past(site, before, limit) {
      const rows = await prisma.$queryRaw<{ week: Date; items: number; publishedAt: Date | null }[]>`
        SELECT b.week, b.published_at AS "publishedAt", count(i.id)::int AS items
        FROM bulletin b LEFT JOIN bulletin_item i ON i.site_id = b.site_id AND i.week = b.week AND i.state = 'approved'
        WHERE b.site_id = ${site} GROUP BY b.site_id, b.week
        HAVING b.published_at IS NOT NULL OR (b.week < ${before}::date AND count(i.id) > 0)
        ORDER BY b.week DESC LIMIT ${limit}`;
      return rows.map(({ week, items, publishedAt }) => ({
        week: dayFromDatabase(week),
        items,
        ...(publishedAt === null ? {} : { publishedAt }),
      }));
    },

    async published(site) {
      const rows = await prisma.bulletin.findMany({
        where: { siteId: site, publishedAt: { not: null }, closedOn: { not: null } },
        orderBy: { week: "desc" },
        take: mostPublished,
      });
      return rows.flatMap(({ week, closedOn }) =>
        closedOn === null ? [] : [{ week: dayFromDatabase(week), closedOn: dayFromDatabase(closedOn) }],
      );
    },
  };
}
