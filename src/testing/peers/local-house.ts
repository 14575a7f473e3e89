import { randomUUID } from "node:crypto";
import type { Place } from "../../chat/ask.ts";
import type { Asker } from "../../chat/asker.ts";
import type { Platform } from "../../chat/platform.ts";
import { registry } from "../../chat/registry.ts";
import { type Router, router } from "../../chat/router.ts";
import { text } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { type LocalDeps, type LocalPerson, local } from "../../platforms/local/index.ts";
import { localActions, localCommands } from "./local-commands.ts";
import { localMessagesInMemory } from "./local-messages.ts";

const person = (id: string, name: string, more: Partial<LocalPerson>): LocalPerson => ({
  id,
  name,
  roles: ["agent"],
  team: "Kestrel",
  site: "harbour",
  locale: "en",
  zone: "Europe/London",
  ...more,
});
const inChengdu = { team: "青竹组", site: "chengdu", locale: "zh-CN", zone: "Asia/Shanghai" } as const;

/** Ana, an agent, and Ben, who leads, are at Harbour; Wang Fang and her supervisor in Chengdu. */
const localPeople: readonly LocalPerson[] = [
  person("ana", "Ana Torres", {}),
  person("ben", "Ben Okafor", { roles: ["lead"] }),
  person("cleo", "Cleo Marsh", { team: "Osprey" }),
  person("dev", "Dev Patel", { team: "Osprey", roles: ["agent", "qa"] }),
  person("fang", "王芳", inChengdu),
  person("li", "李伟", { ...inChengdu, roles: ["supervisor", "admin"] }),
];
const sites = [
  { id: "harbour", name: "Harbour", zone: "Europe/London" },
  { id: "chengdu", name: "成都中心", zone: "Asia/Shanghai" },
];
const channels = (site: string) => [
  { id: `${site}-floor`, name: site === "harbour" ? "floor" : "大厅" },
  { id: `${site}-news`, name: site === "harbour" ? "bulletins" : "公告" },
];

const askerOf = ({ id, site, ...rest }: LocalPerson): Asker => {
  return { ...rest, site, person: id, siteLocale: site === "harbour" ? "en" : "zh-CN" };
};

/** What a test may set otherwise; `before` runs before each answer. */
export type HouseOptions = Partial<LocalDeps> & { readonly before?: () => Promise<void> };
export type LocalHouse = {
  readonly url: string;
  readonly platform: Platform;
  readonly place: (id: string) => Place;
  readonly runs: readonly string[];
  readonly errors: readonly string[];
};

/** A local platform in service over the sample commands, on a free port. */
export async function localHouse({ before = async () => {}, ...more }: HouseOptions = {}): Promise<LocalHouse> {
  let url = "";
  const runs: string[] = [];
  const errors: string[] = [];
  const heard = new Set<string>();
  const platform = await local.create(
    { asked: true },
    {
      log: { info: () => {}, warn: () => {}, error: (_context, message) => errors.push(message) },
      port: 0,
      ready: async () => true,
      clock: () => new Date(),
      messages: localMessagesInMemory(),
      people: async () => localPeople,
      sites: async () => sites,
      channels: async (id) => channels(localPeople.find((known) => known.id === id)?.site ?? ""),
      jobs: {
        declared: [
          { name: "daily-scores", cron: "0 9 * * *" },
          { name: "lead-digest", cron: "15 9 * * *" },
        ],
        async run(name, site, at) {
          if (name === "lead-digest")
            return refuse({ say: say({ en: "Harbour has no leads.", "zh-CN": "没有班组长。" }) });
          const run = `${name} ${site} ${at.toISOString()}`;
          if (runs.includes(run)) return done({ ran: "before" });
          runs.push(run);
          const place = { platform: "local", workspace: "local", id: `${site}-news`, kind: "channel" } as const;
          await platform.post(place, { title: "Daily scores", blocks: [text(at.toISOString())] });
          return done({ ran: "now" });
        },
      },
      listening: (address) => {
        url = address;
      },
      ...more,
    },
  );
  const answers: Router = router({
    registry: registry(localCommands, localActions),
    clock: () => new Date(),
    identify: async (ask) => localPeople.filter((known) => known.id === ask.by.user).map(askerOf)[0],
    wayIn: () => ({ title: "Link first", blocks: [] }),
    firstTime: async (key) => {
      await before();
      return !heard.has(key) && Boolean(heard.add(key));
    },
    fault: (error) => errors.push(String(error)),
    reference: () => randomUUID().slice(0, 8),
  });
  await platform.start(answers);
  const place = (id: string): Place => {
    return { platform: "local", workspace: "local", id, kind: id.startsWith("dm:") ? "dm" : "channel" };
  };
  return { url, platform, place, runs, errors };
}
