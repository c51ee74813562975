import { describe, expect, it } from 'vitest';
import { decodeText } from '../../documents/decode-text.ts';

const notice = '2026年工作要点';
/** 2026年工作要点 in GB18030. */
const gb = Buffer.from('32303236c4eab9a4d7f7d2aab5e3', 'hex');

describe('the encoding of a text file', () => {
  it.each([
    { name: 'UTF-8', bytes: Buffer.from(notice), text: notice },
    { name: 'GB18030', bytes: gb, text: notice },
    { name: 'UTF-16 with its mark', bytes: Buffer.from(`\uFEFF${notice}`, 'utf16le'), text: `\uFEFF${notice}` },
    { name: 'UTF-8 with its mark, which stays', bytes: Buffer.from(`\uFEFF${notice}`), text: `\uFEFF${notice}` },
  ])('is found: $name', ({ bytes, text }) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each([
    // 督辦工作要點 in Big5, which would be read as rare characters.
    { name: 'Big5', bytes: Buffer.from('b7feBFECa475a740ad6ec249', 'hex') },
    { name: 'Latin letters with accents', bytes: Buffer.from('déjà vu, très cher', 'latin1') },
    { name: 'GB18030 that is cut in a character', bytes: gb.subarray(0, -1) },
  ])('is not guessed: $name', ({ bytes }) => {
    expect(() => decodeText(bytes)).toThrow('文字编码无法识别');
  });
});
