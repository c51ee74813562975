import { describe, expect, it } from 'vitest';
import { parseFields } from '../../domain/json-fields.ts';

describe('a file with several faults', () => {
  const parsed = parseFields(
    { name: ' ', day: '2022-02-30', rows: [{ value: 'x' }, 3], kind: 'c', flag: 1 },
    '方案',
    (fields) => ({
      name: fields.text('name'),
      day: fields.day('day'),
      kind: fields.oneOf('kind', ['a', 'b'] as const),
      flag: fields.flag('flag'),
      missing: fields.texts('missing'),
      rows: fields.list('rows', (row) => row.number('value')),
    }),
  );

  it('is told of all of them, each with its place and what to do', () => {
    expect(parsed).toEqual({
      ok: false,
      issues: [
        '方案的name“ ”不正确，请填写文字',
        '方案的day“2022-02-30”不正确，请改为形如 2022-08-22 的日期',
        '方案的kind“c”不正确，请从 a、b 中选填',
        '方案的flag“1”不正确，请填写 true 或者 false',
        '方案的missing没有填写，请填写文字的列表',
        '方案的rows第1项的value“x”不正确，请填写数字',
        '方案的rows第2项不是一个对象，请按说明填写',
      ],
    });
  });
});

describe('a file without faults', () => {
  it('gives its value, null where an optional field is left out', () => {
    const parsed = parseFields({ day: '2022-08-22', part: { n: 1 } }, '方案', (fields) => ({
      day: fields.day('day'),
      later: fields.dayOrNull('later'),
      number: fields.numberOrNull('number'),
      text: fields.textOrNull('text'),
      part: fields.part('part', (part) => part.number('n')),
      none: fields.part('none', (part) => part.number('n')),
    }));
    expect(parsed).toEqual({
      ok: true,
      value: { day: '2022-08-22', later: null, number: null, text: null, part: 1, none: null },
    });
  });

  it.each([[null], ['text'], [[1]]])('is no file at all where it holds %j', (raw) => {
    expect(parseFields(raw, '方案', () => null)).toEqual({ ok: false, issues: ['方案不是一个对象，请按说明填写'] });
  });
});
