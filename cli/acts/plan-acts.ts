import { z } from 'zod';
import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import { parsed, text } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';

const nothing = z.strictObject({});
const proposal = z.strictObject({ unit: z.string(), reasons: text });
const answer = z.strictObject({
  unit: z.string(),
  opinions: z.array(z.strictObject({ task: z.string(), text })).default([]),
});
const revision = z.strictObject({ task: z.string(), from: text, title: text, reason: text });
const opinion = z.strictObject({
  opinionId: z.string(),
  decision: z.enum(['adopted', 'partly-adopted', 'refused']),
  reason: text,
});
const returning = z.strictObject({ reason: text });
const amending = z.strictObject({ amendmentId: z.uuid() });
const amendmentReceipt = z.strictObject({ amendment: z.uuid(), unit: z.string() });
const receipt = z.strictObject({ unit: z.string(), contacts: text });

/** How commands name what is done to a plan as a whole. */
export const planActs: ActReaders<PlanPersonAct> = {
  beginConsultation: async (content) => bare('beginConsultation', content),
  answerConsultation: async (content, names) => {
    const { unit, opinions } = parsed('answerConsultation', answer, content);
    const said = opinions.map(({ task, text: words }) => ({ taskNumber: task, text: words }));
    return { type: 'answerConsultation', unitId: await names.unit(unit), opinions: said };
  },
  reviseItem: async (content) => {
    const { task, ...said } = parsed('reviseItem', revision, content);
    return { type: 'reviseItem', taskNumber: task, ...said };
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
    const { unit, reasons } = parsed('proposeOrder', proposal, content);
    return { type: 'proposeOrder', unitId: await names.unit(unit), reasons };
  },
  amendNotice: async (content) => ({ type: 'amendNotice', ...parsed('amendNotice', amending, content) }),
  receiptAmendment: async (content, names) => {
    const { amendment, unit } = parsed('receiptAmendment', amendmentReceipt, content);
    return { type: 'receiptAmendment', amendmentId: amendment, unitId: await names.unit(unit) };
  },
  receiptNotice: async (content, names) => {
    const { unit, contacts } = parsed('receiptNotice', receipt, content);
    return { type: 'receiptNotice', unitId: await names.unit(unit), contacts };
  },
};

function bare<T extends string>(type: T, content: unknown): { readonly type: T } {
  parsed(type, nothing, content);
  return { type };
}
