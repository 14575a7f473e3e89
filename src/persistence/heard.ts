import type { Database } from "./client.ts";

/** What was already answered, so that a platform's retry is not answered again. */
export type Heard = {
  /** Whether an event is seen for the first time, on whichever machine; marks it as seen. */
  firstTime(key: string, at: Date): Promise<boolean>;
  /** Forgets what was heard before an instant; gives how many. */
  forgetBefore(at: Date): Promise<number>;
};

export const heard = ({ pool, prisma }: Pick<Database, "pool" | "prisma">): Heard => ({
  async firstTime(key, at) {
    const { rowCount } = await pool.query("INSERT INTO heard (key, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
      key,
      at,
    ]);
    return rowCount === 1;
  },
  async forgetBefore(at) {
    const { count } = await prisma.heard.deleteMany({ where: { at: { lt: at } } });
    return count;
  },
});
