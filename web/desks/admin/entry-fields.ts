import type { Field } from '../../blocks/form/field.ts';

/** The key by which the registry and imported files name somebody or something. */
export function keyField(help: string): Field {
  return { kind: 'line', name: 'key', label: '编号', required: true, max: 60, help };
}

/** From when on an entry of the registry holds. */
export function sinceField(help?: string): Field {
  return { kind: 'day', name: 'validFrom', label: '自何日起', required: true, ...(help === undefined ? {} : { help }) };
}
