import type { Command } from 'commander';
import { type FiledProposal, proposeAmendment } from '../../api/acts/propose-amendment.ts';
import { changeSentence } from '../../domain/plan/amendment/change-sentence.ts';
import { changeNames } from '../../domain/task/change/task-change.ts';
import { compareWithNotice } from '../../store/plan/amend-plan.ts';
import type { AmendmentFindings } from '../../store/plan/notice-versions.ts';
import { actorFor } from '../actors.ts';
import { noticeText } from '../notice-file.ts';
import { perform } from '../perform.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { wordsOf } from '../vocabulary-file.ts';
import { nowOf, unitNamesOf, whichPlan } from '../which-plan.ts';

interface Options {
  readonly propose?: true;
  readonly vocabulary?: string;
  readonly json?: boolean;
}

/** `duban amend PLAN FILE`: what a new version of a plan's notice changes, and, on demand, the changes of running tasks proposed. */
export function addAmend(program: Command): void {
  program
    .command('amend')
    .description('比对修改后的文件与现行文本：逐条列出差别、需要变更的任务和应当签收的单位')
    .argument('<plan>', '工作要点编号（可只写开头几位）')
    .argument('<file>', '修改后的文件')
    .option('--propose', '登记文件修改，通知有关单位签收，并提出各项任务的变更，由市领导决定')
    .option('--vocabulary <file>', '用词文件（JSON），补充本地的称谓、单位、计量等用词')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, named: string, file: string, options: Options) => {
        const { store } = connection;
        const plan = await whichPlan(store, named);
        const words = await wordsOf(options.vocabulary);
        const notice = await noticeText(file);
        const unitName = await unitNamesOf(store, plan);
        const compared = await compareWithNotice(store, plan, { text: notice.text, words, at: nowOf(plan) });
        const { findings } = compared;
        if (options.propose !== true) {
          output(options, { planId: plan.planId, ...findings }, () => printFindings(findings, unitName));
          return;
        }
        const by = await actorFor(store, plan, { seat: 'office' });
        const { planId, title } = plan;
        const filed = await proposeAmendment(store, {
          ...compared,
          planId,
          title,
          notice,
          unitName,
          perform: (id, act) => perform(connection, { plan, by, act, id }),
        });
        output(options, { planId, ...findings, ...filed }, () => {
          printFindings(findings, unitName);
          printFiled(filed.proposals);
        });
      }),
    );
}

type NameOf = (unitId: string) => string;

function printFindings({ differences, left, units, proposals }: AmendmentFindings, unitName: NameOf): void {
  if (differences.length === 0) return print('与现行文本没有差别');
  print(`与现行文本相比有 ${differences.length} 处差别：`);
  for (const difference of differences) print(`  ${changeSentence(difference, unitName)}`);
  print(`可以提出的任务变更 ${proposals.length} 项${proposals.length === 0 ? '' : '：'}`);
  for (const { taskNumber, change } of proposals) print(`  第${taskNumber}项任务　${changeNames[change.kind]}`);
  if (left.length > 0) print(`须先由人确定的 ${left.length} 处：`);
  for (const { difference, why } of left) print(`  ${changeSentence(difference, unitName)}　${why}`);
  print(`应当签收的单位 ${units.length} 个${units.length === 0 ? '' : '：'}`);
  for (const { unitId, taskNumbers } of units) print(`  ${unitName(unitId)}　第${taskNumbers.join('、')}项`);
}

function printFiled(proposals: readonly FiledProposal[]): void {
  print('已登记文件修改，有关单位将收到签收通知');
  for (const { taskNumber, change, request, refused } of proposals) {
    const name = `第${taskNumber}项任务${changeNames[change.kind]}（${request}）`;
    print(refused === null ? `  ${name}　已提出，待市领导决定` : `  ${name}　未能提出：${refused}`);
  }
}
