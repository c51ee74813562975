import { Link } from '@tanstack/react-router';
import type { RegisterRowBody } from '../../../api/schemas/register.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { LightMark } from '../../blocks/light/light-mark.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { targetText } from '../../words/names.ts';

type Row = RegisterRowBody;

const unitsOf = ({ parties }: Row, role: Row['parties'][number]['role']): readonly string[] =>
  parties.filter((party) => party.role === role).map(({ unit }) => unit.name);

const phaseNames: Readonly<Record<Row['phase'], string>> = { unissued: '未交办', open: '办理中', ended: '已办结' };

/** The columns of the register as leaders know them. */
export function registerColumns(planId: string): readonly Column<Row>[] {
  return [...taskColumns(planId), ...standingColumns];
}

function taskColumns(planId: string): readonly Column<Row>[] {
  return [
    {
      key: 'number',
      title: '序号',
      // Parts of a task that was divided are numbered within it: 5-2.
      text: ({ position, number }) => Number(number) || (/^[\d-]+$/.test(number) ? number : position),
      sorts: true,
      short: true,
    },
    { key: 'group', title: '任务组', text: ({ group }) => group, filters: true, wideOnly: true },
    {
      key: 'title',
      title: '工作任务',
      text: ({ title }) => title,
      sorts: true,
      cell: ({ taskId, title }) => <Link to={`/plans/${planId}/tasks/${taskId}`}>{title}</Link>,
    },
    {
      key: 'items',
      title: '具体事项及目标',
      text: ({ subjects }) => subjects.map(itemText).join('；'),
      cell: ({ subjects }) => (
        <ul className="plain-list">
          {subjects.map((subject) => (
            <li key={subject.subjectId}>{itemText(subject)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'lead',
      title: '牵头单位',
      text: (row) => unitsOf(row, 'lead').join('、'),
      filters: (row) => unitsOf(row, 'lead'),
    },
    {
      key: 'support',
      title: '配合单位',
      text: (row) => unitsOf(row, 'support').join('、'),
      filters: (row) => unitsOf(row, 'support'),
      wideOnly: true,
    },
  ];
}

const standingColumns: readonly Column<Row>[] = [
  {
    key: 'light',
    title: '亮灯及原因',
    text: ({ light }) => (light === null ? '未亮灯' : light.name),
    filters: true,
    cell: ({ light }) => <LightMark light={light?.light ?? null} reason={light?.sentence ?? null} />,
  },
  {
    key: 'due',
    title: '最近一次报送时限',
    text: ({ nextDue }) => nextDue,
    sorts: true,
    cell: ({ nextDue, nextWhy }) => <DateWithReason date={nextDue} why={nextWhy} />,
  },
  {
    key: 'overdue',
    title: '逾期',
    text: ({ overdueObligations }) => overdueObligations,
    sorts: true,
    numeric: true,
    cell: ({ overdueObligations }) => (overdueObligations === 0 ? '无' : `${overdueObligations}项`),
  },
  { key: 'phase', title: '状态', short: true, text: ({ phase }) => phaseNames[phase], filters: true },
];

function itemText({ title, target }: Row['subjects'][number]): string {
  const goal = targetText(target);
  return goal === null || title.includes(String(target?.value)) ? title : `${title}（${goal}）`;
}
