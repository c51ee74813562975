import { Link } from '@tanstack/react-router';
import type { ComingBody } from '../../../api/schemas/coming.ts';
import { seatTitle } from '../../../domain/actor.ts';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
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
        {dues.map(({ title, unit, of, why, rows, tasks }) => (
          <li key={`${of.unitId} ${of.period} ${of.kind}`}>
            <strong>到期</strong>　
            <Link to={`/plans/${planId}/returns/${of.unitId}/${of.period}/${of.kind}`}>
              {unit.name}：{title}
            </Link>
            （{tasks}项任务，{rows}行，时限
            <DateWithReason date={day} why={why} />）
          </li>
        ))}
        {letters.map((letter) => (
          <li key={`${letter.title} ${letter.unit.unitId} ${letter.seatName} ${letter.due} ${letter.about?.unitId}`}>
            <LetterLine planId={planId} letter={letter} />
          </li>
        ))}
        {wakes.map((wake) => (
          <li key={`${wake.taskId ?? wake.orderId ?? ''} ${wake.title}`}>
            <WakeLine planId={planId} wake={wake} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LetterLine({ planId, letter }: { readonly planId: string; readonly letter: Day['letters'][number] }) {
  const { title, unit, seatName, number, due, about, tasks } = letter;
  const notes = [
    ...(about === null ? [] : [about.name]),
    ...(due === null ? [] : [`时限${dayText(due)}`]),
    ...(number > 1 ? [`${number}条`] : []),
  ];
  return (
    <>
      发消息　{seatTitle(unit.name, seatName)}：{title}
      {notes.length === 0 ? '' : `（${notes.join('，')}）`}
      {tasks.length === 0 ? null : '　任务：'}
      {tasks.map(({ taskId, number: taskNumber }, place) => (
        <span key={taskId}>
          {place === 0 ? '' : '、'}
          <Link to={`/plans/${planId}/tasks/${taskId}`}>第{taskNumber}项</Link>
        </span>
      ))}
    </>
  );
}

function WakeLine({ planId, wake }: { readonly planId: string; readonly wake: Day['wakes'][number] }) {
  const { title, taskId, orderId, concerns } = wake;
  const address = taskId !== null ? `tasks/${taskId}` : orderId === null ? null : `orders/${orderId}`;
  return (
    <>
      自动处理　{address === null ? title : <Link to={`/plans/${planId}/${address}`}>{title}</Link>}
      <ul>
        {concerns.map(({ what, due, units }) => (
          <li key={`${what} ${due ?? ''}`}>
            {units.length === 0 ? '' : `${units.map(({ name }) => name).join('、')}：`}
            {what}
            {due === null ? '' : `（时限${dayText(due)}）`}
          </li>
        ))}
      </ul>
    </>
  );
}
