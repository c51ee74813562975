import { Checkbox, InputNumber } from 'antd';
import type { ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';
import type { ObligationKind } from '../../../../domain/task/task-state.ts';
import { dayText } from '../../../blocks/date/date-with-reason.tsx';
import { TextControl } from '../../../blocks/form/text-control.tsx';
import { RowEndingField } from './row-ending-field.tsx';
import { StagePlanEditor } from './stage-plan-editor.tsx';

interface RowFieldsProps {
  readonly row: ReturnRowBody;
  readonly kind: ObligationKind;
  readonly entry: RowEntryBody;
  readonly change: (changes: Partial<RowEntryBody>) => void;
}

/** What a row asks for, by the kind of its return. */
export function RowFields({ row, kind, entry, change }: RowFieldsProps) {
  if (kind === 'stage-plan') return <StagePlanEditor row={row} plan={entry.plan} change={(plan) => change({ plan })} />;
  const texts = (changes: RowEntryBody['texts']): void => change({ texts: { ...entry.texts, ...changes } });
  const needsValue = row.kind === 'number' && kind !== 'contribution';
  const isFalling = entry.value !== null && row.previousValue !== null && entry.value < row.previousValue;
  return (
    <div className="row-fields">
      {needsValue ? <ValueField row={row} value={entry.value} change={(value) => change({ value })} /> : null}
      {kind === 'progress' ? <MilestoneBoxes row={row} entry={entry} change={change} /> : null}
      {isFalling ? (
        <TextField row={row} label="数值下降的理由" value={entry.texts.reason} change={(reason) => texts({ reason })} />
      ) : null}
      {kind === 'district-figures' ? null : (
        <TextField
          row={row}
          label={kind === 'contribution' ? '配合情况（没有内容的留空，即为本季无）' : '进展情况'}
          value={entry.texts.done}
          change={(done) => texts({ done })}
        />
      )}
      {kind === 'progress' ? (
        <>
          <TextField row={row} label="存在问题" value={entry.texts.problem} change={(problem) => texts({ problem })} />
          <TextField row={row} label="下一步举措" value={entry.texts.next} change={(next) => texts({ next })} />
          {row.asksEnding ? (
            <RowEndingField row={row} entry={entry} change={change} />
          ) : (
            <Checkbox checked={entry.complete} onChange={({ target }) => change({ complete: target.checked })}>
              已完成，申请办结
            </Checkbox>
          )}
        </>
      ) : null}
    </div>
  );
}

function MilestoneBoxes({ row, entry, change }: Pick<RowFieldsProps, 'row' | 'entry' | 'change'>) {
  const milestones = row.plan?.milestones ?? [];
  if (milestones.length === 0) return null;
  return (
    <Checkbox.Group
      className="milestone-boxes"
      aria-label={`${row.title}：已完成的里程碑`}
      value={[...entry.milestonesDone]}
      options={milestones.map(({ id, title, due }) => ({ value: id, label: `${title}（${dayText(due)}）` }))}
      onChange={(milestonesDone) => change({ milestonesDone: milestonesDone.map(String) })}
    />
  );
}

interface ValueFieldProps {
  readonly row: ReturnRowBody;
  readonly value: number | null;
  readonly change: (value: number | null) => void;
}

function ValueField({ row, value, change }: ValueFieldProps) {
  return (
    <label className="row-field">
      <span>累计完成{row.target === null ? '' : `（${row.target.unit}）`}</span>
      <InputNumber value={value} onChange={change} aria-label={`${row.title}：累计完成`} className="wide-field" />
      <span className="hint">
        上次 {row.previousValue ?? '无'}
        {row.expectedValue === null ? '' : `，按计划应达 ${row.expectedValue}`}
      </span>
    </label>
  );
}

interface TextFieldProps {
  readonly row: ReturnRowBody;
  readonly label: string;
  readonly value: string | undefined;
  readonly change: (text: string) => void;
}

function TextField({ row, label, value, change }: TextFieldProps) {
  return (
    <label className="row-field">
      <span>{label}</span>
      <TextControl
        value={value}
        max={row.textLimit ?? 2000}
        label={`${row.title}：${label}`}
        onChange={({ target }) => change(target.value)}
      />
    </label>
  );
}
