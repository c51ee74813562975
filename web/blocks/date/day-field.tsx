import { Suspense, lazy } from 'react';

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
  const { id, 'aria-label': label } = props;
  return (
    <Suspense fallback={<input className="line-control" id={id} aria-label={label} disabled />}>
      <DayPicker {...props} />
    </Suspense>
  );
}
