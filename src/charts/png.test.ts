import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { pngOf } from "./png.ts";

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${inside}</svg>`;
const letter = (text: string) => svg(`<text x="10" y="30" font-size="30">${text}</text>`);
const base64 = (png: Uint8Array) => Buffer.from(png).toString("base64");

test("a picture is a PNG a quarter larger than laid out", () => {
  const png = Buffer.from(pngOf(svg("")));
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([75, 50]);
});

describe("the bundled fonts", () => {
  const unassigned = base64(pngOf(letter("\u{10fffd}")));

  test("draw every character of what contact centres say and of rare names, each its own", () => {
    const characters = [..."坐席质检时长话务赵钱㛃䶮昇堃燊翀祎犇鑫淼焱玥珺𫖯aZ09%–…▲·éŁčğấЖ"];
    const drawn = characters.map((character) => base64(pngOf(letter(character))));
    expect(new Set([unassigned, base64(pngOf(svg(""))), ...drawn]).size).toBe(characters.length + 2);
  });
});

test("what is no SVG fails", () => {
  expect(() => pngOf("<svg")).toThrow();
});
