import { expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import type { Locale } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { aKudos } from "../../testing/contracts/kudos-store.ts";
import { kudosHouse } from "../../testing/kudos-house.ts";
import { kudosInBulletin } from "./bulletin-section.ts";
import type { Kudos } from "./domain.ts";
import { kudosConfig } from "./rules.ts";

/** The nth of a week, on its Monday unless said otherwise. */
const one = (n: number, giver: number, receiver: number, but: Partial<Kudos> = {}): Kudos =>
  aKudos({
    id: anId(100 + n),
    giver: anId(giver),
    receiver: anId(receiver),
    at: new Date(`2026-03-02T09:0${n}:00Z`),
    day: day("2026-03-02"),
    reason: `Good turn number ${n}.`,
    ...but,
  });

async function told(locale: Locale, ...known: readonly Kudos[]): Promise<string | undefined> {
  const { store, roster, site, clock } = kudosHouse(locale, { known });
  const [section] = kudosInBulletin({ store, roster, rules: async () => kudosConfig.parse({}) });
  const blocks = await section?.gather({
    site,
    past: { from: day("2026-03-02"), to: day("2026-03-08") },
    coming: { from: day("2026-03-09"), to: day("2026-03-15") },
    at: clock.now(),
  });
  if (section === undefined || blocks === undefined) return undefined;
  return plainView({ title: section.title(locale), blocks: [...blocks({ locale, zone: site.zone })] });
}

const week = [
  one(0, 3, 2),
  one(1, 1, 2),
  one(2, 3, 4, { value: "know-how", day: day("2026-03-08") }),
  one(3, 1, 3),
  one(4, 2, 5, { reason: `Long ${"and longer ".repeat(14)}` }),
  // Shown, but neither counted nor quoted.
  one(5, 2, 1, { uncounted: "ring" }),
  one(6, 4, 2, { takenBackAt: new Date("2026-03-02T09:08:00Z") }),
  one(7, 4, 1, { day: day("2026-03-01") }),
  one(8, 4, 1, { day: day("2026-03-09") }),
];

test("the week's thank-yous that count are told by value, with a few words for different people", async () => {
  expect(await told("en", ...week)).toMatchInlineSnapshot(`
    "Thanks among colleagues
    5 thank-yous were sent last week: Helpful 4, Know-how 1.
    • Ana Diaz thanks Cy Park: Helpful
    “Good turn number 3.”
    • Cy Park thanks Dee Fox: Know-how
    “Good turn number 2.”
    • Ana Diaz thanks Bo Lund: Helpful
    “Good turn number 1.”
    Thank somebody yourself: /kudos"
  `);
});

test("in Chinese as well", async () => {
  expect(await told("zh-CN", ...week)).toMatchInlineSnapshot(`
    "同事点赞
    上周共有 5 次点赞：帮助同事 4 次，专业 1 次。
    • Ana Diaz 为 Cy Park 点赞：帮助同事
    “Good turn number 3.”
    • Cy Park 为 Dee Fox 点赞：专业
    “Good turn number 2.”
    • Ana Diaz 为 Bo Lund 点赞：帮助同事
    “Good turn number 1.”
    您也来为同事点赞：/kudos"
  `);
});

test("three are quoted at most, those of people who are not on the roster never", async () => {
  const text = await told("en", one(1, 1, 2), one(2, 3, 4), one(3, 5, 7), one(4, 8, 9), one(5, 2, 5));
  expect(text?.match(/“/g)).toHaveLength(3);
  expect(text).toContain("5 thank-yous were sent last week");
  expect(text?.match(/number \d/g)).toEqual(["number 5", "number 3", "number 2"]);
});

test("a week without any is left out, and so is one in which none counts", async () => {
  expect(await told("en")).toBeUndefined();
  expect(await told("en", one(1, 1, 2, { uncounted: "ring" }))).toBeUndefined();
  expect(await told("en", one(1, 1, 2))).toContain("1 thank-you was sent last week: Helpful 1.");
});
