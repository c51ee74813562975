import { plainDate } from '../../domain/plain-date.ts';
import type { PaperHead } from '../../domain/papers/paper-head.ts';
import { orderPaper } from '../../papers/escalation/order-paper.ts';
import { slipPaper } from '../../papers/escalation/slip-paper.ts';
import { adoptionPaper } from '../../papers/plan/adoption-paper.ts';
import { approvalPaper } from '../../papers/plan/approval-paper.ts';
import { breakdownPaper } from '../../papers/plan/breakdown-paper.ts';
import { breakdownSheet } from '../../papers/plan/breakdown-sheet.ts';
import { consultationPaper } from '../../papers/plan/consultation-paper.ts';
import { issuePaper } from '../../papers/plan/issue-paper.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { summaryPaper } from '../../papers/quarter/summary-paper.ts';
import { registerPaper } from '../../papers/register/register-paper.ts';
import { returnLetter } from '../../papers/return/return-letter.ts';
import { returnSheet } from '../../papers/return/return-sheet.ts';
import { yearEndPaper } from '../../papers/year-end/year-end-paper.ts';
import * as sample from './sample-data.ts';

/** One kind of paper made from the samples. */
export interface SamplePaper {
  readonly name: string;
  readonly format: 'xlsx' | 'docx';
  readonly make: (head: PaperHead) => Promise<Uint8Array>;
}

const { tasks, units } = sample;
const bulletin = {
  issue: 3,
  recipients: '市各有关部门和单位，各市、区',
  copies: '市委办公室，市政府办公室，市政府督查室',
};
const approval = {
  matter: '关于审定任务分解的请示',
  facts: ['共分解工作任务26项、具体事项47项，涉及单位46个。', '已征求46个单位意见，逾期未反馈2个。'],
  proposal: '请审定。',
  version: '分解稿第31版',
  checkCode: 'AB12F-0C9D4',
  annexes: ['任务分解表', '意见采纳情况表'],
};
/** The plan of the samples as it was handed over. */
export const issued = {
  head: sample.head,
  units,
  issuedOn: plainDate('2022-08-22'),
  receiptDue: plainDate('2022-08-25'),
  stagePlanDue: plainDate('2022-09-08'),
  firstReturn: { label: '2022年第三季度', due: plainDate('2022-10-12') },
  tasks,
};

/** Every paper there is, with data that is long and much. */
export const allPapers: readonly SamplePaper[] = [
  { name: 'register', format: 'xlsx', make: (head) => registerPaper({ ...sample.register, head }) },
  { name: 'breakdown-sheet', format: 'xlsx', make: (head) => breakdownSheet({ ...sample.breakdown, head }) },
  { name: 'return-sheet', format: 'xlsx', make: (head) => returnSheet({ ...sample.returned, head }) },
  { name: 'breakdown', format: 'docx', make: (head) => breakdownPaper({ ...sample.breakdown, head }) },
  { name: 'return', format: 'docx', make: (head) => returnLetter({ ...sample.returned, head }) },
  { name: 'consultation', format: 'docx', make: (head) => consultationPaper({ ...sample.consultation, head }) },
  { name: 'adoption', format: 'docx', make: (head) => adoptionPaper({ ...sample.adoption, head }) },
  { name: 'approval', format: 'docx', make: (head) => approvalPaper({ head, ...approval }) },
  { name: 'issue', format: 'docx', make: (head) => issuePaper({ ...issued, head }) },
  { name: 'summary', format: 'docx', make: (head) => summaryPaper({ ...sample.quarter, head }) },
  { name: 'bulletin', format: 'docx', make: (head) => bulletinPaper({ ...sample.quarter, head }, bulletin) },
  { name: 'slip', format: 'docx', make: (head) => slipPaper({ ...sample.slip, head }) },
  { name: 'slip-letter', format: 'docx', make: (head) => slipPaper({ ...sample.slip, form: 'letter', head }) },
  { name: 'order', format: 'docx', make: (head) => orderPaper({ ...sample.order, head }) },
  { name: 'year-end', format: 'docx', make: (head) => yearEndPaper({ ...sample.yearEnd, head }) },
];
