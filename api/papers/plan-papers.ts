import { adoptionPaper } from '../../papers/plan/adoption-paper.ts';
import { documentNumber } from '../../domain/papers/document-number.ts';
import { approvalPaper } from '../../papers/plan/approval-paper.ts';
import { breakdownPaper } from '../../papers/plan/breakdown-paper.ts';
import { breakdownSheet } from '../../papers/plan/breakdown-sheet.ts';
import { consultationPaper } from '../../papers/plan/consultation-paper.ts';
import { issuePaper } from '../../papers/plan/issue-paper.ts';
import { readApproval } from '../../store/papers/approval.ts';
import { readBreakdown } from '../../store/papers/breakdown.ts';
import { readAdoption, readConsultation } from '../../store/papers/consultation.ts';
import { readIssue } from '../../store/papers/issue.ts';
import { type PaperMaker, type PaperRequest, question, unitQuestion } from './paper-maker.ts';

const ofPlan = { needs: 'readPlan', formats: ['docx'] } as const;

/** Papers on the way to the issue. */
export const planPapers = {
  breakdown: {
    ...ofPlan,
    title: '任务分解表',
    ofAllUnits: false,
    formats: ['xlsx', 'docx'],
    make: async (request) => {
      const read = await readBreakdown(request.store, question(request));
      return request.query.format === 'xlsx' ? breakdownSheet(read) : breakdownPaper(read);
    },
  },
  consultation: {
    ...ofPlan,
    title: '征求意见函',
    ofAllUnits: false,
    make: async (request) =>
      consultationPaper(await readConsultation(request.store, unitQuestion(request)), numberOf(request)),
  },
  adoption: {
    ...ofPlan,
    title: '意见采纳情况表',
    ofAllUnits: true,
    make: async (request) => adoptionPaper(await readAdoption(request.store, question(request))),
  },
  approval: {
    ...ofPlan,
    title: '任务分解呈批单',
    ofAllUnits: true,
    make: async (request) => approvalPaper(await readApproval(request.store, question(request))),
  },
  issue: {
    ...ofPlan,
    title: '交办通知',
    ofAllUnits: false,
    make: async (request) => issuePaper(await readIssue(request.store, unitQuestion(request)), numberOf(request)),
  },
} as const satisfies Readonly<Record<string, PaperMaker>>;

function numberOf({ query: { number } }: PaperRequest): string | null {
  return number === undefined ? null : documentNumber(number);
}
