import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "../kernel/locale.ts";
import { fit as shorten } from "./fit.ts";
import { plainSpans, plainTable, plainView } from "./plain.ts";
import type { Limits } from "./platform.ts";
import type { ActionId, Block, Span, View } from "./view.ts";

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: fc.constantFrom("汉", "字", "a", "&", " ", "👩‍👩‍👧", "\u202E"), maxLength: 900 }),
);
const link = fc.record({ is: fc.constant("link" as const), text: words, url: fc.webUrl() });
const marked = fc.record({ is: fc.constantFrom("strong" as const, "code" as const, "command" as const), text: words });
const somebody = fc.record({ is: fc.constant("person" as const), name: words, accounts: fc.constant([]) });
const spans = fc.array(fc.oneof(words, marked, somebody, link) as fc.Arbitrary<Span>, { maxLength: 6 });

const button = fc.record({ label: words, action: fc.constant("a" as ActionId) });
const option = fc.record({ value: fc.string(), label: words });
const table = fc.integer({ min: 1, max: 14 }).chain((width) =>
  fc.record({
    is: fc.constant("table" as const),
    columns: fc.array(fc.record({ label: words, align: fc.constantFrom("start" as const, "end" as const) }), {
      minLength: width,
      maxLength: width,
    }),
    rows: fc.array(fc.array(words, { minLength: width, maxLength: width }), { maxLength: 40 }),
  }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant("heading" as const), text: words }),
  fc.record({ is: fc.constantFrom("text" as const, "note" as const), spans }),
  fc.record({ is: fc.constant("list" as const), items: fc.array(spans, { maxLength: 30 }) }),
  fc.record({
    is: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: words, value: spans }), { maxLength: 20 }),
  }),
  table,
  fc.constant({ is: "divider" as const }),
  fc.record({ is: fc.constant("buttons" as const), buttons: fc.array(button, { minLength: 1, maxLength: 12 }) }),
  fc.record({
    is: fc.constant("menu" as const),
    label: words,
    action: fc.constant("a" as ActionId),
    options: fc.array(option, { minLength: 1, maxLength: 40 }),
  }),
);
const view: fc.Arbitrary<View> = fc.record({ title: words, blocks: fc.array(block, { maxLength: 15 }) });

const ways = [
  (text: string) => text.length,
  (text: string) => Buffer.byteLength(text),
  (text: string) => text.replaceAll("&", "&amp;").length,
];
/** A platform that nobody has built: every limit at its own, small size. */
const limits: fc.Arbitrary<Limits> = fc.record({
  measure: fc.constantFrom(...ways),
  title: fc.integer({ min: 20, max: 200 }),
  heading: fc.integer({ min: 20, max: 200 }),
  text: fc.integer({ min: 200, max: 2_000 }),
  note: fc.integer({ min: 200, max: 2_000 }),
  total: fc.integer({ min: 1_000, max: 6_000 }),
  blocks: fc.integer({ min: 20, max: 50 }),
  facts: fc.integer({ min: 2, max: 20 }),
  factLabel: fc.integer({ min: 20, max: 200 }),
  factValue: fc.integer({ min: 100, max: 600 }),
  tableRows: fc.integer({ min: 2, max: 60 }),
  tableColumns: fc.integer({ min: 2, max: 12 }),
  tableCell: fc.integer({ min: 20, max: 200 }),
  tableText: fc.integer({ min: 900, max: 3_000 }),
  buttons: fc.integer({ min: 1, max: 10 }),
  buttonLabel: fc.integer({ min: 20, max: 80 }),
  menuOptions: fc.integer({ min: 1, max: 30 }),
  menuLabel: fc.integer({ min: 20, max: 100 }),
  optionLabel: fc.integer({ min: 20, max: 100 }),
  alt: fc.integer({ min: 20, max: 1_000 }),
});
const locale = fc.constantFrom(...locales);

