import { crc32, deflateSync } from "node:zlib";

const width = 560;
const height = 200;
const paper = [0xf6, 0xf9, 0xf8];
const ink = [0x3c, 0x9a, 0x89];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A bar chart as a PNG, one bar for each value of 0–100. */
export function bars(values: readonly number[]): Uint8Array {
  const slot = width / values.length;
  const colour = (x: number, y: number) => {
    const value = values[Math.floor(x / slot)] ?? 0;
    const within = x % slot;
    return within > slot * 0.2 && within < slot * 0.8 && height - y < value * 1.9 ? ink : paper;
  };
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => colour(x, y)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Uint8Array.from(rows.flat()))),
    chunk("IEND", new Uint8Array()),
  ]);
}
