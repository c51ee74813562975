import type { Command } from 'commander';
import { chineseDay } from '../../domain/plain-date.ts';
import { orderPhaseNames } from '../../domain/order/assert-order.ts';
import { paperName } from '../../domain/order/paper-form.ts';
import { changeTitle } from '../../domain/task/change/pending.ts';
import { type ObjectionLine, listObjections } from '../../store/objection/read-objections.ts';
import { type OrderLine, planOrders } from '../../store/order/read-orders.ts';
import { type ChangeLine, changesWaiting } from '../../store/task/task-changes.ts';
import { type PlanCounts, planCounts } from '../../store/plan/plan-counts.ts';
import { type PlanBacklog, planBacklog } from '../../store/plan/plan-backlog.ts';
import { type OpinionLine, planOpinions } from '../../store/plan/plan-units.ts';
import { type PlanLine, listPlans } from '../../store/plan/plans.ts';
import {
  type ChannelTrouble,
  type DeadMailbox,
  channelTroubles,
  deadMailboxes,
} from '../../store/post-office/delivery-trouble.ts';
import { changesText, escalationText, findingsText, mailsText } from '../plan-counts-words.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { nowOf, unitNamesOf, whichPlan } from '../which-plan.ts';
import { lightCounts, localTime, phaseNames } from '../words.ts';

/** `duban status`: all plans, or one plan in figures. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('查看全部工作要点，或一份工作要点的进度')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string | undefined, options: { readonly json?: boolean }) => {
        if (named === undefined) return output(options, await listPlans(store), printPlans);
        const plan = await whichPlan(store, named);
        const counts = await planCounts(store, plan.planId);
        const opinions = await planOpinions(store, plan.planId);
        const { parked } = await planBacklog(store, plan.planId, nowOf(plan));
        const orders = (await planOrders(store, plan.planId)).filter(isWaiting);
        const changes = await changesWaiting(store, plan.planId);
        const objections = (await listObjections(store, plan.planId)).filter(({ phase }) => phase === 'open');
        const nameOf = await unitNamesOf(store, plan);
        const trouble = {
          channels: await channelTroubles(store.pool),
          mailboxes: await deadMailboxes(store.pool, plan.planId),
        };
        output(options, { ...plan, counts, opinions, orders, changes, objections, parked, trouble }, (view) => {
          printPlan(view);
          printWaiting(view, nameOf);
        });
      }),
    );
}

function printPlans(plans: readonly PlanLine[]): void {
  if (plans.length === 0) return print('还没有导入任何工作要点。');
  printTable(
    ['编号', '名称', '文号', '时钟', '阶段', '任务'],
    plans.map(({ planId, title, documentNumber, clock, phase, taskCount }) => [
      planId,
      title,
      documentNumber,
      clock === 'real' ? '真实' : '演练',
      phaseNames[phase],
      taskCount,
    ]),
  );
}

interface PlanView extends PlanLine {
  readonly counts: PlanCounts;
  readonly opinions: readonly OpinionLine[];
  readonly orders: readonly OrderLine[];
  readonly changes: readonly ChangeLine[];
  readonly objections: readonly ObjectionLine[];
  readonly parked: PlanBacklog['parked'];
  readonly trouble: { readonly channels: readonly ChannelTrouble[]; readonly mailboxes: readonly DeadMailbox[] };
}

function printPlan({ counts, trouble, ...plan }: PlanView): void {
  print(`${plan.title}（${plan.documentNumber ?? '无文号'}）`);
  if (plan.clock === 'stepped') print('演练数据·非真实情况');
  print(`编号　　${plan.planId}`);
  print(`阶段　　${phaseNames[plan.phase]}${plan.instant === null ? '' : `，演练时刻 ${localTime(plan.instant)}`}`);
  if (plan.issuedAt !== null) print(`交办　　${localTime(plan.issuedAt)}`);
  if (plan.receiptDue !== null) print(`签收时限 ${chineseDay(plan.receiptDue, true)}`);
  print(
    `任务　　${counts.tasks} 项（已办结 ${counts.endedTasks} 项），具体事项 ${counts.items} 项，单位 ${counts.units} 个`,
  );
  print(`待定事项 ${counts.openPoints} 项，未处理意见 ${counts.undecidedOpinions} 条，签收 ${counts.receipts} 个单位`);
  print(
    `报送任务 ${sum(counts.obligations)} 件，逾期未报 ${counts.overdueObligations} 件，迟报 ${counts.lateObligations} 件`,
  );
  print(`催办督办 ${escalationText(counts)}`);
  print(`变更　　${changesText(counts)}`);
  print(`核查异议 ${findingsText(counts)}`);
  print(`亮灯　　${lightCounts(counts.lights) || '无'}`);
  print(
    `留痕　　${counts.events} 条事件；消息 ${counts.letters} 条（其中 ${counts.withdrawnLetters} 条在发出前已办结）`,
  );
  print(`邮件　　${mailsText(counts)}`);
  for (const { failureClass, response } of trouble.channels) {
    print(`邮件通道有问题（${failureClass}）：${response ?? '无答复'}，请管理员检查 SMTP 设置`);
  }
  for (const { address, failureClass } of trouble.mailboxes)
    print(`邮箱无法投递（${failureClass}）：${address}，请联系该单位更正`);
}

/** What people have to look at, with the ids by which commands name it. */
function printWaiting(
  { opinions, orders, changes, objections, parked }: PlanView,
  nameOf: (unitId: string) => string,
): void {
  const undecided = opinions.filter(({ decision }) => decision === 'none');
  for (const { id, unitId, taskNumber } of undecided)
    print(`未处理意见：${nameOf(unitId)}对第${taskNumber}项的意见，编号 ${id}`);
  for (const { path, unitId, kind, form, number, phase } of orders)
    print(`${orderPhaseNames[phase]}：${nameOf(unitId)}的${number ?? paperName(kind, form)}，代号 ${path}`);
  for (const { changeId, taskNumber, change, decider, decideBy } of changes)
    print(
      `待${decider === 'office' ? '办公室' : '市领导'}决定：${changeTitle(taskNumber, change)}，${chineseDay(decideBy)}以前，编号 ${changeId}`,
    );
  for (const { objectionId, unitId, title, answerDue } of objections)
    print(`待答复异议：${nameOf(unitId)}对“${title}”的异议，${chineseDay(answerDue)}以前，编号 ${objectionId}`);
  for (const { chain, reason } of parked) print(`需人工处理：${chain}，${reason}（处理后执行 duban resume ${chain}）`);
}

// What the office, the supervisor or a leader has to do next; what the unit owes an answer to waits for the unit.
function isWaiting({ phase, undelivered }: OrderLine): boolean {
  return (
    phase === 'drafted' ||
    phase === 'proposed' ||
    phase === 'answered' ||
    phase === 'lapsed' ||
    (phase === 'sent' && undelivered)
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
