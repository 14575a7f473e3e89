import { isUuid } from "../kernel/ids.ts";
import { decodeView, encodeView, type LocalMessage, type LocalMessages } from "../platforms/local/index.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";

type Row = Prisma.LocalMessageGetPayload<object>;

// A message is JSON already; Prisma's type asks for mutable arrays.
const toJson = (view: LocalMessage["view"]) => encodeView(view) as Prisma.InputJsonObject;

const fromRow = ({ id, place, onlyFor, author, at, revised, view }: Row): LocalMessage => ({
  id,
  place,
  at,
  view: decodeView(view),
  ...(onlyFor === null ? {} : { onlyFor }),
  ...(author === null ? {} : { author }),
  ...(revised === null ? {} : { revised }),
});

/** The local page's messages in Postgres. */
export function localMessages(db: Pick<PrismaClient, "localMessage">): LocalMessages {
  async function find(id: string): Promise<LocalMessage | undefined> {
    const row = isUuid(id) ? await db.localMessage.findUnique({ where: { id } }) : null;
    return row === null ? undefined : fromRow(row);
  }
  return {
    async add({ view, ...rest }) {
      const { count } = await db.localMessage.createMany({
        data: [{ ...rest, view: toJson(view) }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    async revise(id, view, at) {
      if (!isUuid(id)) return undefined;
      const { count } = await db.localMessage.updateMany({ where: { id }, data: { view: toJson(view), revised: at } });
      return count === 0 ? undefined : find(id);
    },
    find,
    async list({ place, person, limit, before }) {
      const rows = await db.localMessage.findMany({
        where: {
          place,
          OR: [{ onlyFor: null }, { onlyFor: person }],
          ...(before === undefined ? {} : { at: { lt: before } }),
        },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.reverse().map(fromRow);
    },
  };
}
