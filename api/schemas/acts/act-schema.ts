import type * as z from 'zod';

/** One schema for each act of `A`, by its type: an act that has none does not compile. */
export type SchemasOf<A extends { readonly type: string }> = {
  readonly [T in A['type']]: z.ZodType<Extract<A, { readonly type: T }>, unknown>;
};
