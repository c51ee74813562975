import { Suspense, lazy } from 'react';
import { chineseDay, isPlainDate } from '../../../domain/plain-date.ts';
import type { DayFieldProps } from './day-picker.tsx';

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }));

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
