import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Child, runChild } from "./testing/child.ts";

const live = (befalls: string, env: Record<string, string> = {}) => runChild("life", { args: [befalls], env });

async function until(child: Child, wanted: string): Promise<void> {
  for (let line = await child.line(); line !== wanted; line = await child.line()) {
    if (line === undefined) throw new Error(`it ended before "${wanted}": ${child.said()}`);
  }
}

/** Everything that it still says, and how it ends. */
async function rest(child: Child) {
  const lines: string[] = [];
  for (let line = await child.line(); line !== undefined; line = await child.line()) lines.push(line);
  return { lines, code: await child.ended };
}

const orderly = ["close roof", "close cellar", "gone"];

describe("a process that runs until it is stopped", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "closes what it opened in reverse on %s and ends with 0",
    async (signal) => {
      const child = live("nothing");
      await until(child, "up");
      child.kill(signal);
      expect(await rest(child)).toEqual({ lines: orderly, code: 0 });
    },
  );

  test("takes two signals at once for one", async () => {
    const child = live("nothing");
    await until(child, "up");
    child.kill("SIGINT");
    child.kill("SIGINT");
    child.kill("SIGTERM");
    expect(await rest(child)).toEqual({ lines: orderly, code: 0 });
  });

  test("closes what was opened when a later thing cannot start, tells why without a stack, and ends with 1", async () => {
    const child = live("refused");
    expect(await rest(child)).toEqual({ lines: ["open cellar", "close cellar", "gone"], code: 1 });
    expect(child.said()).toBe("The roof is missing: order one.\n");
  });

  test("logs a fault of the start with its stack, and ends with 1", async () => {
    const child = live("broken");
    expect((await rest(child)).code).toBe(1);
    expect(child.said()).toMatch(/"stack":"Error: the ladder broke\\n {4}at /);
    expect(child.said()).toMatch(/\nthe ladder broke\n$/);
  });

  test.each(["thrown", "rejected"])(
    "logs an error that nobody caught (%s), closes everything and ends with 1",
    async (how) => {
      const child = live(how);
      expect(await rest(child)).toEqual({ lines: ["open cellar", "open roof", "up", ...orderly], code: 1 });
      expect(child.said()).toContain("out of the blue");
    },
  );

  test("closes everything and ends with 1 when something it lives on fails", async () => {
    const child = live("failed");
    expect(await rest(child)).toEqual({ lines: ["open cellar", "open roof", "up", ...orderly], code: 1 });
    expect(child.said()).toContain("the cellar is flooded");
  });

  test("closes the others when one fails to close, and ends with 1", async () => {
    const child = live("roof fails");
    await until(child, "up");
    child.kill("SIGTERM");
    expect(await rest(child)).toEqual({ lines: orderly, code: 1 });
    expect(child.said()).toContain("roof is stuck");
  });

  test("closes the others when one hangs", async () => {
    const child = live("roof hangs", { GRACE_MS: "1000" });
    await until(child, "up");
    child.kill("SIGTERM");
    expect(await rest(child)).toEqual({ lines: orderly, code: 1 });
    expect(child.said()).toContain("did not close in time");
  });

  test("does not wait for one that hangs when a second signal comes", async () => {
    // Far longer than this test may take: only the second signal ends it.
    const child = live("roof hangs", { GRACE_MS: "3600000" });
    await until(child, "up");
    child.kill("SIGINT");
    await until(child, "close roof");
    await wait(600);
    child.kill("SIGINT");
    expect(await rest(child)).toEqual({ lines: ["close cellar", "gone"], code: 1 });
  });

  test("stops while it starts", async () => {
    const child = live("slow start", { GRACE_MS: "1500" });
    await until(child, "open cellar");
    child.kill("SIGTERM");
    expect(await rest(child)).toEqual({ lines: ["close cellar", "gone"], code: 0 });
  });
});
