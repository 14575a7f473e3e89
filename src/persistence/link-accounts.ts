import type { AccountRef } from "../chat/ask.ts";
import type { Tried } from "../features/people/link-code.ts";
import type { LinkedBy, PeopleStore } from "../features/people/store.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";

type Db = Pick<PrismaClient, "$queryRaw" | "$executeRaw">;
type Links = Pick<PeopleStore, "accountsOf" | "link" | "unlink" | "wasUnlinked" | "saveLinkCode" | "tryLinkCode">;

export const isAccount = ({ platform, workspace, user }: AccountRef): Prisma.Sql =>
  Prisma.sql`platform = ${platform} AND workspace = ${workspace} AND user_id = ${user}`;

const valuesOf = ({ platform, workspace, user }: AccountRef) => Prisma.sql`${platform}, ${workspace}, ${user}`;
const keyOf = ({ platform, workspace, user }: AccountRef) => JSON.stringify([platform, workspace, user]);

async function join(db: Db, account: AccountRef, person: string, how: LinkedBy, at: Date): Promise<boolean> {
  await db.$executeRaw`DELETE FROM unlinked WHERE ${isAccount(account)}`;
  const changed = await db.$executeRaw`
    INSERT INTO account (platform, workspace, user_id, person_id, how, linked_at)
    VALUES (${valuesOf(account)}, ${person}::uuid, ${how}, ${at})
    ON CONFLICT (platform, workspace, user_id) DO UPDATE
      SET person_id = excluded.person_id, how = excluded.how, linked_at = excluded.linked_at
      WHERE account.person_id <> excluded.person_id`;
  return changed > 0;
}

async function part(db: Db, account: AccountRef, person: string, at: Date): Promise<boolean> {
  const gone = await db.$executeRaw`DELETE FROM account WHERE ${isAccount(account)} AND person_id = ${person}::uuid`;
  if (gone === 0) return false;
  await db.$executeRaw`
    INSERT INTO unlinked (platform, workspace, user_id, at) VALUES (${valuesOf(account)}, ${at})
    ON CONFLICT (platform, workspace, user_id) DO UPDATE SET at = excluded.at`;
  return true;
}

/** What a try depends on, with its account and its code locked until the transaction ends. */
async function lock(db: Db, hash: string, account: AccountRef, countedFrom: Date): Promise<Tried> {
  const by = keyOf(account);
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${by}, 0))`;
  const codes = await db.$queryRaw<{ person: string; expiresAt: Date; usedAt: Date | null }[]>`
    SELECT person_id AS person, expires_at AS "expiresAt", used_at AS "usedAt"
    FROM link_code WHERE hash = ${hash} FOR UPDATE`;
  const [held] = await db.$queryRaw<{ holder: string | null; wrong: Date[] }[]>`
    SELECT (SELECT person_id FROM account WHERE ${isAccount(account)}) AS holder,
      ARRAY(SELECT at FROM link_attempt WHERE account = ${by} AND at > ${countedFrom} ORDER BY at, id) AS wrong`;
  const [code] = codes.map(({ usedAt, ...rest }) => (usedAt === null ? rest : { ...rest, usedAt }));
  return { code, holder: held?.holder ?? undefined, wrongTries: held?.wrong ?? [] };
}

/** Accounts and the codes that join them, in PostgreSQL. */
export const linkAccounts = (prisma: PrismaClient): Links => ({
  async accountsOf(personId) {
    const rows = await prisma.account.findMany({
      where: { personId },
      orderBy: [{ linkedAt: "asc" }, { platform: "asc" }, { workspace: "asc" }, { userId: "asc" }],
    });
    return rows.map(({ platform, workspace, userId, how, linkedAt }) => ({
      account: { platform, workspace, user: userId },
      how: how as LinkedBy,
      at: linkedAt,
    }));
  },

  link: (account, person, how, at) => prisma.$transaction((db) => join(db, account, person, how, at)),

  unlink: (account, person, at) => prisma.$transaction((db) => part(db, account, person, at)),

  async wasUnlinked({ platform, workspace, user }) {
    return (await prisma.unlinked.count({ where: { platform, workspace, userId: user } })) > 0;
  },

  async saveLinkCode(hash, personId, expiresAt) {
    await prisma.linkCode.create({ data: { hash, personId, expiresAt } });
  },

  tryLinkCode: ({ hash, account, at, countedFrom }, judge) =>
    prisma.$transaction(async (db) => {
      const verdict = judge(await lock(db, hash, account, countedFrom), at);
      if (verdict.ok) {
        await db.$executeRaw`UPDATE link_code SET used_at = ${at} WHERE hash = ${hash}`;
        await join(db, account, verdict.value.person, "code", at);
      } else if (verdict.refusal.why === "wrong") {
        await db.$executeRaw`INSERT INTO link_attempt (account, at) VALUES (${keyOf(account)}, ${at})`;
      }
      return verdict;
    }),
});
