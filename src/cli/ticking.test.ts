import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Cli } from "./cli.ts";
import { ticking } from "./ticking.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

function aCli(isTerminal: boolean) {
  const err: string[] = [];
  const over: string[] = [];
  const cli: Cli = {
    env: {},
    locale: "en",
    out: () => {},
    err: (line) => void err.push(line),
    ...(isTerminal ? { over: (line: string) => void over.push(line) } : {}),
    signal: new AbortController().signal,
    clock: () => performance.now(),
  };
  return { cli, err, over };
}
const line = (seconds: number) => `${seconds} s`;

test("a terminal sees each second in one place, which is cleared at the end", () => {
  const { cli, err, over } = aCli(true);
  const stop = ticking(cli, line);
  vi.advanceTimersByTime(2_500);
  stop();
  vi.advanceTimersByTime(5_000);
  expect({ err, over }).toEqual({ err: [], over: ["1 s", "2 s", ""] });
});

test("elsewhere there is a line every ten seconds, and none of short work", () => {
  const { cli, err } = aCli(false);
  const short = ticking(cli, line);
  vi.advanceTimersByTime(9_000);
  short();
  expect(err).toEqual([]);
  const long = ticking(cli, line);
  vi.advanceTimersByTime(21_000);
  long();
  expect(err).toEqual(["10 s", "20 s"]);
});
