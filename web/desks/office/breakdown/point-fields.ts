import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import type { Choice, Field, FormValues } from '../../../blocks/form/field.ts';
import type { Point } from './settle.ts';

/** The register's units, by key. */
export interface UnitChoice {
  readonly unitId: string;
  readonly key: string;
  readonly name: string;
}

interface PointForm {
  readonly fields: readonly Field[];
  readonly initial: FormValues;
}

const reason: Field = { kind: 'text', name: 'reason', label: '理由', required: true, lines: 2 };

/** What is asked to decide a point, filled in as proposed. */
export function pointForm(point: Point, tasks: BreakdownBody['tasks'], units: readonly UnitChoice[]): PointForm {
  const ofUnits: readonly Choice[] = units.map(({ key, name }) => ({ value: key, label: name }));
  const ofTasks: readonly Choice[] = tasks.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }));
  const keys = point.unitIds.flatMap((unitId) => units.find((unit) => unit.unitId === unitId)?.key ?? []);
  switch (point.kind) {
    case 'open-list':
      return {
        fields: [{ kind: 'choices', name: 'units', label: '增列的单位（不增列的留空）', choices: ofUnits }, reason],
        initial: { units: [] },
      };
    case 'following':
      return {
        fields: [
          { kind: 'choices', name: 'units', label: '适用的单位', required: true, choices: ofUnits },
          { kind: 'choices', name: 'tasks', label: '适用的任务', required: true, choices: ofTasks },
          reason,
        ],
        initial: { units: keys, tasks: tasks.map(({ number }) => number) },
      };
    case 'several-leads':
      return {
        fields: [
          {
            kind: 'choices',
            name: 'units',
            label: '牵头单位的先后（第一位撰写汇总）',
            required: true,
            choices: ofUnits,
          },
          reason,
        ],
        initial: { units: keys },
      };
    case 'unknown-unit':
      return {
        fields: [{ kind: 'choice', name: 'unit', label: '所指单位（不列入的留空）', choices: ofUnits }, reason],
        initial: { unit: keys[0] ?? null },
      };
    case 'roll-over':
      return rollOverForm(point, ofTasks);
    case 'item':
    case 'orphan-target':
      return itemForm(point, { ofUnits, ofTasks, key: keys[0] ?? null });
  }
}

// A figure of the preamble has no task before it is settled: what goes on from it is found by its words.
function rollOverForm({ taskNumber, item }: Point, ofTasks: readonly Choice[]): PointForm {
  const isFound = taskNumber !== null || item !== null;
  return {
    fields: [
      {
        kind: 'choice',
        name: 'decision',
        label: '如何处理',
        required: true,
        choices: [
          { value: 'link', label: '由本文件的任务承接' },
          { value: 'anew', label: '不承接，另行起算' },
        ],
      },
      {
        kind: 'choice',
        name: 'task',
        label: item === null ? '由哪项任务承接' : `由哪项任务承接（建议的任务按“${item.quote}”承接）`,
        required: item === null || taskNumber !== null,
        choices: ofTasks,
        when: (values) => values['decision'] !== 'anew',
      },
      reason,
    ],
    initial: { decision: isFound ? 'link' : 'anew', task: taskNumber },
  };
}

interface ItemChoices {
  readonly ofUnits: readonly Choice[];
  readonly ofTasks: readonly Choice[];
  readonly key: string | null;
}

function itemForm(point: Point, { ofUnits, ofTasks, key }: ItemChoices): PointForm {
  const isOrphan = point.kind === 'orphan-target';
  const adopts = (values: FormValues): boolean => values['decision'] !== 'waive';
  const decision: Field = {
    kind: 'choice',
    name: 'decision',
    label: '如何处理',
    required: true,
    choices: [
      { value: 'adopt', label: '列为一项任务的具体事项' },
      { value: 'waive', label: '不列入' },
    ],
  };
  return {
    fields: [
      ...(isOrphan ? [decision] : []),
      ...(point.taskNumber === null
        ? [
            {
              kind: 'choice' as const,
              name: 'task',
              label: '列入哪项任务',
              required: true,
              choices: ofTasks,
              when: adopts,
            },
          ]
        : []),
      { kind: 'line', name: 'title', label: '具体事项', required: true, when: adopts },
      {
        kind: 'choice',
        name: 'unit',
        label: '责任单位（须已列入该任务）',
        required: true,
        choices: ofUnits,
        when: adopts,
      },
      reason,
    ],
    initial: { decision: 'adopt', task: point.proposedTask, title: point.item?.title ?? '', unit: key },
  };
}
