import { z } from 'zod';
import type { ChangeAct } from '../../domain/act/change-act.ts';
import type { TaskChange } from '../../domain/task/change/task-change.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { changeActs as acts } from '../../api/schemas/acts/change-acts.ts';
import { commitment, partyRole, target } from '../../api/schemas/lights.ts';
import { day, line } from '../../api/schemas/values.ts';
import { of, parsed, row } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const { request } = acts.requestChange.shape;
const item = z.strictObject({
  item: z.string().min(1).max(200),
  unit: z.string(),
  title: line,
  target: target.nullable().default(null),
  commitment: commitment.default('binding'),
  due: day,
  dueBasis: z.enum(['stated', 'derived']).default('stated'),
  tracked: z.boolean().default(false),
  shares: z.array(z.strictObject({ unit: z.string(), value: z.number() })).default([]),
});
const { kind, period } = of;
const change = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('extend-item'), item: row.item, unit: z.string(), to: day }),
  z.strictObject({ change: z.literal('extend-return'), unit: z.string(), kind, period, to: day }),
  z.strictObject({ change: z.literal('decline'), unit: z.string() }),
  z.strictObject({ change: z.literal('reassignment'), unit: z.string(), toUnit: z.string() }),
  z.strictObject({ change: z.literal('target'), item: z.string(), target }),
  z.strictObject({
    change: z.literal('amendment'),
    put: z.array(item).default([]),
    remove: z.array(z.string()).default([]),
    joins: z.array(z.strictObject({ unit: z.string(), role: partyRole })).default([]),
  }),
  z.strictObject({ change: z.literal('suspension') }),
  z.strictObject({ change: z.literal('resumption') }),
  z.strictObject({ change: z.literal('termination') }),
]);
const ids = { type: true, taskId: true, changeId: true } as const;
const ofTask = { task: z.string(), request };
const asking = z.strictObject({ ...ofTask, what: change, reason: acts.requestChange.shape.reason });
const withdrawing = acts.withdrawChange.omit(ids).extend(ofTask);
const deciding = acts.decideChange
  .omit({ ...ids, replacementId: true })
  .extend({ ...ofTask, replacement: z.string().nullable().default(null) });
const instructing = acts.recordInstruction.omit({ type: true, taskId: true }).extend({ task: z.string() });

/** How commands name changes of a task and leaders' notes; a request by the name that it was made with. */
export const changeActs: ActReaders<ChangeAct> = {
  requestChange: async (content, names) => {
    const { task, request: named, what, reason } = parsed('requestChange', asking, content);
    const taskId = await names.task(task);
    return { type: 'requestChange', taskId, request: named, change: await changeNamed(what, task, names), reason };
  },
  withdrawChange: async (content, names) => {
    const { task, request: named, reason } = parsed('withdrawChange', withdrawing, content);
    return { type: 'withdrawChange', taskId: await names.task(task), changeId: names.change(named), reason };
  },
  decideChange: async (content, names) => {
    const { task, request: named, replacement, ...said } = parsed('decideChange', deciding, content);
    const replacementId = replacement === null ? null : await names.unit(replacement);
    const changeId = names.change(named);
    return { type: 'decideChange', taskId: await names.task(task), changeId, ...said, replacementId };
  },
  recordInstruction: async (content, names) => {
    const { task, text: words } = parsed('recordInstruction', instructing, content);
    return { type: 'recordInstruction', taskId: await names.task(task), text: words };
  },
};

async function changeNamed(what: z.infer<typeof change>, task: string, names: ActNames): Promise<TaskChange> {
  switch (what.change) {
    case 'extend-item': {
      const { subjectId } = await names.row({ task, item: what.item }, what.unit);
      return { kind: 'extension', of: { kind: 'item', subjectId }, to: what.to };
    }
    case 'extend-return': {
      const id = obligationId(what.kind, await names.unit(what.unit), what.period);
      return { kind: 'extension', of: { kind: 'obligation', obligationId: id }, to: what.to };
    }
    case 'decline':
      return { kind: what.change, unitId: await names.unit(what.unit) };
    case 'reassignment':
      return { kind: what.change, unitId: await names.unit(what.unit), toUnitId: await names.unit(what.toUnit) };
    case 'target':
      return { kind: what.change, subjectId: what.item, target: what.target };
    case 'amendment':
      return amendment(what, names);
    case 'suspension':
    case 'resumption':
    case 'termination':
      return { kind: what.change };
  }
}

async function amendment(
  { put, remove, joins }: Extract<z.infer<typeof change>, { change: 'amendment' }>,
  names: ActNames,
): Promise<TaskChange> {
  const items = put.map(async ({ item: id, unit, shares, ...terms }) => ({
    ...terms,
    id,
    unitId: await names.unit(unit),
    kind: terms.target === null ? ('deliverable' as const) : ('number' as const),
    shares: await Promise.all(
      shares.map(async (share) => ({ unitId: await names.unit(share.unit), value: share.value })),
    ),
  }));
  const units = joins.map(async ({ unit, role }) => ({ unitId: await names.unit(unit), role }));
  return { kind: 'amendment', put: await Promise.all(items), remove, joins: await Promise.all(units) };
}
