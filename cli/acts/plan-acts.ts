import { z } from 'zod';
import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import { planActs as acts } from '../../api/schemas/acts/plan-acts.ts';
import { text } from '../../api/schemas/values.ts';
import { parsed } from './act-fields.ts';
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
  parties: z.array(
    z.strictObject({ unit: z.string(), role: acts.reviseTask.shape.task.shape.parties.unwrap().element.shape.role }),
  ),
});
const itemDraft = acts.draftItem.omit({ type: true, taskNumber: true, item: true }).extend({
  task: z.string(),
  itemId: acts.draftItem.shape.itemId.default(null),
  item: acts.draftItem.shape.item.unwrap().omit({ unitId: true }).extend({ unit: z.string().nullable() }).nullable(),
});
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
    const { task, title, parties, ...said } = parsed('reviseTask', taskRevision, content);
    const units = await Promise.all(
      parties.map(async ({ unit: named, role }) => ({ unitId: await names.unit(named), role })),
    );
    return { type: 'reviseTask', taskNumber: task, task: { title, parties: units }, ...said };
  },
  draftItem: async (content, names) => {
    const { task, item, ...said } = parsed('draftItem', itemDraft, content);
    if (item === null) return { type: 'draftItem', taskNumber: task, item, ...said };
    const { unit: named, ...written } = item;
    const unitId = named === null ? null : await names.unit(named);
    return { type: 'draftItem', taskNumber: task, item: { ...written, unitId }, ...said };
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
