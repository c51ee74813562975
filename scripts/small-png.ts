import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A screenshot (8 bits a colour, no transparency) with at most 256 colours, which takes a third of the room and shows text as
 * before: the most frequent colours stay, every other becomes the nearest of them.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, lines } = readPng(png);
  const pixels = pixelsOf(lines, { width, height, channels });
  const palette = paletteOf(pixels);
  const place = nearestIn(palette);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = place(pixels[y * width + x] ?? 0);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, each the number of a colour.
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function readPng(png: Buffer): Picture & { readonly lines: Buffer } {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const channels = png[25] === 6 ? 4 : 3;
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    lines: inflateSync(Buffer.concat(parts)),
  };
}

// Undoes the five filters of PNG, line by line, in place.
function pixelsOf(lines: Buffer, { width, height, channels }: Picture): Uint32Array {
  const size = width * channels;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (size + 1) + 1;
    const filter = lines[start - 1] ?? 0;
    for (let i = 0; i < size; i += 1) {
      const left = i < channels ? 0 : (lines[start + i - channels] ?? 0);
      const up = y === 0 ? 0 : (lines[start + i - size - 1] ?? 0);
      const corner = i < channels || y === 0 ? 0 : (lines[start + i - size - 1 - channels] ?? 0);
      lines[start + i] = (lines[start + i] ?? 0) + predicted(filter, { left, up, corner });
    }
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = lines.readUIntBE(start + x * channels, 3);
  }
  return pixels;
}

interface Neighbours {
  readonly left: number;
  readonly up: number;
  readonly corner: number;
}

function predicted(filter: number, { left, up, corner }: Neighbours): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}

function paletteOf(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, place) => [colour, place]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map((one) => distance(one, colour));
    const place = distances.indexOf(Math.min(...distances));
    known.set(colour, place);
    return place;
  };
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(bytes.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