/** Every limit that a block breaks, by name. */
function broken(one: Block, { measure, ...max }: Limits): string[] {
  const over = (name: keyof typeof max, size: number) => (size > max[name] ? [`${name}: ${size} of ${max[name]}`] : []);
  const length = (text: string) => measure(text);
  switch (one.is) {
    case "heading":
      return over("heading", length(one.text));
    case "text":
    case "note":
      return over(one.is, length(plainSpans(one.spans)));
    case "list":
      return over("text", length(one.items.map(plainSpans).join("\n• ")));
    case "facts":
      return [
        ...over("facts", one.facts.length),
        ...one.facts.flatMap(({ label, value }) => [
          ...over("factLabel", length(label)),
          ...over("factValue", length(plainSpans(value))),
        ]),
      ];
    case "table":
      return [
        ...over("tableRows", one.rows.length),
        ...over("tableColumns", one.columns.length),
        ...one.rows.flatMap((row) => row.flatMap((cell) => over("tableCell", length(cell)))),
        ...over("tableText", plainTable(one.columns, one.rows).length),
      ];
    case "buttons":
      return [
        ...over("buttons", one.buttons.length),
        ...one.buttons.flatMap(({ label }) => over("buttonLabel", length(label))),
      ];
    case "menu":
      return [
        ...over("menuLabel", length(one.label)),
        ...over("menuOptions", one.options.length),
        ...one.options.flatMap(({ label }) => over("optionLabel", length(label))),
      ];
    default:
      return [];
  }
}

const labels = ({ blocks }: View) =>
  blocks.flatMap((one) => (one.is === "buttons" ? one.buttons.map(({ label }) => label) : []));
const menus = ({ blocks }: View) => blocks.filter(({ is }) => is === "menu").length;

const sizeOf = (sum: number, block: Block) => sum + plainView({ title: "", blocks: [block] }).length;

describe("fitting a view to a platform", () => {
  test("whatever the view and the limits, the result is within them", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        const fitted = shorten(made, max, language);
        expect(max.measure(fitted.title)).toBeLessThanOrEqual(max.title);
        expect(fitted.blocks.flatMap((one) => broken(one, max))).toEqual([]);
        expect(fitted.blocks.length).toBeLessThanOrEqual(max.blocks);
      }),
      { numRuns: 150 },
    );
  });

  test("all text together is within the total", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        const length = { ...max, measure: (text: string) => text.length };
        const fitted = shorten(made, length, language);
        // Buttons and menus survive whatever the total; here they leave room for words.
        fc.pre(fitted.blocks.filter(({ is }) => is === "buttons" || is === "menu").reduce(sizeOf, 0) < 700);
        // The brackets around buttons and the ends of lines are the platform's own.
        const marks = fitted.blocks.length + 1 + labels(fitted).length * 3 + menus(fitted) * 4;
        expect(plainView(fitted).length - marks).toBeLessThanOrEqual(max.total);
      }),
      { numRuns: 150 },
    );
  });

  test("buttons and menus survive when text must go, in their order", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        const fitted = shorten(made, max, language);
        const kept = made.blocks.flatMap((one) => (one.is === "buttons" ? one.buttons.slice(0, max.buttons) : []));
        expect(labels(fitted)).toHaveLength(kept.length);
        for (const [index, label] of labels(fitted).entries()) {
          const whole = kept[index]?.label ?? "";
          expect(label === whole || whole.startsWith(label.replace(/…$/, ""))).toBe(true);
        }
        expect(menus(fitted)).toBe(menus(made));
      }),
      { numRuns: 150 },
    );
  });

  test("what fits is left as it is, and what was cut says so", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        const fitted = shorten(made, max, language);
        const menuTexts = fitted.blocks.flatMap((one) =>
          one.is === "menu" ? one.options.map(({ label }) => label) : [],
        );
        if (JSON.stringify(fitted) !== JSON.stringify(made)) {
          expect(`${plainView(fitted)}${menuTexts.join("")}`).toContain("…");
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a fitted view fits: fitting it once more changes nothing", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        const fitted = shorten(made, max, language);
        expect(shorten(fitted, max, language)).toEqual(fitted);
      }),
      { numRuns: 150 },
    );
  });

  test("no character is cut in half", () => {
    fc.assert(
      fc.property(view, limits, locale, (made, max, language) => {
        expect(plainView(shorten(made, max, language))).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
