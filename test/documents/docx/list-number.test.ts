import { describe, expect, it } from 'vitest';
import { listNumber } from '../../../documents/docx/list-number.ts';

describe('a number as Word writes it', () => {
  it.each([
    { form: 'decimal', value: 12, written: '12' },
    { form: 'decimalZero', value: 7, written: '07' },
    { form: 'decimalFullWidth', value: 12, written: '１２' },
    { form: 'chineseCounting', value: 1, written: '一' },
    { form: 'chineseCounting', value: 10, written: '十' },
    { form: 'chineseCounting', value: 11, written: '十一' },
    { form: 'chineseCountingThousand', value: 20, written: '二十' },
    { form: 'chineseCountingThousand', value: 105, written: '一百零五' },
    { form: 'japaneseCounting', value: 33, written: '三十三' },
    { form: 'chineseLegalSimplified', value: 12, written: '壹拾贰' },
    { form: 'ideographDigital', value: 10, written: '一〇' },
    { form: 'ideographTraditional', value: 3, written: '丙' },
    { form: 'decimalEnclosedCircle', value: 3, written: '③' },
    { form: 'decimalEnclosedParen', value: 3, written: '⑶' },
    { form: 'upperRoman', value: 4, written: 'IV' },
    { form: 'lowerLetter', value: 28, written: 'bb' },
    { form: 'bullet', value: 1, written: null },
  ])('is $written for $value in the form $form', ({ form, value, written }) => {
    expect(listNumber(value, form)).toBe(written);
  });
});
