import { z } from 'zod';
import { isPeriod } from '../domain/calendar/quarter.ts';
import type { Period } from '../domain/calendar/quarter.ts';
import { assertNever } from '../domain/errors.ts';
import { plainDate } from '../domain/plain-date.ts';
import type { PersonAct } from '../domain/act/person-act.ts';
import type { FilledRow, ReturnName } from '../domain/act/return-act.ts';
import { wholeTaskSubject } from '../domain/task/obligations.ts';
import type { PlanLine } from '../store/plan/plans.ts';
import type { Store } from '../store/store.ts';
import { taskIdOf } from '../store/task/task-page.ts';
import { unitNamed } from './actors.ts';
import { UsageError } from './exit-codes.ts';

const { localeError } = z.locales.zhCN();
const text = z.string().trim().min(1).max(2_000);
const quarter = z.string().refine(isPeriod, '应为 2022Q3 这样的季度');
const day = z.string().transform(plainDate);
const of = {
  unit: z.string(),
  kind: z.enum(['stage-plan', 'contribution', 'progress', 'district-figures']),
  period: z.union([quarter, z.literal('plan')]),
};
// Rows are named by the task's number and the item's; `whole` is the task as a whole.
const row = { task: z.string(), item: z.string().default('whole') };
const plan = z.strictObject({
  baseline: z.number().nullable().default(null),
  curve: z.array(z.strictObject({ day, value: z.number() })).default([]),
  milestones: z.array(z.strictObject({ id: z.string(), title: text, due: day })).default([]),
  statisticsOn: day.nullable().default(null),
});
const filled = z.strictObject({
  ...row,
  value: z.number().nullable().default(null),
  milestonesDone: z.array(z.string()).default([]),
  complete: z.boolean().default(false),
  plan: plan.nullable().default(null),
  done: text.optional(),
  problem: text.optional(),
  next: text.optional(),
  reason: text.optional(),
});

const shapes = {
  beginConsultation: z.strictObject({}),
  answerConsultation: z.strictObject({
    unit: z.string(),
    opinions: z.array(z.strictObject({ task: z.string(), text })).default([]),
  }),
  reviseItem: z.strictObject({ task: z.string(), from: text, title: text, reason: text }),
  decideOpinion: z.strictObject({
    opinionId: z.string(),
    decision: z.enum(['adopted', 'partly-adopted', 'refused']),
    reason: text,
  }),
  askApproval: z.strictObject({}),
  approveBreakdown: z.strictObject({}),
  returnBreakdown: z.strictObject({ reason: text }),
  issuePlan: z.strictObject({}),
  receiptNotice: z.strictObject({ unit: z.string(), contacts: text }),
  saveRows: z.strictObject({ ...of, rows: z.array(filled).min(1) }),
  handOverRows: z.strictObject({ ...of, rows: z.array(z.strictObject(row)).min(1), writerId: z.string().nullable() }),
  askHeadApproval: z.strictObject(of),
  refuseHeadApproval: z.strictObject({ ...of, reason: text }),
  submitReturn: z.strictObject({ ...of, version: z.int().min(1) }),
  reviewReturn: z.strictObject({
    ...of,
    version: z.int().min(1),
    sendBack: z.array(z.strictObject({ ...row, reason: text })).default([]),
  }),
  endTask: z.strictObject({ task: z.string() }),
  fileStatement: z.strictObject({ task: z.string(), aboutUnit: z.string(), period: quarter, text }),
  writeSummary: z.strictObject({ task: z.string(), period: quarter, text }),
} satisfies Readonly<Partial<Record<PersonAct['type'], z.ZodType>>>;

type ActName = keyof typeof shapes;

/** Names of the acts that a command may perform. */
export const actNames: readonly string[] = Object.keys(shapes);

/** The act that a command names, with ids in place of numbers and names; what does not fit is refused with every fault. */
export async function personAct(store: Store, ofPlan: PlanLine, action: string, data: unknown): Promise<PersonAct> {
  if (!isActName(action)) throw new UsageError(`没有操作“${action}”，可用：${actNames.join('、')}。`);
  const names = namesIn(store, ofPlan);
  switch (action) {
    case 'beginConsultation':
    case 'askApproval':
    case 'approveBreakdown':
    case 'issuePlan':
      parsed(action, data);
      return { type: action };
    case 'answerConsultation': {
      const { unit, opinions } = parsed(action, data);
      const named = opinions.map(({ task, text: said }) => ({ taskNumber: task, text: said }));
      return { type: action, unitId: await names.unit(unit), opinions: named };
    }
    case 'reviseItem': {
      const { task, ...revision } = parsed(action, data);
      return { type: action, taskNumber: task, ...revision };
    }
    case 'decideOpinion':
      return { type: action, ...parsed(action, data) };
    case 'returnBreakdown':
      return { type: action, ...parsed(action, data) };
    case 'receiptNotice': {
      const { unit, contacts } = parsed(action, data);
      return { type: action, unitId: await names.unit(unit), contacts };
    }
    case 'endTask':
      return { type: action, taskId: await names.task(parsed(action, data).task) };
    case 'fileStatement': {
      const { task, aboutUnit, period, text: said } = parsed(action, data);
      return {
        type: action,
        taskId: await names.task(task),
        aboutUnitId: await names.unit(aboutUnit),
        period,
        text: said,
      };
    }
    case 'writeSummary': {
      const { task, period, text: said } = parsed(action, data);
      return { type: action, taskId: await names.task(task), period, text: said };
    }
    case 'saveRows':
    case 'handOverRows':
    case 'askHeadApproval':
    case 'refuseHeadApproval':
    case 'submitReturn':
    case 'reviewReturn':
      return returnAct(action, data, names);
    default:
      return assertNever(action);
  }
}

