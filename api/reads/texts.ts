import { readContents } from '../../store/content.ts';
import type { Store } from '../../store/store.ts';

/** Reads texts by their ids once; an erased one is null. */
export async function textsOf(
  store: Store,
  ids: readonly (string | null | undefined)[],
): Promise<(contentId: string | null | undefined) => string | null> {
  const known = ids.flatMap((each) => each ?? []);
  if (known.length === 0) return () => null;
  const found = await readContents(store, known);
  return (contentId) => (contentId === null || contentId === undefined ? null : (found.get(contentId)?.text ?? null));
}
