import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { type ActDefinition, type SentAct, textOf } from '../../blocks/act/act-definition.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import type { Choice, Field } from '../../blocks/form/field.ts';
import { returnTitle } from '../../words/names.ts';

const reason: Field = { kind: 'text', name: 'reason', label: '理由', required: true };

type Change = Extract<SentAct, { type: 'requestChange' }>['change'];

/** Acts that ask for a task to become another: extension, decline, suspension, termination; and a leader's note. */
export function changeActs(task: TaskPageBody, unitId: string): readonly ActDefinition[] {
  if (task.phase !== 'open') return [];
  const own = extensibles(task, unitId);
  const role = task.parties.find(({ unit }) => unit.unitId === unitId)?.role ?? null;
  return [
    ...(own.length === 0 ? [] : [extension(task, own)]),
    ...(role === null
      ? []
      : [plainChange(task, { label: '申请退办', note: declineNote, change: { kind: 'decline', unitId } })]),
    ...(role === 'lead'
      ? [
          plainChange(task, { label: '申请暂停', change: { kind: 'suspension' } }),
          plainChange(task, { label: '申请终止', change: { kind: 'termination' } }),
        ]
      : []),
    instruction(task),
  ];
}

const declineNote = '文件列明的单位退办，由市领导决定；办公室自行增列的，由办公室决定。决定前仍须按时报送。';

// What can be extended, as the choice that names it.
function extensibles(task: TaskPageBody, unitId: string): readonly Choice[] {
  const items = task.subjects
    .filter(({ unit, kind }) => unit.unitId === unitId && kind !== 'whole')
    .map(({ subjectId, title, due }) => ({ value: `item ${subjectId}`, label: `${title}（完成时限${dayText(due)}）` }));
  const owed = task.obligations
    .filter(({ unit, state }) => unit.unitId === unitId && state === 'open')
    .map(({ id, kindName, period, due }) => ({
      value: `obligation ${id}`,
      label: `${returnTitle(period, kindName)}（报送时限${dayText(due)}）`,
    }));
  return [...items, ...owed];
}

function extension({ taskId }: TaskPageBody, choices: readonly Choice[]): ActDefinition {
  return {
    label: '申请延期',
    title: '申请延期',
    needs: 'requestChange',
    approver: 'head',
    note: <p>延期须在原时限之前申请；首次由办公室决定，再次由市领导决定。原时限保留在记录中。</p>,
    fields: [
      { kind: 'choice', name: 'of', label: '延期的事项', required: true, choices },
      { kind: 'day', name: 'to', label: '延期至', required: true },
      reason,
    ],
    toAct: (values, request) => {
      const [kind, ...rest] = textOf(values, 'of').split(' ');
      const id = rest.join(' ');
      const of =
        kind === 'item' ? { kind: 'item' as const, subjectId: id } : { kind: 'obligation' as const, obligationId: id };
      const change: Change = { kind: 'extension', of, to: textOf(values, 'to') };
      return { type: 'requestChange', taskId, request, change, reason: textOf(values, 'reason') };
    },
  };
}

interface PlainChange {
  readonly label: string;
  readonly note?: string;
  readonly change: Change;
}

function plainChange({ taskId }: TaskPageBody, { label, note, change }: PlainChange): ActDefinition {
  return {
    label,
    title: label,
    needs: change.kind === 'decline' ? 'declineTask' : 'requestChange',
    approver: 'head',
    ...(note === undefined ? {} : { note: <p>{note}</p> }),
    fields: [reason],
    toAct: (values, request) => ({ type: 'requestChange', taskId, request, change, reason: textOf(values, 'reason') }),
  };
}

function instruction({ taskId }: TaskPageBody): ActDefinition {
  return {
    label: '批示',
    title: '批示',
    needs: 'recordInstruction',
    approver: 'leader',
    fields: [{ kind: 'text', name: 'text', label: '批示内容', required: true }],
    toAct: (values) => ({ type: 'recordInstruction', taskId, text: textOf(values, 'text') }),
  };
}
