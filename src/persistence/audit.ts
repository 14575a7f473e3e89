import type { Audit } from "../features/people/audit.ts";
import type { Database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** Keeps the audit in its table. */
export const audit = ({ prisma }: Pick<Database, "prisma">): Audit => ({
  async record({ at, actor, action, subject, detail }) {
    const body = JSON.parse(JSON.stringify(detail ?? {})) as Prisma.InputJsonObject;
    await prisma.audit.create({ data: { at, actor: actor ?? null, action, subject, detail: body } });
  },
});
