import { expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import type { Locale } from "../../kernel/locale.ts";
import { addDays, day } from "../../kernel/time.ts";
import { anId, aPerson, aSite } from "../../testing/builders.ts";
import { aDraw, aSecret } from "../../testing/draw-builders.ts";
import { drawsInMemory } from "../../testing/draw-store.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { drawsInBulletin } from "./bulletin-sections.ts";
import type { Draw } from "./domain.ts";

const site = aSite();
const monday = day("2026-03-16");
const at = new Date("2026-03-16T10:00:00Z");

async function told(all: readonly Partial<Draw>[], locale: Locale = "en") {
  const store = drawsInMemory();
  for (const [index, but] of all.entries()) {
    const draw = await store.add(aDraw({ id: anId(9000 + index), ...but }), { secret: aSecret, told: () => ({}) });
    await store.change(draw, { at, prizes: [{ rank: 1, person: anId(1), state: "claimed" }] });
  }
  const roster = peopleInMemory({ sites: [site], teams: [], people: [aPerson()] });
  const [section] = drawsInBulletin({ store, roster });
  const days = (from: typeof monday) => ({ from, to: addDays(from, 6) });
  const blocks = await section?.gather({ site, past: days(addDays(monday, -7)), coming: days(monday), at });
  return blocks && plainView({ title: "", blocks: blocks({ locale, zone: site.zone }) });
}

const drawn = (drawnAt: string): Partial<Draw> => ({ state: "claimed", drawnAt: new Date(drawnAt) });

test("tells what was drawn in the week that is over, and what is open now", async () => {
  const open = { prize: { en: "Umbrella", "zh-CN": "雨伞" }, closesAt: new Date("2026-03-18T17:00:00Z") };
  expect(await told([drawn("2026-03-13T10:00:00Z"), open])).toBe(
    "• Draw 1: A day off: won by Ana Diaz\n• Draw 2: Umbrella: open until 18 Mar 2026, 17:00",
  );
  expect(await told([drawn("2026-03-13T10:00:00Z")], "zh-CN")).toBe("• 抽奖 1：一天带薪假：中奖者：Ana Diaz");
});

test.each([
  ["2026-03-08T23:59:59.999Z", false],
  ["2026-03-09T00:00:00Z", true],
  ["2026-03-15T23:59:59.999Z", true],
  ["2026-03-16T00:00:00Z", false],
])("a draw of %s is of the week: %s", async (drawnAt, isTold) => {
  expect((await told([drawn(drawnAt)])) !== undefined).toBe(isTold);
});

test.each([
  ["a draft", { state: "draft" as const }],
  ["one that closes this very moment", { closesAt: at }],
  ["one that was cancelled", { state: "cancelled" as const }],
])("says nothing of %s", async (_, but) => {
  expect(await told([but])).toBeUndefined();
});
