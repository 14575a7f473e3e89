import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, heat, inkOn } from "./colour.ts";
import { colours } from "./look.ts";

const aShare = fc.double({ min: 0, max: 1, noNaN: true });

test("a value is legible on every colour of the scale", () => {
  fc.assert(
    fc.property(aShare, (share) => {
      const fill = heat(share);
      expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});

test("the scale is lighter the further up, also to those who see no colours", () => {
  fc.assert(
    fc.property(aShare, aShare, (one, other) => {
      const [lower, upper] = one < other ? [one, other] : [other, one];
      fc.pre(upper - lower > 0.02);
      expect(contrast(heat(lower), "#000000")).toBeLessThan(contrast(heat(upper), "#000000"));
    }),
  );
});

test.each(["ink", "quiet", "target"] as const)("%s words are legible on paper", (name) => {
  expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5);
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
