import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { colours, family, zoom } from "./look.ts";

await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
/** Chinese and plain Latin, and for what that lacks the letters of the other European languages. */
const fonts = ["noto-sans-sc-medium", "noto-sans-medium"].map((name) =>
  readFileSync(new URL(`font/${name}.ttf`, import.meta.url)),
);

/** The picture in pixels, with the bundled fonts alone, so that it is the same on every machine. */
export function pngOf(svg: string): Uint8Array {
  const reader = new Resvg(svg, {
    background: colours.paper,
    fitTo: { mode: "zoom", value: zoom },
    font: { loadSystemFonts: false, fontBuffers: fonts, defaultFontFamily: family },
  });
  try {
    const picture = reader.render();
    try {
      return picture.asPng();
    } finally {
      picture.free();
    }
  } finally {
    reader.free();
  }
}
