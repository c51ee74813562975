import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { isPlainDate } from '../../../../domain/plain-date.ts';
import { type ActDefinition, type SentAct, numberOf, textOf } from '../../../blocks/act/act-definition.ts';
import type { Choice, Field, FormValues } from '../../../blocks/form/field.ts';
import { commitmentNames, comparatorNames } from '../../../words/names.ts';
import { reasonField } from './task-acts.ts';

type Task = BreakdownBody['tasks'][number];
type Item = Task['items'][number];
type ItemSaid = NonNullable<Extract<SentAct, { type: 'draftItem' }>['item']>;

/** Writing an item by hand: its words, its unit, what is to be reached and by when; null writes a new one. */
export function draftItemAct(task: Task, item: Item | null, { draftVersion, units }: BreakdownBody): ActDefinition {
  const own = task.parties.map(({ unitId }) => unitId);
  return {
    label: item === null ? '增加事项' : '修改',
    title: item === null ? `为第${task.number}项任务增加具体事项` : '修改具体事项',
    needs: 'reviseTask',
    fields: itemFields(
      units.flatMap(({ unitId, name }) => (own.includes(unitId) ? [{ value: unitId, label: name }] : [])),
    ),
    initial: item === null ? { commitment: 'binding', comparator: '>=', basis: 'derived', quote: '' } : valuesOf(item),
    check: (values) =>
      numberOf(values, 'value') !== null && textOf(values, 'measure') === '' ? { measure: '请填写目标值的单位' } : {},
    toAct: (values) => ({
      type: 'draftItem',
      taskNumber: task.number,
      draftVersion,
      itemId: item?.id ?? null,
      item: { ...saidIn(values), ...quoteIn(values, item) },
      reason: textOf(values, 'reason'),
    }),
  };
}

/** Leaving an item out of its task. */
export function dropItemAct(task: Task, item: Item, { draftVersion }: BreakdownBody): ActDefinition {
  return {
    label: '删除',
    title: `删除具体事项“${item.title}”`,
    needs: 'reviseTask',
    fields: [reasonField],
    toAct: (values) => ({
      type: 'draftItem',
      taskNumber: task.number,
      draftVersion,
      itemId: item.id,
      item: null,
      reason: textOf(values, 'reason'),
    }),
  };
}

function itemFields(choices: readonly Choice[]): readonly Field[] {
  const isCounted = (values: FormValues): boolean => numberOf(values, 'value') !== null;
  return [
    { kind: 'text', name: 'title', label: '具体事项', required: true, lines: 2 },
    {
      kind: 'text',
      name: 'quote',
      label: '文件原文',
      lines: 2,
      help: '照录本任务原文中的字句（含标点），供与文件对照；文件中没有的留空。',
    },
    {
      kind: 'choice',
      name: 'unitId',
      label: '责任单位',
      required: true,
      choices,
      help: '只列本任务的单位；其他单位请先用“修改任务”列入。',
    },
    { kind: 'number', name: 'value', label: '目标值（以成果为准的不填）' },
    { kind: 'line', name: 'measure', label: '计量单位', max: 20, when: isCounted },
    { kind: 'choice', name: 'comparator', label: '达到要求', choices: choicesOf(comparatorNames), when: isCounted },
    { kind: 'choice', name: 'commitment', label: '约束程度', required: true, choices: choicesOf(commitmentNames) },
    { kind: 'day', name: 'due', label: '完成时限', required: true },
    {
      kind: 'choice',
      name: 'basis',
      label: '时限依据',
      required: true,
      choices: [
        { value: 'stated', label: '文件明确' },
        { value: 'derived', label: '按文件推定' },
      ],
    },
    { kind: 'yes', name: 'tracked', label: '只跟踪，不亮灯（以后年度的目标）' },
    reasonField,
  ];
}

function choicesOf(names: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function valuesOf(item: Item): FormValues {
  const { title, unitId, target, commitment, due, dueBasis, tracked } = item;
  const measured = {
    value: target?.value ?? null,
    measure: target?.unit ?? '',
    comparator: target?.comparator ?? '>=',
  };
  return { title, quote: quoteOf(item), unitId, ...measured, commitment, due, basis: dueBasis, tracked };
}

function quoteOf({ span, quote }: Item): string {
  return span === null ? '' : quote.trim();
}

// Words that were not touched stay where they are: the same words may stand in a task twice.
function quoteIn(values: FormValues, item: Item | null): Pick<ItemSaid, 'quote'> {
  const quote = textOf(values, 'quote');
  return item !== null && quote === quoteOf(item) ? {} : { quote };
}

function saidIn(values: FormValues): ItemSaid {
  const value = numberOf(values, 'value');
  const due = textOf(values, 'due');
  if (!isPlainDate(due)) throw new Error('the form let pass what is no day');
  return {
    title: textOf(values, 'title'),
    unitId: textOf(values, 'unitId'),
    target:
      value === null
        ? null
        : { value, unit: textOf(values, 'measure'), comparator: chosen(values, 'comparator', comparatorNames, '>=') },
    commitment: chosen(values, 'commitment', commitmentNames, 'binding'),
    due,
    dueBasis: textOf(values, 'basis') === 'stated' ? 'stated' : 'derived',
    tracked: values['tracked'] === true,
  };
}

function chosen<T extends string>(
  values: FormValues,
  name: string,
  names: Readonly<Record<T, string>>,
  otherwise: T,
): T {
  const text = textOf(values, name);
  return isNameIn(names, text) ? text : otherwise;
}

function isNameIn<T extends string>(names: Readonly<Record<T, string>>, text: string): text is T {
  return Object.hasOwn(names, text);
}
