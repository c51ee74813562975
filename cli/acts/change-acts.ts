import { z } from 'zod';
import type { ChangeAct } from '../../domain/act/change-act.ts';
import type { TaskChange } from '../../domain/task/change/task-change.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { day, of, parsed, row, text } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,79}$/, '由字母、数字和连字符组成');
const target = z.strictObject({ value: z.number(), unit: z.string(), comparator: z.enum(['=', '>=', '>', '<=', '<']) });
const item = z.strictObject({
  item: z.string().min(1).max(200),
  unit: z.string(),
  title: z.string().trim().min(1).max(200),
  target: target.nullable().default(null),
  commitment: z.enum(['binding', 'striving', 'in-principle']).default('binding'),
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
    joins: z.array(z.strictObject({ unit: z.string(), role: z.enum(['lead', 'support', 'district']) })).default([]),
  }),
  z.strictObject({ change: z.literal('suspension') }),
  z.strictObject({ change: z.literal('resumption') }),
  z.strictObject({ change: z.literal('termination') }),
]);
const asking = z.strictObject({ task: z.string(), request: name, what: change, reason: text });
const withdrawing = z.strictObject({ task: z.string(), request: name, reason: text });
const deciding = z.strictObject({
  task: z.string(),
  request: name,
  outcome: z.enum(['granted', 'refused']),
  reason: text,
  replacement: z.string().nullable().default(null),
});
const instructing = z.strictObject({ task: z.string(), text });

/** How commands name changes of a task and leaders' notes; a request by the name that it was made with. */
export const changeActs: ActReaders<ChangeAct> = {
  requestChange: async (content, names) => {
    const { task, request, what, reason } = parsed('requestChange', asking, content);
    const taskId = await names.task(task);
    return { type: 'requestChange', taskId, request, change: await named(what, task, names), reason };
  },
  withdrawChange: async (content, names) => {
    const { task, request, reason } = parsed('withdrawChange', withdrawing, content);
    return { type: 'withdrawChange', taskId: await names.task(task), changeId: names.change(request), reason };
  },
  decideChange: async (content, names) => {
    const { task, request, replacement, ...said } = parsed('decideChange', deciding, content);
    const replacementId = replacement === null ? null : await names.unit(replacement);
    const changeId = names.change(request);
    return { type: 'decideChange', taskId: await names.task(task), changeId, ...said, replacementId };
  },
  recordInstruction: async (content, names) => {
    const { task, text: words } = parsed('recordInstruction', instructing, content);
    return { type: 'recordInstruction', taskId: await names.task(task), text: words };
  },
};

async function named(what: z.infer<typeof change>, task: string, names: ActNames): Promise<TaskChange> {
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
