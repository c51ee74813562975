import { Popover } from 'antd';
import { chineseDay, isPlainDate, weekdayOf } from '../../../domain/plain-date.ts';

/** Why a computed date is that date, as the API explains it. */
export interface DateReason {
  readonly sentence: string;
  readonly days?: readonly { readonly day: string; readonly counted: number | null; readonly reason: string }[];
  /** False where the calendar of today counts otherwise than the recorded date. */
  readonly holdsToday?: boolean;
}

/** A day, and by a press on it why it is that day, counted day by day. A day without a reason is plain text. */
export function DateWithReason({ date, why }: { readonly date: string | null; readonly why?: DateReason | null }) {
  if (date === null) return <span>—</span>;
  if (why === undefined || why === null) return <time dateTime={date}>{dayText(date)}</time>;
  return (
    <Popover
      trigger={['click']}
      title={`为什么是${dayText(date)}`}
      content={<Reason why={why} />}
      placement="bottomLeft"
    >
      <button type="button" className="date-why" aria-haspopup="dialog">
        <time dateTime={date}>{dayText(date)}</time>
        <span className="for-readers">，查看推算依据</span>
      </button>
    </Popover>
  );
}

function Reason({ why }: { readonly why: DateReason }) {
  return (
    <div className="date-reason">
      <p>{why.sentence}</p>
      {why.days === undefined || why.days.length === 0 ? null : (
        <table className="days">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">第几个工作日</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {why.days.map(({ day, counted, reason }) => (
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
