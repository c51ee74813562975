import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { taskBefore } from '../../../../domain/plan/reshape/add-draft.ts';
import { type ActDefinition, textOf } from '../../../blocks/act/act-definition.ts';
import type { Field, FormValues } from '../../../blocks/form/field.ts';
import { type Cut, cutsOf } from './cuts.ts';
import type { Span } from './spans.ts';
import { doubled, groupField, reasonField, saidIn, taskFields } from './task-acts.ts';

type Task = BreakdownBody['tasks'][number];

/** Making a task of a passage that is in none: which of its sentences, under which number, who leads. */
export function addTaskAct(span: Span, { draftVersion, units, tasks, text }: BreakdownBody): ActDefinition {
  const choices = units.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const before = taskBefore(tasks, span[0]);
  const group = before?.group ?? tasks[0]?.group ?? '';
  const { number, title } = printedIn(text.slice(...span));
  const isFree = tasks.every((task) => task.number !== number);
  const [titleField, ...parties] = taskFields('', choices);
  return {
    label: '列为任务',
    title: '将段落列为任务',
    needs: 'reviseTask',
    note: noteOf(before),
    fields: [
      ...(titleField === undefined ? [] : [titleField]),
      {
        kind: 'line',
        name: 'number',
        label: '任务序号',
        required: before === null,
        max: 40,
        ...(before === null ? {} : { help: `不填的，在第${before.number}项之后续编。` }),
      },
      ...(group === '' ? [] : [groupField(tasks)]),
      ...passageFields(span, text),
      ...parties,
      reasonField,
    ],
    initial: { title, number: isFree ? number : '', group, start: String(span[0]), end: String(span[1]) },
    check: (values) => ({ ...doubled(values, ''), ...reversed(values) }),
    toAct: (values) => {
      const [start, end] = spanIn(values, span);
      const own = textOf(values, 'number');
      return {
        type: 'addTask',
        start,
        end,
        ...(own === '' ? {} : { number: own }),
        draftVersion,
        task: { ...saidIn(values, ''), ...(group === '' ? {} : { group: textOf(values, 'group') }) },
        reason: textOf(values, 'reason'),
      };
    },
  };
}

/** Leaving a task out that is none. */
export function dropTaskAct(task: Task, { draftVersion }: BreakdownBody): ActDefinition {
  const items = task.items.length === 0 ? '' : `及其${task.items.length}项具体事项`;
  return {
    label: '不列为任务',
    title: `第${task.number}项不列为任务`,
    needs: 'reviseTask',
    note: `“${task.title}”${items}从任务分解中删去，其他任务的编号不变。原文转入“其他未列入任务的内容”，需要时可以重新列为任务。`,
    fields: [reasonField],
    toAct: (values) => ({
      type: 'dropTask',
      taskNumber: task.number,
      draftVersion,
      reason: textOf(values, 'reason'),
    }),
  };
}

function noteOf(before: Task | null): string {
  const place = before === null ? '列在全部任务之前' : `列在第${before.number}项“${before.title}”之后`;
  return `新任务按原文位置${place}，其他任务的编号不变。具体事项在列为任务之后增加。`;
}

// A passage of one sentence is taken as it is.
function passageFields(span: Span, text: string): readonly Field[] {
  const cuts = cutsOf(text, span);
  if (cuts.length === 0) return [];
  const from = ({ at, words }: Cut) => ({ value: String(at), label: `从“${words}”起` });
  const upTo = ({ at, words }: Cut) => ({ value: String(at), label: `到“${words}”之前` });
  return [
    {
      kind: 'choice',
      name: 'start',
      label: '原文从哪一句起',
      required: true,
      choices: [{ value: String(span[0]), label: '从段落开头起' }, ...cuts.map(from)],
    },
    {
      kind: 'choice',
      name: 'end',
      label: '原文到哪一句止',
      required: true,
      choices: [...cuts.map(upTo), { value: String(span[1]), label: '到段落末尾' }],
    },
  ];
}

function spanIn(values: FormValues, [start, end]: Span): Span {
  const [from, upTo] = [textOf(values, 'start'), textOf(values, 'end')];
  return [from === '' ? start : Number(from), upTo === '' ? end : Number(upTo)];
}

function reversed(values: FormValues): Readonly<Record<string, string>> {
  const [start, end] = spanIn(values, [0, 1]);
  return start < end ? {} : { end: '须在所选的起句之后，请重新选择' };
}

/** The number with which a passage begins, and its first sentence without it. */
export function printedIn(passage: string): { readonly number: string; readonly title: string } {
  const [, number = '', words = ''] = /^\s*(?:(\d+)[.．、]\s*)?([^。；;\n]*)/u.exec(passage) ?? [];
  return { number, title: words.trim() };
}
