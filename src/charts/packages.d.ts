/** The part of the package that is used here; its own types are not where its exports say. */
declare module "@resvg/resvg-wasm" {
  export function initWasm(module: BufferSource): Promise<void>;
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly background?: string;
        readonly fitTo?: { readonly mode: "zoom"; readonly value: number };
        readonly font?: {
          readonly loadSystemFonts: false;
          readonly fontBuffers: readonly Uint8Array[];
          readonly defaultFontFamily: string;
        };
      },
    );
    render(): { asPng(): Uint8Array; readonly width: number; readonly height: number; free(): void };
    getBBox(): { readonly width: number } | undefined;
    free(): void;
  }
}

/** All of ECharts in one file, which loads ten times faster than its hundreds of modules do. */
declare module "echarts/dist/echarts.esm.min" {
  export { init } from "echarts";
}
