import { describe, expect, it } from 'vitest';
import { unitNames } from '../../../domain/plan/unit-names.ts';
import { keyOf, register } from './zhenjiang.ts';

const names = unitNames(register);
const keysOf = (name: string, before?: string) => names.find(name, before).map(({ unitId }) => keyOf(unitId));

describe('a printed name looked up in the register', () => {
  it.each([
    { printed: '市发改', keys: ['fagaiwei'], what: 'a stem without its ending' },
    { printed: '工信', keys: ['gongxinju'], what: 'a stem without level and ending' },
    { printed: '财政部门', keys: ['caizhengju'], what: 'a stem with an ending for the whole list' },
    { printed: '市场监管', keys: ['shichangjianguanju'], what: 'a stem that begins like a level' },
    { printed: '市住房和城乡建设', keys: ['zhujianju'], what: 'the stem of a full name' },
    { printed: '句容、扬中市', keys: ['jurong', 'yangzhong'], what: 'two that share one ending' },
  ])('is found as $what: $printed', ({ printed, keys }) => {
    expect(keysOf(printed)).toEqual(keys);
  });

  it.each(['市直各有关部门', '部门', '市', '市火星部门', '句容、火星市'])(
    'is left to people where nothing is it: %s',
    (printed) => {
      expect(keysOf(printed)).toEqual([]);
    },
  );

  it('is left to people where two units share the stem, with both as candidates', () => {
    const [first] = register;
    if (first === undefined) throw new Error('the register is empty');
    const unit = (unitId: string, name: string) => ({
      ...first,
      unitId,
      key: unitId,
      name,
      fullName: name,
      aliases: [],
    });
    const two = unitNames([unit('a', '市水利局'), unit('b', '市水利办公室')]);
    expect(two.find('水利部门')).toEqual([]);
    expect(
      two
        .candidates('市水利部门')
        .map(({ unitId }) => unitId)
        .toSorted(),
    ).toEqual(['a', 'b']);
    expect(two.find('市水利局').map(({ unitId }) => unitId)).toEqual(['a']);
  });
});
