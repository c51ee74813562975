import { Suspense, lazy } from 'react';
import { chineseDay, isPlainDate } from '../../../domain/plain-date.ts';

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }));

/** What the field of a day takes; a form gives value, change, id and what ties the field to its fault. */
export interface DayFieldProps {
  readonly id?: string;
  /** `YYYY-MM-DD`, empty without one. */
  readonly value?: string | undefined;
  readonly onChange?: (day: string) => void;
  /** The day at which the calendar opens while none is given. */
  readonly near?: string;
  readonly 'aria-label'?: string;
}

/** The one field for a day: typed or chosen, shown as 2022年8月22日 whatever language the browser speaks. */
export function DayField(props: DayFieldProps) {
  const { id, value = '', 'aria-label': label } = props;
  const shown = isPlainDate(value) ? chineseDay(value, true) : '';
  return (
    <Suspense fallback={<input className="line-control" id={id} aria-label={label} value={shown} disabled />}>
      <DayPicker {...props} />
    </Suspense>
  );
}
