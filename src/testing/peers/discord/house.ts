import type { Action, Command } from "../../../chat/command.ts";
import { registry } from "../../../chat/registry.ts";
import { router } from "../../../chat/router.ts";
import { text } from "../../../chat/view.ts";
import type { Seen } from "../../contracts/peer.ts";
import { discordPeerWith } from "../discord.ts";
import { vendor } from "./vendor.ts";

/** A small house on Discord over the given commands, started: Ana reads English, Ben Chinese. */
export async function house(commands: readonly Command[], actions: readonly Action[] = []) {
  const peer = await discordPeerWith(await vendor());
  const asked: string[] = [];
  const faults: unknown[] = [];
  const heard = new Set<string>();
  const made = router({
    registry: registry(commands, actions),
    clock: () => new Date("2026-03-09T09:00:00Z"),
    identify: async ({ by }) => ({
      person: by.user,
      name: by.user === peer.ana.user ? "Ana" : "Ben",
      roles: ["agent"],
      site: "harbour",
      siteLocale: "en",
      locale: by.user === peer.ana.user ? "en" : "zh-CN",
      zone: "Europe/London",
    }),
    wayIn: () => ({ title: "Who are you?", blocks: [text("Link first")] }),
    firstTime: async (key) => {
      asked.push(key);
      return !heard.has(key) && Boolean(heard.add(key));
    },
    fault: (error) => faults.push(error),
    reference: () => "00000001",
  });
  const last = async (by = peer.ana, where = peer.channel): Promise<Seen> => {
    const seen = (await peer.sees(by, where)).at(-1);
    if (seen === undefined) throw new Error("nothing was seen");
    return seen;
  };
  return {
    ...peer,
    router: made,
    /** The key of each event that reached the router's answer, in order. */
    asked,
    faults,
    last,
    start: () => peer.platform.start(made),
    async close(): Promise<void> {
      await peer.platform.stop();
      await peer.close();
    },
  };
}

export type House = Awaited<ReturnType<typeof house>>;