type ReturnActName = Extract<
  ActName,
  'saveRows' | 'handOverRows' | 'askHeadApproval' | 'refuseHeadApproval' | 'submitReturn' | 'reviewReturn'
>;

async function returnAct(action: ReturnActName, data: unknown, names: Names): Promise<PersonAct> {
  switch (action) {
    case 'saveRows': {
      const { rows, ...named } = parsed(action, data);
      const filledRows = await Promise.all(rows.map((each) => filledRow(each, named.unit, names)));
      return { type: action, of: await names.of(named), rows: filledRows };
    }
    case 'handOverRows': {
      const { rows, writerId, ...named } = parsed(action, data);
      return {
        type: action,
        of: await names.of(named),
        writerId,
        rows: await Promise.all(rows.map((each) => names.row(each, named.unit))),
      };
    }
    case 'askHeadApproval':
      return { type: action, of: await names.of(parsed(action, data)) };
    case 'refuseHeadApproval': {
      const { reason, ...named } = parsed(action, data);
      return { type: action, of: await names.of(named), reason };
    }
    case 'submitReturn': {
      const { version, ...named } = parsed(action, data);
      return { type: action, of: await names.of(named), version };
    }
    case 'reviewReturn': {
      const { version, sendBack, ...named } = parsed(action, data);
      const back = sendBack.map(async ({ reason, ...each }) => ({ ...(await names.row(each, named.unit)), reason }));
      return { type: action, of: await names.of(named), version, sendBack: await Promise.all(back) };
    }
  }
}

async function filledRow(said: z.infer<typeof filled>, unit: string, names: Names): Promise<FilledRow> {
  const { task, item, value, milestonesDone, complete, plan: rowPlan, ...texts } = said;
  const given = Object.entries(texts).filter(([, each]) => each !== undefined);
  const key = await names.row({ task, item }, unit);
  return { ...key, value, milestonesDone, complete, plan: rowPlan, texts: Object.fromEntries(given) };
}

interface Names {
  readonly unit: (named: string) => Promise<string>;
  readonly task: (number: string) => Promise<string>;
  readonly row: (
    named: { readonly task: string; readonly item: string },
    unit: string,
  ) => Promise<{ readonly taskId: string; readonly subjectId: string }>;
  readonly of: (named: {
    readonly unit: string;
    readonly kind: ReturnName['kind'];
    readonly period: Period | 'plan';
  }) => Promise<ReturnName>;
}

function namesIn(store: Store, ofPlan: PlanLine): Names {
  const unit = async (named: string): Promise<string> => (await unitNamed(store, ofPlan, named)).unitId;
  const task = async (number: string): Promise<string> => {
    const taskId = await taskIdOf(store, ofPlan.planId, number);
    if (taskId === null) throw new UsageError(`“${ofPlan.title}”中没有序号为“${number}”的任务，请核对序号。`);
    return taskId;
  };
  return {
    unit,
    task,
    row: async (named, unitName) => ({
      taskId: await task(named.task),
      subjectId: named.item === 'whole' ? wholeTaskSubject(await unit(unitName)) : named.item,
    }),
    of: async ({ unit: named, kind, period }) => ({ unitId: await unit(named), kind, period }),
  };
}

function parsed<N extends ActName>(name: N, data: unknown): z.infer<(typeof shapes)[N]> {
  const { success, data: value, error } = shapes[name].safeParse(data, { error: localeError });
  if (success) return value as z.infer<(typeof shapes)[N]>;
  const issues = error.issues.map(({ path, message }) => `${path.join('.') || '内容'}：${message}`);
  throw new UsageError(`操作“${name}”的内容有误：\n${issues.join('\n')}`);
}

function isActName(name: string): name is ActName {
  return Object.hasOwn(shapes, name);
}
