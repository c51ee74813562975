import type { ContentRef } from '../../domain/ledger/event.ts';

/** Every reference to a text within an event, wherever it stands. */
export function contentRefsIn(value: unknown): readonly ContentRef[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isContentRef(value)) return [value];
  return Object.values(value).flatMap(contentRefsIn);
}

function isContentRef(value: object): value is ContentRef {
  return (
    'contentId' in value &&
    typeof value.contentId === 'string' &&
    'commitment' in value &&
    typeof value.commitment === 'string'
  );
}
