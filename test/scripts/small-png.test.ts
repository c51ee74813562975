import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallPng } from '../../scripts/small-png.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(name: string, bytes: readonly number[] | Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(bytes)]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** A picture of two colours a line, its lines filtered as given. */
function picture(height: number, lines: readonly (readonly number[])[]): Buffer {
  const head = [0, 0, 0, 2, 0, 0, 0, height, 8, 2, 0, 0, 0];
  const bytes = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([Buffer.from(signature), chunk('IHDR', head), chunk('IDAT', bytes), chunk('IEND', [])]);
}

function partOf(png: Buffer, name: string): Buffer {
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === name) return png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  }
  throw new Error(`no ${name}`);
}

/** The colours of the pixels, line by line. */
function shown(png: Buffer): readonly (readonly string[])[] {
  const [colours, rows] = [partOf(png, 'PLTE'), inflateSync(partOf(png, 'IDAT'))];
  const at = (place: number): string => colours.subarray(place * 3, place * 3 + 3).toString('hex');
  return Array.from({ length: rows.length / 3 }, (_, y) => [1, 2].map((x) => at(rows[y * 3 + x] ?? 0)));
}

describe('a small picture', () => {
  it('shows the same colours, however the lines of the large one were filtered', () => {
    const lines = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ];
    expect(shown(smallPng(picture(5, lines)))).toEqual([
      ['0a141e', '28323c'],
      ['0a141e', '28323c'],
      ['0a141e', '28323c'],
      ['0a141e', '28323c'],
      ['0a141e', '28323c'],
    ]);
  });
});
