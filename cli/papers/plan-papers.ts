import type { Command } from 'commander';
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
import { unitNamed } from '../actors.ts';
import { type PaperOptions, type PaperRequest, paperCommand } from './paper-command.ts';

interface ForUnit extends PaperOptions {
  readonly unit?: string;
  readonly number?: string;
}

const forUnit = ['--unit <unit>', '只打印给一个单位的（名称或代码）；不写则给全部单位'] as const;
const withNumber = ['--number <number>', '发文字号，如 镇数字发〔2022〕5号；不写则留空待填'] as const;

/** Papers on the way to the issue: breakdown, consultation, adoption, approval, issue. */
export function addPlanPapers(paper: Command): void {
  paperCommand(paper, {
    name: 'breakdown',
    description: '任务分解表',
    formats: ['xlsx', 'docx'],
    make: async ({ store, question, format }) => {
      const data = await readBreakdown(store, question);
      return format === 'xlsx' ? breakdownSheet(data) : breakdownPaper(data);
    },
  });
  paperCommand<ForUnit>(paper, {
    name: 'consultation',
    description: '征求意见函，附任务分解表（征求意见稿）和意见反馈表',
    formats: ['docx'],
    make: async (request) =>
      consultationPaper(await readConsultation(request.store, await unitQuestion(request)), numberOf(request)),
  })
    .option(...forUnit)
    .option(...withNumber);
  paperCommand(paper, {
    name: 'adoption',
    description: '意见采纳情况表',
    formats: ['docx'],
    make: async ({ store, question }) => adoptionPaper(await readAdoption(store, question)),
  });
  paperCommand(paper, {
    name: 'approval',
    description: '任务分解的呈批单，印有版本和校验码',
    formats: ['docx'],
    make: async ({ store, question }) => approvalPaper(await readApproval(store, question)),
  });
  paperCommand<ForUnit>(paper, {
    name: 'issue',
    description: '交办通知，附任务分解表',
    formats: ['docx'],
    make: async (request) => issuePaper(await readIssue(request.store, await unitQuestion(request)), numberOf(request)),
  })
    .option(...forUnit)
    .option(...withNumber);
}

async function unitQuestion({ store, plan, question, options }: PaperRequest<ForUnit>) {
  if (options.unit === undefined) return question;
  return { ...question, unitId: (await unitNamed(store, plan, options.unit)).unitId };
}

function numberOf({ options: { number } }: PaperRequest<ForUnit>): string | null {
  return number === undefined ? null : documentNumber(number);
}
