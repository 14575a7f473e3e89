import fc from "fast-check";
import { expect, test } from "vitest";
import { noSums, type Sums, sumNames, together } from "./sums.ts";

const sums: fc.Arbitrary<Sums> = fc
  .array(fc.nat(1_000_000), { minLength: sumNames.length, maxLength: sumNames.length })
  .map((values) => ({ ...noSums, ...Object.fromEntries(sumNames.map((name, index) => [name, values[index]])) }));

test("sums add by name, in any order and grouping, and nothing changes nothing", () => {
  fc.assert(
    fc.property(sums, sums, sums, (a, b, c) => {
      const both = together(a, b);
      for (const name of sumNames) expect(both[name]).toBe(a[name] + b[name]);
      expect(together(b, a)).toEqual(both);
      expect(together(both, c)).toEqual(together(a, together(b, c)));
      expect(together(a, noSums)).toEqual(a);
    }),
  );
});

test("what one part does not know, the whole does not know", () => {
  const unknown = { ...noSums, handled: 2, handleS2: Number.NaN };
  expect(together(unknown, { ...noSums, handled: 3, handleS2: 9 })).toEqual({
    ...noSums,
    handled: 5,
    handleS2: Number.NaN,
  });
});
