import { describe, expect, it } from 'vitest';
import { collectiveNames } from '../../../store/papers/collective-names.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { RegisteredUnit } from '../../../store/registry/units.ts';

const registered = (unitId: string, name: string, members: readonly string[] = []): RegisteredUnit => {
  const known = { unitId, key: unitId, name, fullName: name, aliases: [] } as const;
  return { ...known, kind: 'district', members, hostUnitId: null, validFrom: plainDate('2022-01-01') };
};
const units = new Map(
  [
    registered('a', '甲市'),
    registered('b', '乙市'),
    registered('x', '新区'),
    registered('f', '市发改委'),
    registered('cities', '各市', ['a', 'b']),
    registered('all', '各板块', ['a', 'b', 'x']),
  ].map((unit) => [unit.unitId, unit]),
);

describe('units that a collective name stands for', () => {
  it.each([
    { ids: ['f', 'a', 'b', 'x'], names: ['市发改委', '各板块'] },
    { ids: ['x', 'b', 'a', 'f'], names: ['各板块', '市发改委'] },
    { ids: ['a', 'b', 'f'], names: ['各市', '市发改委'] },
    { ids: ['a', 'x'], names: ['甲市', '新区'] },
    { ids: [], names: [] },
  ])('of $ids are printed as $names', ({ ids, names }) => {
    expect(collectiveNames(ids, units)).toEqual(names);
  });
});
