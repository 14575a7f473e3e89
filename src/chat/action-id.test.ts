import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeAction, encodeAction, maxActionBytes } from "./action-id.ts";

const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("%", "|", "2", "5", "7", "C", "汉") }),
);

test("what is written is read back, whatever the arguments hold", () => {
  fc.assert(
    fc.property(name, fc.array(text, { maxLength: 4 }), (of, args) => {
      const size = Buffer.byteLength([of, ...args].map((part) => part.replace(/[%|]/g, "%25")).join("|"));
      fc.pre(size <= maxActionBytes);
      const id = encodeAction(of, args);
      expect(decodeAction(id)).toEqual({ name: of, args });
      expect(Buffer.byteLength(id)).toBeLessThanOrEqual(100);
    }),
  );
});

test("an id has at most 100 bytes, the mark-up of its own marks included", () => {
  expect(Buffer.byteLength(encodeAction("a", ["x".repeat(98)]))).toBe(100);
  expect(() => encodeAction("a", ["x".repeat(99)])).toThrow(RangeError);
  expect(Buffer.byteLength(encodeAction("a", ["汉".repeat(32)]))).toBe(98);
  expect(() => encodeAction("a", ["汉".repeat(33)])).toThrow("101 bytes");
  expect(() => encodeAction("a", ["|".repeat(33)])).toThrow(RangeError);
});

test("foreign text is read without a fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (foreign) => {
      const { args } = decodeAction(foreign);
      expect(args).toHaveLength(foreign.split("|").length - 1);
    }),
  );
});
