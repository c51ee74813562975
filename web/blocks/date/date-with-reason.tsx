import { Popover } from 'antd';
import type { DateExplanationLine, DueReasonBody } from '../../../api/schemas/dates.ts';
import { chineseDay, isPlainDate, weekdayOf } from '../../../domain/plain-date.ts';
import { useReading } from '../../http/readings.ts';
import { usePlanId } from '../../start/address.ts';
import { Reading } from '../state/reading-state.tsx';

type CountedDate = NonNullable<DueReasonBody['counted']>;

/** A deadline, and by a press on it why it is that day: counted day by day, or who set it. Without a reason on record it is plain text. */
export function DateWithReason({ date, why }: { readonly date: string | null; readonly why: DueReasonBody | null }) {
  if (date === null) return <span>—</span>;
  if (why === null) return <time dateTime={date}>{dayText(date)}</time>;
  const { counted, said } = why;
  return (
    <Popover
      trigger={['click']}
      title={`为什么是${dayText(date)}`}
      content={counted === null ? <p className="date-reason">{said}</p> : <Reason counted={counted} />}
      placement="bottomLeft"
      destroyOnHidden
      getPopupContainer={landmarkOf}
    >
      <button type="button" className="date-why" aria-haspopup="dialog">
        <time dateTime={date}>{dayText(date)}</time>
        {counted?.provisional === true ? '（暂定）' : null}
        <span className="for-readers">，查看推算依据</span>
      </button>
    </Popover>
  );
}

// Whoever goes through the page by its landmarks meets the reason where the date stands, not after the end of the page.
function landmarkOf(trigger: HTMLElement): HTMLElement {
  return trigger.closest<HTMLElement>('[role="dialog"], main') ?? document.body;
}

function Reason({ counted: { date, from, workingDays } }: { readonly counted: CountedDate }) {
  const planId = usePlanId();
  const path = planId === null ? null : (`/api/plans/${planId}/explained-date` as const);
  const explanation = useReading<'explainDate'>(path, { date, from, workingDays });
  return <Reading of={explanation}>{(why) => <CountedDays why={why} />}</Reading>;
}

function CountedDays({ why: { sentence, days } }: { readonly why: Pick<DateExplanationLine, 'sentence' | 'days'> }) {
  return (
    <div className="date-reason">
      <p>{sentence}</p>
      {days.length === 0 ? null : (
        <table className="days">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">第几个工作日</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, counted, reason }) => (
              <tr key={day}>
                <td>{withWeekday(day)}</td>
                <td>{counted ?? '不计'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** `2022年8月22日`; what is no day stays as it is. */
export function dayText(day: string): string {
  return isPlainDate(day) ? chineseDay(day, true) : day;
}

function withWeekday(day: string): string {
  return isPlainDate(day) ? `${chineseDay(day)}（${'日一二三四五六'.charAt(weekdayOf(day))}）` : day;
}
