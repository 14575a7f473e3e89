import type { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { channels } from "./channels.ts";

const minuteMs = 60_000;

/** A workspace whose list of channels changes, a clock, and how often the list was read. */
function workspace(...names: string[]) {
  const state = { names, now: 0, reads: 0 };
  const list = async () => {
    state.reads += 1;
    return { ok: true, channels: state.names.map((name, index) => ({ id: `C${index}`, name })) };
  };
  const client = { conversations: { list } } as unknown as WebClient;
  return { state, of: channels({ api: { once: (does) => does(client) }, now: () => state.now }) };
}

test("names are read once in ten minutes", async () => {
  const { state, of } = workspace("general", "floor");
  expect(await Promise.all([of.named("floor"), of.named("#General")])).toEqual(["C1", "C0"]);
  state.now = 10 * minuteMs - 1;
  await of.named("floor");
  expect(state.reads).toBe(1);
  state.now = 10 * minuteMs;
  await of.named("floor");
  expect(state.reads).toBe(2);
});

test("a name that is missing is looked for again, but not within a minute", async () => {
  const { state, of } = workspace("general");
  expect(await of.named("floor")).toBeUndefined();
  state.names = ["general", "floor"];
  state.now = minuteMs - 1;
  expect(await of.named("floor")).toBeUndefined();
  expect(state.reads).toBe(1);
  state.now = minuteMs;
  expect(await of.named("floor")).toBe("C1");
  expect(state.reads).toBe(2);
});

test("a list that could not be read is read anew", async () => {
  const { state, of } = workspace("floor");
  const names = state.names;
  Object.defineProperty(state, "names", {
    configurable: true,
    get: () => {
      throw new TypeError("broken");
    },
  });
  await expect(of.named("floor")).rejects.toMatchObject({ why: "not-sent" });
  Object.defineProperty(state, "names", { value: names });
  expect(await of.named("floor")).toBe("C0");
});
