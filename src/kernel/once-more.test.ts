import { expect, test } from "vitest";
import { onceMore } from "./once-more.ts";

test("whoever asks while a run is under way shares one further run, which begins after they asked", async () => {
  let begun = 0;
  let end: () => void = () => {};
  const ask = onceMore(() => {
    begun += 1;
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  const first = ask();
  await Promise.resolve().then(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(1);
  const [second, third] = [ask(), ask()];
  expect(second).toBe(third);
  end();
  await first;
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(2);
  end();
  await second;
  expect(begun).toBe(2);
});

test("a run that fails tells those who asked for it and nobody else", async () => {
  let fails = true;
  const ask = onceMore(async () => {
    if (fails) throw new Error("no luck");
  });
  await expect(ask()).rejects.toThrow("no luck");
  fails = false;
  await expect(ask()).resolves.toBeUndefined();
});
