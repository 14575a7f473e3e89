import { expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import type { Meter } from "../kernel/meter.ts";
import { anAccount } from "../testing/builders.ts";
import type { Ask, Place } from "./ask.ts";
import { openCommand, view } from "./command.ts";
import { registry } from "./registry.ts";
import { router } from "./router.ts";

const word = (text: string) => say({ en: text, "zh-CN": text });
const place: Place = { platform: "slack", workspace: "w1", id: "D1", kind: "dm" };
const asks = (name: string): Ask => ({ is: "command", key: name, by: anAccount("ANA"), place, command: name });

/** A command that takes a second and a half, and may end in a fault. */
function house() {
  const told: unknown[] = [];
  let now = Date.parse("2026-03-10T20:00:00Z");
  const slow = (name: string, end: () => void) =>
    openCommand({
      name,
      summary: word(name),
      params: {},
      audience: "asker",
      run: async () => {
        now += 1500;
        end();
        return view(() => ({ title: name, blocks: [] }));
      },
    });
  const broken = () => {
    throw new Error("no paper");
  };
  const heard = new Set<string>();
  const meter: Pick<Meter, "answered" | "faulted"> = {
    answered: (answer) => told.push(answer),
    faulted: (where) => told.push(where),
  };
  const talk = router({
    registry: registry([slow("tea", () => {}), slow("print", broken)], []),
    clock: () => new Date(now),
    identify: async () => undefined,
    wayIn: () => ({ title: "We have not met", blocks: [] }),
    firstTime: async (key) => heard.size < heard.add(key).size,
    fault: () => {},
    reference: () => "ref",
    meter,
  });
  return { talk, told };
}

test("every answer is told with how long it took, a fault with where, and a repeat not at all", async () => {
  const { talk, told } = house();
  await talk.answer(asks("tea"));
  await talk.answer(asks("tea"));
  await talk.answer(asks("print"));
  expect(told).toEqual([
    { platform: "slack", kind: "command", outcome: "view", seconds: 1.5 },
    { platform: "slack", kind: "command", outcome: "fault", seconds: 1.5 },
    "router",
  ]);
});
