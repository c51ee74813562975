import { Link } from '@tanstack/react-router';
import type { ComingBody } from '../../../api/schemas/coming.ts';
import { seatTitle } from '../../../domain/actor.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { Nothing, Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { usePlanId } from '../../start/address.ts';

type Day = ComingBody['days'][number];

/** What comes in the next 30 days, from the engine's own next steps and the letters that are due. */
export function ComingPage() {
  const planId = usePlanId() ?? '';
  const coming = useReading<'coming'>(`/api/plans/${planId}/coming`, { days: 30 });
  return <Reading of={coming}>{({ days }) => <ComingDays planId={planId} days={days} />}</Reading>;
}

/** The days on which anything comes. */
export function ComingDays({ planId, days }: { readonly planId: string; readonly days: readonly Day[] }) {
  const busy = days.filter(({ wakes, letters, dues }) => wakes.length + letters.length + dues.length > 0);
  if (busy.length === 0) return <Nothing text={`今后${days.length}天没有安排。`} />;
  return (
    <ol className="timeline">
      {busy.map((day) => (
        <li key={day.day} className="keep-together">
          <OneDay planId={planId} day={day} />
        </li>
      ))}
    </ol>
  );
}

function OneDay({
  planId,
  day: { day, dayName, wakes, letters, dues },
}: {
  readonly planId: string;
  readonly day: Day;
}) {
  return (
    <>
      <h2>
        {dayText(day)}　<span className="hint">{dayName}</span>
      </h2>
      <ul>
        {dues.map(({ title, unit, rows }) => (
          <li key={`${title} ${unit.unitId}`}>
            <strong>到期</strong>　{unit.name}：{title}（{rows}行）
          </li>
        ))}
        {letters.map(({ title, unit, seatName, number }) => (
          <li key={`${title} ${unit.unitId} ${seatName}`}>
            发消息　{seatTitle(unit.name, seatName)}：{title}
            {number > 1 ? `（${number}条）` : ''}
          </li>
        ))}
        {wakes.map(({ title, taskId, taskNumber }) => (
          <li key={`${title} ${taskNumber ?? ''}`}>
            {taskId === null ? title : <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>}
          </li>
        ))}
      </ul>
    </>
  );
}
