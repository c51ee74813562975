import { describe, expect, it } from 'vitest';
import { documentNumber } from '../../../domain/papers/document-number.ts';

describe('a document number', () => {
  it.each([
    { typed: '镇数字发〔2022〕5号', number: '镇数字发〔2022〕5号' },
    { typed: ' 镇数字发[2022]5号 ', number: '镇数字发〔2022〕5号' },
    { typed: '镇数字函（2022）第05号', number: '镇数字函〔2022〕5号' },
    { typed: '镇数字办【 2022 】12号', number: '镇数字办〔2022〕12号' },
  ])('typed as “$typed” is printed as $number', ({ typed, number }) => {
    expect(documentNumber(typed)).toBe(number);
  });

  it.each([
    '',
    '5号',
    '〔2022〕5号',
    '镇数字发〔22〕5号',
    '镇数字发〔2022〕5',
    '镇数字发2022年5号',
    '镇数字发〔2022〕0号',
  ])('is not “%s”', (typed) => {
    expect(() => documentNumber(typed)).toThrow('不是发文字号');
  });
});
