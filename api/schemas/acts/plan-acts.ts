import * as z from 'zod';
import type { PlanPersonAct } from '../../../domain/act/plan-act.ts';
import { commitment, partyRole, target } from '../lights.ts';
import { day, id, listOf, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const draftVersion = z.int().min(0).optional();
const itemSaid = z.strictObject({
  title: text,
  unitId: id.nullable(),
  target: target.nullable(),
  commitment,
  due: day,
  dueBasis: z.enum(['stated', 'derived']),
  tracked: z.boolean(),
  /** Words of the notice, within the task's own passage; empty for what stands nowhere in it. Absent, the item keeps its words. */
  quote: z.string().max(2000).optional(),
  /** Absent, the item keeps its shares. */
  shares: listOf(z.strictObject({ unitId: id, value: z.number().min(0) })).optional(),
});
const taskSaid = z.strictObject({
  title: text,
  /** Absent, the task stays in its group. */
  group: text.optional(),
  parties: listOf(z.strictObject({ unitId: id, role: partyRole })),
});
const taskNumber = z.string().min(1).max(40);

/** What may be sent to do something to a plan as a whole. */
export const planActs = {
  beginConsultation: z.strictObject({ type: z.literal('beginConsultation') }),
  answerConsultation: z.strictObject({
    type: z.literal('answerConsultation'),
    unitId: id,
    opinions: listOf(z.strictObject({ taskNumber, text })).default([]),
  }),
  reviseItem: z.strictObject({ type: z.literal('reviseItem'), taskNumber, from: text, title: text, reason: text }),
  /** `draftVersion` is the version that was looked at: where another has come since, the act is refused. */
  reviseTask: z.strictObject({ type: z.literal('reviseTask'), taskNumber, draftVersion, task: taskSaid, reason: text }),
  draftItem: z.strictObject({
    type: z.literal('draftItem'),
    taskNumber,
    draftVersion,
    itemId: z.string().min(1).max(40).nullable(),
    item: itemSaid.nullable(),
    reason: text,
  }),
  /** Takes a part of a task out of it as a task of its own. */
  splitTask: z.strictObject({
    type: z.literal('splitTask'),
    taskNumber,
    draftVersion,
    rest: taskSaid,
    added: taskSaid,
    itemIds: listOf(z.string().min(1).max(40)),
    cutAt: z.int().min(0).nullable(),
    reason: text,
  }),
  /** Makes one task of a task and the one right after it. */
  mergeTasks: z.strictObject({
    type: z.literal('mergeTasks'),
    taskNumber,
    nextNumber: taskNumber,
    draftVersion,
    title: text,
    reason: text,
  }),
  /** Makes a task of words of the notice that are in none. */
  addTask: z.strictObject({
    type: z.literal('addTask'),
    start: z.int().min(0),
    end: z.int().min(1),
    /** Absent, the task is numbered after the one before it. */
    number: taskNumber.optional(),
    draftVersion,
    task: taskSaid,
    reason: text,
  }),
  /** Leaves out a task that is none. */
  dropTask: z.strictObject({ type: z.literal('dropTask'), taskNumber, draftVersion, reason: text }),
  decideOpinion: z.strictObject({
    type: z.literal('decideOpinion'),
    opinionId: z.string().min(1).max(100),
    decision: z.enum(['adopted', 'partly-adopted', 'refused']),
    reason: text,
  }),
  askApproval: z.strictObject({ type: z.literal('askApproval') }),
  approveBreakdown: z.strictObject({ type: z.literal('approveBreakdown') }),
  returnBreakdown: z.strictObject({ type: z.literal('returnBreakdown'), reason: text }),
  issuePlan: z.strictObject({ type: z.literal('issuePlan') }),
  proposeOrder: z.strictObject({ type: z.literal('proposeOrder'), unitId: id, reasons: text }),
  amendNotice: z.strictObject({ type: z.literal('amendNotice'), amendmentId: id }),
  receiptAmendment: z.strictObject({ type: z.literal('receiptAmendment'), amendmentId: id, unitId: id }),
  receiptNotice: z.strictObject({ type: z.literal('receiptNotice'), unitId: id, contacts: text }),
  askSummaryApproval: z.strictObject({ type: z.literal('askSummaryApproval') }),
  approveSummary: z.strictObject({ type: z.literal('approveSummary') }),
  returnSummary: z.strictObject({ type: z.literal('returnSummary'), reason: text }),
} satisfies SchemasOf<PlanPersonAct>;
