import type { Command } from 'commander';
import { paperName } from '../../domain/order/paper-form.ts';
import { returnName } from '../../domain/return/row-name.ts';
import { type HandOverList, handOverList } from '../../store/unit/hand-over-list.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import type { PlanLine } from '../../store/plan/plans.ts';
import type { Store } from '../../store/store.ts';
import { unitNamed } from '../actors.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { sheetPhaseNames } from '../../domain/sheet/phase-names.ts';
import { viewOf, whichPlan } from '../which-plan.ts';
import { localTime } from '../words.ts';

/** `duban handover UNIT`: everything that is open at a unit, for whoever takes over a seat there. */
export function addHandover(program: Command): void {
  program
    .command('handover')
    .description('列出一个单位的未办结事项，供联络员变更时交接')
    .argument('<unit>', '单位名称或者代码')
    .option('--plan <plan>', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string, options: { readonly plan?: string; readonly json?: boolean }) => {
        const plan = await whichPlan(store, options.plan);
        const unit = await unitNamed(store, plan, named);
        const list = await handOverList(store, plan.planId, unit.unitId);
        const officers = await officersOf(store, plan, unit.unitId);
        const names = await namesOf(store, plan, list);
        output(options, { planId: plan.planId, unitId: unit.unitId, officers, ...list }, () => {
          print(`${unit.name}交接清单　现任联络员：${officers.join('、') || '空缺'}`);
          printList(list, names);
          printEscalation(list);
        });
      }),
    );
}

async function officersOf(store: Store, plan: PlanLine, unitId: string): Promise<readonly string[]> {
  const view = viewOf(plan);
  const holders = await seatHolders(store, view, { unitId, seat: 'officer' });
  const persons = await personsOn(
    store,
    view,
    holders.map(({ personId }) => personId),
  );
  return holders.map(({ personId, rank }) => {
    return `${persons.get(personId)?.particulars?.name ?? '（未登记）'}${rank === null ? '' : `（${rank}角）`}`;
  });
}

async function namesOf(store: Store, plan: PlanLine, { handedRows }: HandOverList): Promise<(id: string) => string> {
  const persons = await personsOn(
    store,
    viewOf(plan),
    handedRows.map(({ writerId }) => writerId),
  );
  return (personId) => persons.get(personId)?.particulars?.name ?? '（未登记）';
}

function printList(
  { changes, owed, drafts, handedRows, sheets, objections }: HandOverList,
  nameOf: (personId: string) => string,
): void {
  for (const { validFrom } of changes) print(`联系人变更：自${validFrom}起`);
  section('待报送', owed.length);
  printTable(
    ['事项', '期限', '任务', '行', '其中退回'],
    owed.map((each) => [returnName(each), each.due, each.tasks, each.rows, each.sentBackRows]),
  );
  section('已填写、尚未报送', drafts.length);
  printTable(
    ['事项', '版本', '行', '送审时间'],
    drafts.map((each) => {
      const asked = each.headAskedAt === null ? '尚未送审' : localTime(each.headAskedAt);
      return [returnName(each), each.version, each.rows, asked];
    }),
  );
  section('已分派经办人', handedRows.length);
  printTable(
    ['经办人', '事项', '行'],
    handedRows.map((each) => [nameOf(each.writerId), returnName(each), each.rows]),
  );
  section('审签单', sheets.length);
  printTable(
    ['代码', '版本', '状态', '校验码'],
    sheets.map(({ key, version, phase, checkCode }) => [key, version, sheetPhaseNames[phase], checkCode]),
  );
  section('未答复的异议', objections.length);
  printTable(
    ['事项', '答复期限'],
    objections.map(({ title, answerDue }) => [title, answerDue]),
  );
}

function printEscalation({ orders, promises }: HandOverList): void {
  section('未办结的催办单、督办单', orders.length);
  printTable(
    ['名称', '编号', '回复期限'],
    orders.map(({ kind, form, number, answerDue }) => [paperName(kind, form), number, answerDue]),
  );
  section('催办时的承诺', promises.length);
  printTable(
    ['任务', '承诺', '期限'],
    promises.map(({ taskNumber, promise, promisedBy }) => [taskNumber, promise ?? '（正文已按规定清除）', promisedBy]),
  );
}

function section(title: string, count: number): void {
  print();
  print(`${title}：${count} 项`);
}
