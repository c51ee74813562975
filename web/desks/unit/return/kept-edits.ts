import type { RowEntryBody } from '../../../../api/schemas/return.ts';
import { kept } from '../../../session/kept.ts';
import type { EvidenceChange } from './row-key.ts';

/** A row as it was typed, with the id under which it will be saved. */
export interface KeptEdit {
  readonly entry: RowEntryBody;
  readonly files: EvidenceChange;
  readonly actId: string;
}

/** Rows that were typed in and not saved when the page was left. */
export function keptEdits(place: string): Readonly<Record<string, KeptEdit>> {
  const text = kept.read(`draft/${place}`);
  if (text === null) return {};
  try {
    const told: unknown = JSON.parse(text);
    return isEdits(told) ? told : {};
  } catch {
    return {};
  }
}

/** Keeps them on this machine until they are saved. */
export function keepEdits(place: string, edits: Readonly<Record<string, KeptEdit>>): void {
  const entries = Object.entries(edits).map(([key, { entry, files, actId }]) => [key, { entry, files, actId }]);
  if (entries.length === 0) kept.drop(`draft/${place}`);
  else kept.write(`draft/${place}`, JSON.stringify(Object.fromEntries(entries)));
}

function isEdits(told: unknown): told is Readonly<Record<string, KeptEdit>> {
  if (typeof told !== 'object' || told === null) return false;
  return Object.values(told).every((edit: unknown) => {
    if (typeof edit !== 'object' || edit === null) return false;
    const entry: unknown = Reflect.get(edit, 'entry');
    return (
      typeof Reflect.get(edit, 'actId') === 'string' &&
      typeof entry === 'object' &&
      entry !== null &&
      isChange(Reflect.get(edit, 'files')) &&
      Array.isArray(Reflect.get(entry, 'milestonesDone')) &&
      typeof Reflect.get(entry, 'texts') === 'object'
    );
  });
}

function isChange(told: unknown): boolean {
  if (typeof told !== 'object' || told === null) return false;
  const [added, removed]: readonly unknown[] = [Reflect.get(told, 'added'), Reflect.get(told, 'removed')];
  return Array.isArray(added) && Array.isArray(removed);
}
