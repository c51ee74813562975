import { createHash } from 'node:crypto';
import { fc } from '../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { canonicalText, contentHash, sha256Of } from '../../domain/canonical.ts';

describe('canonical text', () => {
  it('is one text for one content, whatever the order of its keys', () => {
    expect(canonicalText({ b: 1, a: { d: null, c: [2, 1] } })).toBe('{"a":{"c":[2,1],"d":null},"b":1}');
  });

  it('writes numbers and characters as RFC 8785 says', () => {
    expect(canonicalText([1e21, 0.000001, -0, 4.5])).toBe('[1e+21,0.000001,0,4.5]');
    expect(canonicalText('督办\n"\u0001€')).toBe('"督办\\n\\"\\u0001€"');
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalText({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('does not exist for a value without JSON form', () => {
    expect(() => canonicalText(undefined)).toThrow('no canonical text');
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('SHA-256', () => {
  it('is that of the UTF-8 bytes', () => {
    const text = '镇数字发〔2022〕4号';
    expect(sha256Of(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('of a content does not change with the order of its keys, and does with a value', () => {
    expect(contentHash({ a: 1, b: '甲' })).toBe(contentHash({ b: '甲', a: 1 }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }));
  });
});
