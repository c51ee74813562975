import { explainDate } from '../../../domain/calendar/explain-date.ts';
import { chineseDay } from '../../../domain/plain-date.ts';
import type { CaseBlock, CaseSection } from '../../../papers/case-file/case-file.ts';
import { dueText } from '../../../papers/words.ts';
import { decisionContext } from '../../../store/registry/decision-data.ts';
import { dueMovesOf } from '../../../store/task/task-changes.ts';
import type { Store } from '../../../store/store.ts';
import type { TaskPageBody } from '../../schemas/task.ts';
import { returnTitle } from '../../words.ts';

const columns = [
  { title: '时限', share: 26 },
  { title: '日期', share: 18 },
  { title: '由来', share: 56 },
];

/** Every day by which something is or was due, with the days that were counted, and every day from which it moved. */
export async function dateSection(store: Store, task: TaskPageBody): Promise<CaseSection> {
  const { calendar } = await decisionContext(store, task.planId);
  const items = task.subjects.map(({ title, due, dueBasis }) => [
    `完成：${title}`,
    dueText(due, dueBasis),
    dueBasis === 'stated' ? '文件写明' : '文件未写明，按年度工作要点推定至当年年底',
  ]);
  const owed = task.obligations.map(({ unit, kind, period, due, dueComputed }) => [
    `${unit.name}${returnTitle(kind, period)}`,
    chineseDay(due, true),
    dueComputed.date === due ? explainDate(calendar, dueComputed).sentence : movedText(due, dueComputed.date),
  ]);
  const moves = (await dueMovesOf(store, task.taskId)).map(({ thing, from, to, slippedDays, cause }) => [
    thingText(thing, task),
    `${chineseDay(from, true)} → ${chineseDay(to, true)}`,
    `${cause === 'extension' ? '经批准延期' : '暂停后恢复，顺延'}，比原定日期晚${Number(slippedDays)}天`,
  ]);
  const moved: readonly CaseBlock[] =
    moves.length === 0
      ? []
      : [
          { kind: 'heading', text: '变动' },
          { kind: 'table', columns, rows: moves },
        ];
  return { title: '时限及其由来', blocks: [{ kind: 'table', columns, rows: [...items, ...owed] }, ...moved] };
}

function movedText(due: Parameters<typeof chineseDay>[0], counted: Parameters<typeof chineseDay>[0]): string {
  return `原按规则计算为${chineseDay(counted, true)}，经变更为${chineseDay(due, true)}，经过见“变动”`;
}

function thingText(thing: string, { subjects, obligations, title }: TaskPageBody): string {
  const [kind = ''] = thing.split('/');
  const id = thing.slice(kind.length + 1);
  if (kind === 'item') return subjects.find(({ subjectId }) => subjectId === id)?.title ?? title;
  const found = obligations.find((each) => each.id === id);
  return found === undefined ? id : `${found.unit.name}${returnTitle(found.kind, found.period)}`;
}
