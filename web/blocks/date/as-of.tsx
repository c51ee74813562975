import { Button, Select } from 'antd';
import { atHour } from '../../../domain/instant.ts';
import { isPlainDate } from '../../../domain/plain-date.ts';
import { DayField } from './day-field.tsx';
import { dayText } from './date-with-reason.tsx';
import { useView } from '../../start/address.ts';

/** The query of the earlier moment that the address names: the evening of a day, as things were or as they were known. */
export function useAsOf(): Readonly<Record<string, string>> {
  const { view } = useView();
  const day = view['asOf'] ?? '';
  if (!isPlainDate(day)) return {};
  const moment = atHour(day, 23, 59);
  return view['known'] === 'yes' ? { recordedAt: moment } : { at: moment };
}

/** Chooses the day whose state is shown; the address keeps it, so that it can be sent on. */
export function AsOfChoice({ today }: { readonly today: string }) {
  const { view, setView } = useView();
  const day = view['asOf'] ?? '';
  return (
    <div className="as-of not-on-paper">
      <label htmlFor="as-of-day">查看截至</label>
      <DayField id="as-of-day" value={day} near={today} onChange={(chosen) => setView({ asOf: chosen })} />
      {day === '' ? null : (
        <>
          <Select
            aria-label="以何为准"
            value={view['known'] === 'yes' ? 'yes' : 'no'}
            options={[
              { value: 'no', label: '当日的实际情况' },
              { value: 'yes', label: '当日已知的情况' },
            ]}
            onChange={(value: string) => setView({ known: value === 'yes' ? 'yes' : null })}
          />
          <Button onClick={() => setView({ asOf: null, known: null })}>回到现在</Button>
          <strong role="status">所示为截至{dayText(day)}的情况，不是现在的情况。</strong>
        </>
      )}
    </div>
  );
}
