import { uuid5 } from './ids.ts';

/** The fixed UUID under which duban names what is the same in every database: units and persons by their keys, letters by their place. */
export const dubanNamespace = '5e1c0a52-6f0c-5d0e-9b1f-2d6a1f3c8a47';

/** The id of the unit with this key, the same in the registry and in every copy of it. */
export function unitIdOf(key: string): string {
  return uuid5(dubanNamespace, `unit/${key}`);
}

/** The id of the person with this key, the same in the registry and in every copy of it. */
export function personIdOf(key: string): string {
  return uuid5(dubanNamespace, `person/${key}`);
}
