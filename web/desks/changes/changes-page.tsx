import { Link } from '@tanstack/react-router';
import type { ChangeLineBody } from '../../../api/schemas/matter.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { DateWithReason, dayText } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import type { Choice } from '../../blocks/form/field.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { decisionAct, withdrawalAct } from './decision-act.tsx';

/** Changes that were asked of running tasks: those that wait with their decision, the others with every date that was kept. */
export function ChangesPage() {
  const planId = usePlanId() ?? '';
  const changes = useWholeList<'changes'>(`/api/plans/${planId}/changes`);
  const registered = useWholeList<'units'>('/api/registry/units', { planId });
  const units = (registered.data?.rows ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <Reading of={changes}>
      {({ rows: all }) => (
        <>
          <h2>待决定</h2>
          <DataTable
            name="waiting"
            caption="待决定的变更"
            columns={waitingColumns(planId, units)}
            rows={all.filter(({ state }) => state === 'pending')}
            rowKey={({ changeId }) => changeId}
            empty="没有待决定的变更申请。"
          />
          <h2>已决定</h2>
          <DataTable
            name="closed"
            caption="已决定的变更"
            columns={closedColumns(planId)}
            rows={all.filter(({ state }) => state !== 'pending')}
            rowKey={({ changeId }) => changeId}
            empty="还没有决定过的变更申请。"
          />
        </>
      )}
    </Reading>
  );
}

type Columns = readonly Column<ChangeLineBody>[];

function waitingColumns(planId: string, units: readonly Choice[]): Columns {
  return [
    ...commonColumns(planId),
    {
      key: 'due',
      title: '决定时限',
      text: ({ decideBy }) => decideBy,
      sorts: true,
      cell: ({ decideBy, decideWhy, decider }) => (
        <>
          <DateWithReason date={decideBy} why={decideWhy} />（{decider === 'office' ? '办公室' : '市领导'}决定）
        </>
      ),
    },
    {
      key: 'acts',
      title: '办理',
      text: () => null,
      cell: (line) => <Acts planId={planId} line={line} units={units} />,
    },
  ];
}

function Acts({
  planId,
  line,
  units,
}: {
  readonly planId: string;
  readonly line: ChangeLineBody;
  readonly units: readonly Choice[];
}) {
  if (line.askedByReader)
    return (
      <>
        由他人决定{'　'}
        <ActButton planId={planId} definition={withdrawalAct(line)} draft={`withdraw/${line.changeId}`} />
      </>
    );
  return (
    <div className="actions">
      <ActButton planId={planId} definition={decisionAct(line, units)} draft={`decide/${line.changeId}`} isMain />
      {line.unit === null ? null : (
        <ActButton planId={planId} definition={withdrawalAct(line)} draft={`withdraw/${line.changeId}`} />
      )}
    </div>
  );
}

const stateNames: Readonly<Record<ChangeLineBody['state'], string>> = {
  pending: '待决定',
  granted: '同意',
  refused: '不同意',
  withdrawn: '已撤回',
  lapsed: '已失效',
};

function closedColumns(planId: string): Columns {
  return [
    ...commonColumns(planId),
    { key: 'state', title: '结果', text: ({ state }) => stateNames[state], filters: true, short: true },
    {
      key: 'decided',
      title: '决定',
      text: ({ closedAt }) => closedAt,
      sorts: true,
      cell: ({ closedAt, closedBy, closingReason }) => (
        <span className="said">
          {closedBy === null ? '系统' : closedBy.label}，{closedAt === null ? '' : momentText(closedAt)}
          {closingReason === null ? '' : `：${closingReason}`}
        </span>
      ),
    },
  ];
}

function commonColumns(planId: string): Columns {
  return [
    {
      key: 'task',
      title: '任务',
      text: ({ taskNumber, taskTitle }) => `${taskNumber} ${taskTitle}`,
      cell: ({ taskNumber, taskTitle, taskId }) => (
        <Link to={`/plans/${planId}/tasks/${taskId}`}>
          {taskNumber}　{taskTitle}
        </Link>
      ),
    },
    { key: 'unit', title: '申请单位', text: ({ unit }) => unit?.name ?? '办公室', filters: true },
    { key: 'kind', title: '变更', text: ({ kindName }) => kindName, filters: true, short: true },
    {
      key: 'asked',
      title: '申请内容',
      text: (line) => [...line.words, movesText(line)].join('；'),
      cell: (line) => (
        <>
          {line.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {line.moves.length === 0 ? null : <p>{movesText(line)}</p>}
          <p className="said">理由：{line.reason ?? '内容已清除'}</p>
          <p className="hint">
            {line.askedBy.label}，{momentText(line.askedAt)}
            {line.onPaper ? '（纸质审签）' : ''}
          </p>
        </>
      ),
    },
  ];
}

/** `原定2022年9月30日 → 2022年10月31日（+31天）`: every date stays to be seen. */
export function movesText({ moves }: Pick<ChangeLineBody, 'moves'>): string {
  const [first] = moves;
  if (first === undefined) return '';
  return `原定${dayText(first.from)}${moves.map(({ to, slippedDays }) => ` → ${dayText(to)}（${slippedDays < 0 ? '' : '+'}${slippedDays}天）`).join('')}`;
}
