import { expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { suggestionHouse } from "../../testing/suggestion-house.ts";
import { suggestionsInBulletin } from "./bulletin-section.ts";

type House = ReturnType<typeof suggestionHouse>;

const who = (n: number, role: "agent" | "supervisor" = "agent") =>
  ({ person: anId(n), site: "leeds", roles: [role], zone: "Europe/London" }) as const;

async function told(made: House, locale: Locale): Promise<string | undefined> {
  const [section] = suggestionsInBulletin(made);
  const blocks = await section?.gather({
    site: made.site,
    past: { from: day("2026-03-09"), to: day("2026-03-15") },
    coming: { from: day("2026-03-16"), to: day("2026-03-22") },
    at: made.clock.now(),
  });
  if (section === undefined || blocks === undefined) return undefined;
  return plainView({ title: section.title(locale), blocks: [...blocks({ locale, zone: made.site.zone })] });
}

/** Makes suggestions on a day, voted for by so many of the people 2 to 5; answers their ids. */
async function makes(
  made: House,
  on: string,
  ...all: readonly (readonly [text: string, votes: number, as?: string])[]
) {
  made.clock.to(`${on}T12:00:00Z`);
  const ids: string[] = [];
  for (const [text, votes, as] of all) {
    const outcome = await made.suggestions.make(who(1), { text, isSigned: as === undefined }, made.clock.now());
    if (!outcome.ok) throw new Error(outcome.refusal.why);
    ids.push(outcome.value.suggestion.id);
    for (let voter = 2; voter < 2 + votes; voter += 1)
      await made.suggestions.vote(who(voter), ids.at(-1) ?? "", true, made.clock.now());
  }
  return ids;
}

test.each(["en", "zh-CN"] as const)(
  "the week's suggestions and what became of some, with the reason (%s)",
  async (locale) => {
    const made = suggestionHouse(locale);
    const [before] = await makes(made, "2026-03-08", ["Too early to be news of this week.", 4]);
    const [, done] = await makes(
      made,
      "2026-03-09",
      ["Softer chairs for the night shift.", 1],
      ["A kettle on the second floor, please.", 0, "anonymous"],
      ["A plant beside every window.", 0],
    );
    const sam = who(6, "supervisor");
    made.clock.to("2026-03-15T23:59:00Z");
    const now = made.clock.now();
    await made.suggestions.decide(sam, { suggestion: before ?? "", to: "declined", reason: "It is too dear." }, now);
    await made.suggestions.decide(sam, { suggestion: done ?? "", to: "considered" }, now);
    await makes(made, "2026-03-16", ["Too late to be news of that week.", 4]);
    expect(await told(made, locale)).toMatchSnapshot();
  },
);

test("five new ones are named at most, those with the most votes", async () => {
  const made = suggestionHouse("en");
  const ideas = [0, 1, 2, 3, 4].map((votes) => [`An idea with so many votes: ${votes}.`, Math.min(votes, 4)] as const);
  await makes(made, "2026-03-10", ["An idea that nobody likes.", 0], ...ideas);
  const text = (await told(made, "en")) ?? "";
  expect(text).toContain("6 new suggestions; those with the most votes");
  expect(text.match(/so many votes: \d/g)?.map((one) => one.at(-1))).toEqual(["4", "3", "2", "1"]);
  expect(text.match(/SG-/g)).toHaveLength(5);
});

test("a week stays as it was told: what is voted and decided later changes nothing of it, an undone step is no news", async () => {
  const made = suggestionHouse("en");
  const sam = who(6, "supervisor");
  const [one, two, slip] = await makes(
    made,
    "2026-03-09",
    ["Softer chairs for the night shift.", 0],
    ["A plant beside every window.", 1],
    ["A slide from the second floor.", 0],
  );
  const decides = (id: string | undefined, to: "considered" | "planned", at: string) =>
    made.suggestions.decide(sam, { suggestion: id ?? "", to }, new Date(at));
  await decides(one, "considered", "2026-03-10T09:00:00Z");
  await decides(slip, "considered", "2026-03-10T10:00:00Z");
  const undo = { suggestion: slip ?? "", reason: "The wrong one, sorry." };
  await made.suggestions.undo(sam, undo, new Date("2026-03-10T11:00:00Z"));
  made.clock.to("2026-03-16T09:00:00Z");
  const then = await told(made, "en");
  expect(then?.split("What became of suggestions")[1]).toMatch(/SG-1 · Ana Diaz · being considered/);
  expect(then?.split("What became of suggestions")[1]).not.toMatch(/SG-3/);
  await decides(one, "planned", "2026-03-16T10:00:00Z");
  await decides(two, "considered", "2026-03-16T10:00:00Z");
  for (const voter of [3, 4, 5])
    await made.suggestions.vote(who(voter), one ?? "", true, new Date("2026-03-16T11:00:00Z"));
  expect(await told(made, "en")).toBe(then);
});

test("a draft in the week does not tell what is hidden still", async () => {
  const made = suggestionHouse("en");
  await makes(made, "2026-03-12", ["A kettle on the second floor, please.", 0, "anonymous"]);
  expect(await told(made, "en")).toBeUndefined();
  made.clock.to("2026-03-13T09:00:00Z");
  expect(await told(made, "en")).toContain("A kettle");
});

test("a week without any is left out, and what was withdrawn is not told", async () => {
  const made = suggestionHouse("en");
  expect(await told(made, "en")).toBeUndefined();
  const [id] = await makes(made, "2026-03-10", ["An idea that is taken back.", 1]);
  await made.suggestions.withdraw(who(1), { suggestion: id ?? "" }, made.clock.now());
  expect(await told(made, "en")).toBeUndefined();
});
