import { useCallback, useMemo } from 'react';
import { kept } from '../../session/kept.ts';
import type { FormValues } from './field.ts';

/** A form that was begun: what was typed, and the id under which it may already have been sent. */
export interface Draft {
  readonly actId: string;
  readonly values: FormValues;
}

/** Keeps what is typed on this machine until it is recorded, so that neither a reload nor a failed send loses it. */
export function useDraft(name: string): {
  /** What an earlier visit left, as it was when the form opened. */
  readonly found: Draft | null;
  readonly keep: (draft: Draft) => void;
  readonly drop: () => void;
} {
  const place = `draft/${name}`;
  const found = useMemo(() => readDraft(kept.read(place)), [place]);
  const keep = useCallback((draft: Draft) => kept.write(place, JSON.stringify(draft)), [place]);
  const drop = useCallback(() => kept.drop(place), [place]);
  return { found, keep, drop };
}

function readDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const told: unknown = JSON.parse(text);
    return isDraft(told) ? told : null;
  } catch {
    return null;
  }
}

function isDraft(told: unknown): told is Draft {
  if (typeof told !== 'object' || told === null) return false;
  return typeof Reflect.get(told, 'actId') === 'string' && typeof Reflect.get(told, 'values') === 'object';
}
