import type { Source } from '../transaction.ts';

/** What a paper prints in place of a text that was erased after its term. */
const erased = '（正文已按规定清除）';

/** The texts of these contents by their ids, as a paper prints them; null stands for no text and is skipped. */
export async function contentTexts(
  { pool }: Source,
  contentIds: readonly (string | null | undefined)[],
): Promise<(contentId: string | null | undefined) => string> {
  const wanted = [...new Set(contentIds.flatMap((id) => id ?? []))];
  const { rows } = await pool.query<{ readonly id: string; readonly text: string | null }>(
    'SELECT id, text FROM content WHERE id = ANY ($1::uuid[])',
    [wanted],
  );
  const texts = new Map(rows.map(({ id, text }) => [id, text ?? erased]));
  return (contentId) => (contentId === null || contentId === undefined ? '' : (texts.get(contentId) ?? ''));
}
