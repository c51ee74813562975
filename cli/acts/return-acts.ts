import { z } from 'zod';
import type { FilledRow, ReturnAct } from '../../domain/act/return-act.ts';
import * as acts from '../../api/schemas/acts/return-acts.ts';
import { text } from '../../api/schemas/values.ts';
import { of, parsed, row } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const filled = acts.filledRow.omit({ taskId: true, subjectId: true, texts: true, evidence: true }).extend({
  ...row,
  done: text.optional(),
  problem: text.optional(),
  next: text.optional(),
  reason: text.optional(),
});
const saving = z.strictObject({ ...of, rows: z.array(filled).min(1) });
const handing = z.strictObject({
  ...of,
  rows: z.array(z.strictObject(row)).min(1),
  writerId: z.string().nullable(),
});
const asking = z.strictObject(of);
const refusing = z.strictObject({ ...of, reason: text });
const { version } = acts.returnActs.submitReturn.shape;
const submitting = z.strictObject({ ...of, version });
const reviewing = z.strictObject({
  ...of,
  version,
  sendBack: z.array(z.strictObject({ ...row, reason: text })).default([]),
});

/** How commands name what is done to a return. */
export const returnActs: ActReaders<ReturnAct> = {
  saveRows: async (content, names) => {
    const { rows, ...named } = parsed('saveRows', saving, content);
    const filledRows = await Promise.all(rows.map((each) => filledRow(each, named.unit, names)));
    return { type: 'saveRows', of: await names.of(named), rows: filledRows };
  },
  handOverRows: async (content, names) => {
    const { rows, writerId, ...named } = parsed('handOverRows', handing, content);
    const keys = await Promise.all(rows.map((each) => names.row(each, named.unit)));
    return { type: 'handOverRows', of: await names.of(named), writerId, rows: keys };
  },
  askHeadApproval: async (content, names) => {
    return { type: 'askHeadApproval', of: await names.of(parsed('askHeadApproval', asking, content)) };
  },
  refuseHeadApproval: async (content, names) => {
    const { reason, ...named } = parsed('refuseHeadApproval', refusing, content);
    return { type: 'refuseHeadApproval', of: await names.of(named), reason };
  },
  submitReturn: async (content, names) => {
    const { version: ofReturn, ...named } = parsed('submitReturn', submitting, content);
    return { type: 'submitReturn', of: await names.of(named), version: ofReturn };
  },
  reviewReturn: async (content, names) => {
    const { version: ofReturn, sendBack, ...named } = parsed('reviewReturn', reviewing, content);
    const back = sendBack.map(async ({ reason, ...each }) => ({ ...(await names.row(each, named.unit)), reason }));
    return { type: 'reviewReturn', of: await names.of(named), version: ofReturn, sendBack: await Promise.all(back) };
  },
};

async function filledRow(said: z.infer<typeof filled>, unit: string, names: ActNames): Promise<FilledRow> {
  const { task, item, value, milestonesDone, complete, plan: rowPlan, ending, ...texts } = said;
  const given = Object.entries(texts).filter(([, each]) => each !== undefined);
  const key = await names.row({ task, item }, unit);
  const filledIn = { ...key, value, milestonesDone, complete, plan: rowPlan, texts: Object.fromEntries(given) };
  return ending === undefined ? filledIn : { ...filledIn, ending };
}
