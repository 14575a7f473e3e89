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
      ["A kettle on the second floor, please.", 2, "anonymous"],
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

test("a week without any is left out, and what was withdrawn is not told", async () => {
  const made = suggestionHouse("en");
  expect(await told(made, "en")).toBeUndefined();
  const [id] = await makes(made, "2026-03-10", ["An idea that is taken back.", 1]);
  await made.suggestions.withdraw(who(1), { suggestion: id ?? "" }, made.clock.now());
  expect(await told(made, "en")).toBeUndefined();
});
