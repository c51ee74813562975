import { assertNever } from '../../domain/errors.ts';
import type { FilledRow, ReturnAct } from '../../domain/act/return-act.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import type { ReturnAsk } from '../../store/return/act-on-return.ts';
import type { ActTexts } from './act-texts.ts';

/** What a person asks of a return, its texts kept; the store records it under the return's lock. */
export async function returnAsk(act: ReturnAct, approval: Approval, texts: ActTexts): Promise<ReturnAsk> {
  const { by } = approval;
  switch (act.type) {
    case 'saveRows':
      return { type: act.type, by, rows: await entries(act.rows, texts) };
    case 'handOverRows':
      return { type: act.type, by, rows: act.rows, writerId: act.writerId };
    case 'askHeadApproval':
      return { type: act.type, by };
    case 'refuseHeadApproval':
      return { type: act.type, by, reason: await texts.keepOne(act.reason) };
    case 'submitReturn':
      return { type: act.type, ...approval, version: act.version };
    case 'reviewReturn':
      return { type: act.type, by, version: act.version, sendBack: await sendBacks(act.sendBack, texts) };
    default:
      return assertNever(act);
  }
}

async function entries(rows: readonly FilledRow[], { keep }: ActTexts) {
  const refs = [...(await keep(rows.flatMap(({ texts }) => Object.values(texts))))];
  return rows.map(({ taskId, texts, ...entry }) => {
    const kept = Object.keys(texts).map((name) => [name, refs.shift()] as const);
    return { taskId, entry: { ...entry, texts: Object.fromEntries(kept) } };
  });
}

type SendBacks = Extract<ReturnAct, { type: 'reviewReturn' }>['sendBack'];

async function sendBacks(rows: SendBacks, { keep }: ActTexts) {
  const refs = await keep(rows.map(({ reason }) => reason));
  return rows.flatMap(({ taskId, subjectId }, index) => {
    const reason = refs[index];
    return reason === undefined ? [] : [{ taskId, subjectId, reason }];
  });
}
