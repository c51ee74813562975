import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';

/** The earlier years of a task and its items 历年沿革: each year's plan, terms, value and ending; nothing where none are linked. */
export function TaskLineage({ lineage }: Pick<TaskPageBody, 'lineage'>) {
  if (lineage.length === 0) return null;
  return (
    <section className="sheet">
      <h2>历年沿革</h2>
      {lineage.map(({ itemId, title, years }) => (
        <div key={itemId ?? 'task'}>
          <h3>
            {itemId === null ? '任务' : '具体事项'}：{title}
          </h3>
          <ul>
            {years.map(({ planId, taskId, subjectId, planYear, taskNumber, ...year }) => (
              <li key={`${taskId} ${subjectId}`}>
                <a href={`/plans/${planId}/tasks/${taskId}`}>
                  {planYear}年第{taskNumber}项任务
                </a>
                ：{year.title}
                {year.target === null ? '' : `；目标 ${year.target.value}${year.target.unit}`}
                {year.value === null ? '' : `；完成 ${year.value}${year.target?.unit ?? ''}`}；时限 {dayText(year.due)}
                ；{year.ending ?? year.why}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
