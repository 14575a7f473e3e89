import type { Platform } from "./chat/platform.ts";
import type { HealthLine, Site } from "./features/people/index.ts";
import { say } from "./kernel/locale.ts";
import type { Database } from "./persistence/client.ts";
import type { Queue } from "./queue/index.ts";

export type HealthDeps = {
  readonly database: Pick<Database, "pool">;
  readonly queue: Pick<Queue, "health">;
  readonly platforms: readonly Pick<Platform, "name">[];
  readonly sites: () => Promise<readonly Site[]>;
};

const latest = `
  SELECT s.id, max(b.data_as_of) AS at FROM site s
  LEFT JOIN batch b ON b.site_id = s.id AND b.dataset = 'interactions' AND b.reverted_at IS NULL
  GROUP BY s.id`;

/** How the house is doing, a line a part, for its admins. */
export async function healthLines({ database, queue, platforms, sites }: HealthDeps): Promise<readonly HealthLine[]> {
  const names = platforms.map(({ name }) => name);
  const clock = queue.health();
  const where = clock.backend === "redis" ? "Redis" : "PostgreSQL";
  const feeds = await database.pool.query<{ id: string; at: Date | null }>(latest);
  const byId = new Map(feeds.rows.map(({ id, at }) => [id, at]));
  const feedLine = ({ id, name, zone }: Site): HealthLine => {
    const at = byId.get(id);
    if (!at)
      return {
        well: false,
        says: say({ en: `${name}: no contacts imported yet`, "zh-CN": `${name}：尚未导入联络数据` }),
      };
    return {
      well: true,
      says: say(({ dateTime }) => ({
        en: `${name}: data as of ${dateTime(at, zone)}`,
        "zh-CN": `${name}：数据截至 ${dateTime(at, zone)}`,
      })),
    };
  };
  return [
    {
      well: names.length > 0,
      says: say(({ allOf }) => ({ en: `Connected: ${allOf(names)}`, "zh-CN": `已连接：${allOf(names)}` })),
    },
    {
      well: clock.ok,
      says: clock.ok
        ? say(({ number }) => ({
            en: `Clock on ${where}: ${number(clock.schedules)} schedules in step`,
            "zh-CN": `定时任务（${where}）：${number(clock.schedules)} 个计划运行正常`,
          }))
        : say({
            en: `Clock on ${where}: out of step${clock.trouble ? ` (${clock.trouble})` : ""}`,
            "zh-CN": `定时任务（${where}）：异常${clock.trouble ? `（${clock.trouble}）` : ""}`,
          }),
    },
    ...(await sites()).map(feedLine),
  ];
}
