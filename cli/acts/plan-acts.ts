import { z } from 'zod';
import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import { planActs as acts } from '../../api/schemas/acts/plan-acts.ts';
import { text } from '../../api/schemas/values.ts';
import type { TaskSaid } from '../../domain/plan/revise-draft.ts';
import { parsed } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const unit = { unit: z.string() };
const ids = { type: true, unitId: true } as const;
const nothing = acts.issuePlan.omit({ type: true });
const proposal = acts.proposeOrder.omit(ids).extend(unit);
const answer = z.strictObject({
  ...unit,
  opinions: z.array(z.strictObject({ task: z.string(), text })).default([]),
});
const revision = acts.reviseItem.omit({ type: true, taskNumber: true }).extend({ task: z.string() });
const taskRevision = acts.reviseTask.omit({ type: true, taskNumber: true, task: true }).extend({
  task: z.string(),
  title: text,
  group: acts.reviseTask.shape.task.shape.group,
  parties: z.array(
    z.strictObject({ unit: z.string(), role: acts.reviseTask.shape.task.shape.parties.unwrap().element.shape.role }),
  ),
});
const itemDraft = acts.draftItem.omit({ type: true, taskNumber: true, item: true }).extend({
  task: z.string(),
  itemId: acts.draftItem.shape.itemId.default(null),
  item: acts.draftItem.shape.item
    .unwrap()
    .omit({ unitId: true, shares: true })
    .extend({
      unit: z.string().nullable(),
      shares: z.array(z.strictObject({ unit: z.string(), value: z.number().min(0) })).optional(),
    })
    .nullable(),
});
const taskWritten = taskRevision.omit({ task: true, reason: true, draftVersion: true });
const splitting = acts.splitTask
  .omit({ type: true, taskNumber: true, rest: true, added: true })
  .extend({ task: z.string(), rest: taskWritten, added: taskWritten, cutAt: acts.splitTask.shape.cutAt.default(null) });
const merging = acts.mergeTasks
  .omit({ type: true, taskNumber: true, nextNumber: true })
  .extend({ task: z.string(), next: z.string() });
const adding = acts.addTask.omit({ type: true, task: true }).extend({ task: taskWritten });
const dropping = acts.dropTask.omit({ type: true, taskNumber: true }).extend({ task: z.string() });
const opinion = acts.decideOpinion.omit({ type: true });
const returning = acts.returnBreakdown.omit({ type: true });
const amending = acts.amendNotice.omit({ type: true });
const amendmentReceipt = acts.receiptAmendment
  .omit({ ...ids, amendmentId: true })
  .extend({ ...unit, amendment: acts.receiptAmendment.shape.amendmentId });
const receipt = acts.receiptNotice.omit(ids).extend(unit);

/** How commands name what is done to a plan as a whole. */
export const planActs: ActReaders<PlanPersonAct> = {
  beginConsultation: async (content) => bare('beginConsultation', content),
  answerConsultation: async (content, names) => {
    const { unit: named, opinions } = parsed('answerConsultation', answer, content);
    const said = opinions.map(({ task, text: words }) => ({ taskNumber: task, text: words }));
    return { type: 'answerConsultation', unitId: await names.unit(named), opinions: said };
  },
  reviseItem: async (content) => {
    const { task, ...said } = parsed('reviseItem', revision, content);
    return { type: 'reviseItem', taskNumber: task, ...said };
  },
  reviseTask: async (content, names) => {
    const { task, reason, draftVersion, ...written } = parsed('reviseTask', taskRevision, content);
    return { type: 'reviseTask', taskNumber: task, task: await taskSaid(written, names), draftVersion, reason };
  },
  splitTask: async (content, names) => {
    const { task, rest, added, ...said } = parsed('splitTask', splitting, content);
    const parts = { rest: await taskSaid(rest, names), added: await taskSaid(added, names) };
    return { type: 'splitTask', taskNumber: task, ...parts, ...said };
  },
  mergeTasks: async (content) => {
    const { task, next, ...said } = parsed('mergeTasks', merging, content);
    return { type: 'mergeTasks', taskNumber: task, nextNumber: next, ...said };
  },
  addTask: async (content, names) => {
    const { task, ...said } = parsed('addTask', adding, content);
    return { type: 'addTask', task: await taskSaid(task, names), ...said };
  },
  dropTask: async (content) => {
    const { task, ...said } = parsed('dropTask', dropping, content);
    return { type: 'dropTask', taskNumber: task, ...said };
  },
  draftItem: async (content, names) => {
    const { task, item, ...said } = parsed('draftItem', itemDraft, content);
    if (item === null) return { type: 'draftItem', taskNumber: task, item, ...said };
    const { unit: named, shares, ...written } = item;
    const unitId = named === null ? null : await names.unit(named);
    const split = shares?.map(async ({ unit: holder, value }) => ({ unitId: await names.unit(holder), value }));
    const owned = { ...written, unitId, ...(split === undefined ? {} : { shares: await Promise.all(split) }) };
    return { type: 'draftItem', taskNumber: task, item: owned, ...said };
  },
  decideOpinion: async (content) => ({ type: 'decideOpinion', ...parsed('decideOpinion', opinion, content) }),
  askApproval: async (content) => bare('askApproval', content),
  approveBreakdown: async (content) => bare('approveBreakdown', content),
  returnBreakdown: async (content) => ({ type: 'returnBreakdown', ...parsed('returnBreakdown', returning, content) }),
  issuePlan: async (content) => bare('issuePlan', content),
  askSummaryApproval: async (content) => bare('askSummaryApproval', content),
  approveSummary: async (content) => bare('approveSummary', content),
  returnSummary: async (content) => ({ type: 'returnSummary', ...parsed('returnSummary', returning, content) }),
  proposeOrder: async (content, names) => {
    const { unit: named, reasons } = parsed('proposeOrder', proposal, content);
    return { type: 'proposeOrder', unitId: await names.unit(named), reasons };
  },
  amendNotice: async (content) => ({ type: 'amendNotice', ...parsed('amendNotice', amending, content) }),
  receiptAmendment: async (content, names) => {
    const { amendment, unit: named } = parsed('receiptAmendment', amendmentReceipt, content);
    return { type: 'receiptAmendment', amendmentId: amendment, unitId: await names.unit(named) };
  },
  receiptNotice: async (content, names) => {
    const { unit: named, contacts } = parsed('receiptNotice', receipt, content);
    return { type: 'receiptNotice', unitId: await names.unit(named), contacts };
  },
};

function bare<T extends string>(type: T, content: unknown): { readonly type: T } {
  parsed(type, nothing, content);
  return { type };
}

async function taskSaid({ parties, ...said }: z.infer<typeof taskWritten>, names: ActNames): Promise<TaskSaid> {
  const units = parties.map(async ({ unit: named, role }) => ({ unitId: await names.unit(named), role }));
  return { ...said, parties: await Promise.all(units) };
}
