import type { REST } from "discord.js";
import { expect, test } from "vitest";
import { NotDelivered } from "../../chat/platform.ts";
import { channelsByRest } from "./channels.ts";

const minuteMs = 60_000;
const [text, voice, announcement] = [0, 2, 5];
const [home, away] = ["200000000000000001", "200000000000000002"];
const channel = (id: string, name: string, type = text) => ({ id: `30000000000000000${id}`, name, type });
const place = (guild: string, id: string) => ({
  platform: "discord",
  workspace: guild,
  id: `30000000000000000${id}`,
  kind: "channel",
});

/** A bot in servers whose channels change, a clock, and what was asked of Discord. */
function servers(guild?: string) {
  const channels: Record<string, ReturnType<typeof channel>[]> = {
    [away]: [channel("1", "floor", voice), channel("2", "Floor"), channel("3", "leads")],
    [home]: [channel("4", "floor", announcement)],
  };
  const state = { channels, now: 0, asked: [] as string[], fault: undefined as NotDelivered | undefined };
  const get = async (route: string) => {
    state.asked.push(route);
    if (state.fault !== undefined) throw state.fault;
    if (route === "/users/@me/guilds") return Object.keys(channels).map((id) => ({ id }));
    const [, id = ""] = /^\/guilds\/(\d+)\/channels$/.exec(route) ?? [];
    const found = channels[id];
    if (found === undefined) throw new NotDelivered("unreachable", "10004");
    return found;
  };
  const rest = { get } as unknown as REST;
  const named = channelsByRest({
    send: (ask) => ask(rest),
    now: () => state.now,
    ...(guild === undefined ? {} : { guild }),
  });
  return { state, named };
}

test("a name is that of a channel to write in, on any server", async () => {
  const { named } = servers();
  expect(await named("#floor ")).toEqual(place(away, "2"));
  expect(await named("leads")).toEqual(place(away, "3"));
  expect(await named("canteen")).toBeUndefined();
});

test("the server of the configuration comes first, and the others are asked of only for what it has not", async () => {
  const { state, named } = servers(home);
  expect(await named("floor")).toEqual(place(home, "4"));
  expect(state.asked).toEqual([`/guilds/${home}/channels`]);
  expect(await named("leads")).toEqual(place(away, "3"));
});

test("an id is that of its channel, and one that is in no list is taken at its word", async () => {
  const { named } = servers(home);
  expect(await named("300000000000000003")).toEqual(place(away, "3"));
  expect(await named("300000000000000009")).toEqual(place(home, "9"));
  expect(await servers().named("300000000000000009")).toEqual(place("discord", "9"));
});

test("the lists are read once in ten minutes, and once in a minute for what is missing", async () => {
  const { state, named } = servers();
  await Promise.all([named("floor"), named("leads"), named("canteen")]);
  const once = ["/users/@me/guilds", `/guilds/${away}/channels`, `/guilds/${home}/channels`];
  expect(state.asked).toEqual(once);
  state.channels[home]?.push(channel("5", "canteen"));
  state.now = minuteMs - 1;
  expect(await named("canteen")).toBeUndefined();
  state.now = minuteMs;
  expect(await named("canteen")).toEqual(place(home, "5"));
  expect(state.asked).toEqual([...once, ...once]);
  state.now = 11 * minuteMs - 1;
  await named("floor");
  expect(state.asked).toHaveLength(6);
  state.now = 11 * minuteMs;
  await named("floor");
  expect(state.asked).toHaveLength(9);
});

test("a server that the bot is not in has no channels", async () => {
  const { named } = servers("200000000000000009");
  expect(await named("leads")).toEqual(place(away, "3"));
});

test("what kept a list back is told, has sent nothing, and is asked for anew", async () => {
  const { state, named } = servers(home);
  state.fault = new NotDelivered("slow-down", "429", { afterMs: 7000 });
  await expect(named("floor")).rejects.toMatchObject({ why: "slow-down", afterMs: 7000 });
  state.fault = new NotDelivered("unsure", "timeout");
  await expect(named("floor")).rejects.toMatchObject({ why: "not-sent", code: "timeout" });
  state.fault = undefined;
  expect(await named("floor")).toEqual(place(home, "4"));
});

test("more servers than Discord gives at a time are all known", async () => {
  const ids = Array.from({ length: 201 }, (_, nth) => String(200_000_000_000_000_000n + BigInt(nth)));
  const pages: (string | null)[] = [];
  const get = async (route: string, { query }: { query?: URLSearchParams } = {}) => {
    if (route !== "/users/@me/guilds") return route.includes(`/${ids[200]}/`) ? [channel("1", "floor")] : [];
    const after = query?.get("after") ?? null;
    pages.push(after);
    const rest = after === null ? ids : ids.slice(ids.indexOf(after) + 1);
    return rest.slice(0, Number(query?.get("limit"))).map((id) => ({ id }));
  };
  const named = channelsByRest({ send: (ask) => ask({ get } as unknown as REST), now: () => 0 });
  expect(await named("floor")).toEqual(place(ids[200] ?? "", "1"));
  expect(pages).toEqual([null, ids[199]]);
});
