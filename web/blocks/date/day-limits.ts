import { chineseDay, isPlainDate } from '../../../domain/plain-date.ts';
import type { Field } from '../form/field.ts';

/** Refuses, as a form does, a day before the field's first or after its last. */
export function assertWithin({ label, from = '', until = '' }: Extract<Field, { kind: 'day' }>, day: unknown): void {
  if (typeof day !== 'string' || !isPlainDate(day)) return;
  if (isPlainDate(from) && day < from) throw new Error(`“${label}”不能早于${chineseDay(from, true)}`);
  if (isPlainDate(until) && day > until) throw new Error(`“${label}”不能晚于${chineseDay(until, true)}`);
}
