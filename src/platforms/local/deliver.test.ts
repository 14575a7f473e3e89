import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AccountRef, Place } from "../../chat/ask.ts";
import { text, type View } from "../../chat/view.ts";
import { localMessagesInMemory } from "../../testing/peers/local-messages.ts";
import { type LocalDeps, type LocalPerson, local } from "./index.ts";

const view = (said: string): View => ({ title: "Digest", blocks: [text(said)] });
const account = (user: string): AccountRef => ({ platform: "local", workspace: "local", user });
const place = (id: string, kind: Place["kind"] = "channel"): Place => ({
  platform: "local",
  workspace: "local",
  id,
  kind,
});
const person = (id: string, site: string): LocalPerson => {
  return { id, name: id, locale: "en", roles: ["agent"], site, zone: "Europe/London" };
};

/** A page of two sites with a channel of one name each, and how often everybody was read. */
async function page(more: Partial<LocalDeps> = {}) {
  const everybody = [person("ana", "harbour"), person("li", "suzhou")];
  const messages = localMessagesInMemory();
  let reads = 0;
  const platform = await local.create(
    { asked: true },
    {
      log: { info: () => {}, warn: () => {}, error: () => {} },
      port: 0,
      ready: async () => true,
      clock: () => new Date("2026-03-09T09:00:00Z"),
      messages,
      people: async () => {
        reads += 1;
        return [...everybody];
      },
      sites: async () => [],
      channels: async (id) => {
        const site = id === "ana" ? "harbour" : "suzhou";
        return [{ id: `${site}:floor`, name: "floor" }];
      },
      ...more,
    },
  );
  return { platform, messages, everybody, reads: () => reads };
}

test("a site's channel is its own, though another site has one of the same name", async () => {
  const { platform } = await page();
  expect(await platform.channel("harbour", "#Floor")).toEqual(place("harbour:floor"));
  expect(await platform.channel("suzhou", "floor")).toEqual(place("suzhou:floor"));
  expect(await platform.channel("suzhou", "harbour:floor")).toBeUndefined();
  expect(await platform.channel("nowhere", "floor")).toBeUndefined();
});

test("a second post under a key leaves the first as it is, revisions included", async () => {
  const { platform, messages } = await page();
  const [key, floor] = [randomUUID(), place("harbour:floor")];
  const receipt = await platform.post(floor, view("first"), key);
  await platform.revise(receipt, view("corrected"));
  expect(await platform.post(floor, view("first"), key)).toEqual(receipt);
  expect(await messages.find(key)).toMatchObject({ view: view("corrected") });
});

test("what somebody wrote is not found as ours", async () => {
  const { platform, messages } = await page();
  const id = randomUUID();
  await messages.add({ id, place: "harbour:floor", author: "ana", at: new Date(), view: view("hello") });
  expect(await platform.find(place("harbour:floor"), id, new Date(0))).toBeUndefined();
});

test("everybody has an account; who is not there cannot be reached, and who has just come can", async () => {
  const { platform, everybody } = await page();
  const reached = platform.accountOf({ id: "max", accounts: [] });
  expect(reached).toEqual(account("max"));
  await expect(platform.direct(account("max"))).rejects.toMatchObject({ name: "NotDelivered", why: "unreachable" });
  everybody.push(person("max", "harbour"));
  expect(await platform.direct(account("max"))).toEqual(place("dm:max", "dm"));
});

test("a batch reads everybody once", async () => {
  const { platform, reads } = await page();
  for (let nth = 0; nth < 50; nth += 1) await platform.direct(account("ana"));
  expect(reads()).toBe(1);
});

test("a message that is gone cannot be revised, and a store that fails leaves it open", async () => {
  const { platform } = await page();
  const gone = { place: place("harbour:floor"), message: randomUUID() };
  await expect(platform.revise(gone, view("x"))).rejects.toMatchObject({ why: "refused" });
  const fails = () => Promise.reject(new Error("no connection"));
  const broken = await page({ messages: { ...localMessagesInMemory(), add: fails, find: fails } });
  const posting = broken.platform.post(place("harbour:floor"), view("x"), randomUUID());
  await expect(posting).rejects.toMatchObject({ why: "unsure" });
  const finding = broken.platform.find(place("harbour:floor"), randomUUID(), new Date());
  await expect(finding).rejects.toMatchObject({ why: "unsure" });
});

test("nobody counts how fast it is written to", async () => {
  const { platform } = await page();
  expect(platform.pace).toEqual({ perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 });
});
