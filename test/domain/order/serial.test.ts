import { describe, expect, it } from 'vitest';
import { paperFormOf } from '../../../domain/order/paper-form.ts';
import { issuerWordOf, serialText, serialToDraw } from '../../../domain/order/serial.ts';
import { slip } from './order-play.ts';

const words = { slip: '办催', order: '办督', letter: '办函' };

describe('the number of a paper', () => {
  it.each([
    { notice: '镇数字发〔2022〕4号', word: '镇数字' },
    { notice: '威政办字〔2023〕12号', word: '威政办' },
    { notice: '苏政办函[2021]7号', word: '苏政办' },
    { notice: null, word: '' },
  ])('begins with the word of the notice $notice without its ending', ({ notice, word }) => {
    expect(issuerWordOf(notice)).toBe(word);
  });

  it('has a series for each word and year, and one of its own in a rehearsal', () => {
    expect(serialToDraw(slip, 'slip', words).series).toBe('镇数字办催〔2022〕');
    expect(serialToDraw(slip, 'order', words).series).toBe('镇数字办督〔2022〕');
    expect(serialToDraw({ ...slip, clock: 'stepped' }, 'slip', words).series).toBe(`${slip.planId} 镇数字办催〔2022〕`);
  });

  it('reads as offices write it', () => {
    expect(serialText({ word: '镇数字办催', year: 2022, n: 12 })).toBe('镇数字办催〔2022〕12号');
  });
});

describe('the form of a paper', () => {
  it.each([
    { kind: 'government', slip: 'slip', order: 'order' },
    { kind: 'party', slip: 'slip', order: 'order' },
    { kind: 'district', slip: 'slip', order: 'order' },
    { kind: 'vertical', slip: 'letter', order: 'letter' },
    { kind: 'office', slip: null, order: null },
    { kind: 'supervision', slip: null, order: null },
    { kind: 'leadership', slip: null, order: null },
  ] as const)('to a $kind unit is $slip or $order', ({ kind, slip: first, order }) => {
    expect([paperFormOf(kind, 'slip'), paperFormOf(kind, 'order')]).toEqual([first, order]);
  });
});
