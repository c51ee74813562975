import type { PersonAct } from '../../domain/act/person-act.ts';
import type { ActNames } from './act-names.ts';

/** Makes an act of one type out of what a command carries. */
export type ActReader<A extends PersonAct> = (content: unknown, names: ActNames) => Promise<A>;

/** One reader for each act of a chain, by its type. */
export type ActReaders<A extends PersonAct> = {
  readonly [T in A['type']]: ActReader<Extract<A, { readonly type: T }>>;
};
