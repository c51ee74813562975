import type { Command } from 'commander';
import { seatNames } from '../../domain/actor.ts';
import { explainDate } from '../../domain/calendar/explain-date.ts';
import { letterTexts } from '../../domain/letters/letter-text.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
import { obligationNames } from '../../domain/task/find.ts';
import { taskLight } from '../../domain/task/task-light.ts';
import { calendarOf } from '../../store/registry/decision-data.ts';
import { lineageOf } from '../../store/plan/lineage.ts';
import { readPlan } from '../../store/plan/plans.ts';
import type { Store } from '../../store/store.ts';
import { type TaskPage, taskIdOf, taskPage } from '../../store/task/task-page.ts';
import { type EngineView, agreement, engineView } from '../engine-view.ts';
import { UsageError } from '../exit-codes.ts';
import { printLineages } from '../lineage-lines.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { unitNamesOf, viewOf, whichPlan } from '../which-plan.ts';
import { localTime, mailStateNames, periodText } from '../words.ts';

interface Options {
  readonly plan?: string;
  readonly json?: boolean;
}

/** `duban inspect task ID`: everything about one task, the engine's view of it beside the ledger's. */
export function addInspect(program: Command): void {
  const inspect = program
    .command('inspect')
    .description('查看一项任务的全部情况：原文、具体事项、时限及依据、留痕、消息、引擎记录');
  inspect
    .command('task')
    .description('按任务序号（如 17）或任务编号查看')
    .argument('<id>', '任务序号或编号')
    .option('--plan <plan>', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store, client }, id: string, options: Options) => {
        const taskId = await whichTask(store, id, options.plan);
        const page = await taskPage(store, taskId);
        const plan = await readPlan(store, page.planId);
        const engine = await engineView(client, taskId, page.events);
        const calendar = await calendarOf(store, viewOf(plan).planId);
        const explained = page.obligations.map(({ id: obligation, dueComputed }) => ({
          obligation,
          ...explainDate(calendar, dueComputed),
        }));
        const nameOf = await unitNamesOf(store, plan);
        const agrees = agreement(page.position, engine);
        const lineage = await lineageOf(store, page.draft);
        output(options, { ...page, lineage, explained, engine, agrees }, () => {
          printTask(page, nameOf);
          printLineages(lineage);
          printObligations(page, new Map(explained.map((each) => [each.obligation, each.sentence])), nameOf);
          printLetters(page, nameOf);
          printEvents(page);
          printEngine(engine, agrees);
        });
      }),
    );
}

async function whichTask(store: Store, id: string, ofPlan: string | undefined): Promise<string> {
  if (/^[0-9a-f-]{36}$/i.test(id)) return id.toLowerCase();
  const plan = await whichPlan(store, ofPlan);
  const taskId = await taskIdOf(store, plan.planId, id);
  if (taskId === null) throw new UsageError(`“${plan.title}”中没有序号为“${id}”的任务，请核对序号。`);
  return taskId;
}

type NameOf = (unitId: string) => string;

function printTask({ draft, clause, state, nextWake, parkedReason, subjects }: TaskPage, nameOf: NameOf): void {
  print(`第${draft.number}项 ${draft.title}（${draft.group}）`);
  print(`原文第 ${draft.span[0]}–${draft.span[1]} 字：${clause}`);
  print();
  printTable(
    ['角色', '单位', '依据'],
    draft.parties.map(({ unitId, role, basis }) => [
      { lead: '牵头', support: '配合', district: '板块' }[role],
      nameOf(unitId),
      basis === 'named' ? '原文列名' : '处理待定事项时增列',
    ]),
  );
  print();
  for (const item of draft.items) print(`具体事项 ${item.id}：“${item.quote}”（第 ${item.span?.join('–') ?? '—'} 字）`);
  printTable(
    ['行', '责任单位', '时限', '依据', '亮灯'],
    subjects.map(({ title, unitId, due, dueBasis, light }) => [
      title,
      nameOf(unitId),
      due,
      dueBasis === 'stated' ? '明确' : '推定',
      light === null ? '' : lightNames[light],
    ]),
  );
  for (const { title, light } of state.subjects) if (light !== null) print(`  ${title}：${lightSentence(light)}`);
  const whole = taskLight(state.subjects, nameOf);
  if (whole !== null) print(whole.sentence);
  print(`下一次到期：${nextWake === null ? '无' : localTime(nextWake)}`);
  if (parkedReason !== null) print(`需人工处理：${parkedReason}`);
}

function printObligations({ obligations }: TaskPage, sentences: ReadonlyMap<string, string>, nameOf: NameOf): void {
  print();
  printTable(
    ['报送任务', '单位', '时期', '应报', '报送', '迟报', '状态'],
    obligations.map(({ kind, unitId, period, due, submittedAt, late, state }) => [
      obligationNames[kind],
      nameOf(unitId),
      periodText(period),
      due,
      submittedAt === null ? '' : localTime(submittedAt),
      late ? '是' : '',
      { open: '未报', submitted: '待审核', accepted: '已通过', 'sent-back': '退回修改', ended: '已办结' }[state],
    ]),
  );
  for (const sentence of new Set(sentences.values())) print(`  ${sentence}`);
}

function printLetters({ letters }: TaskPage, nameOf: NameOf): void {
  print();
  print(`消息 ${letters.length} 条，已发 ${letters.filter(({ sentAt }) => sentAt !== null).length} 条`);
  printTable(
    ['发出日', '收件单位', '岗位', '事由', '步骤', '状态'],
    letters.map(({ dueAt, unitId, seat, kind, step, isWithdrawn, mailState }) => [
      localTime(dueAt),
      nameOf(unitId),
      seatNames[seat],
      letterTexts[kind].name({}),
      step,
      mailState === null ? (isWithdrawn ? '已办结，不再发' : '待发') : (mailStateNames[mailState] ?? mailState),
    ]),
  );
}

function printEvents({ events, position }: TaskPage): void {
  print();
  print(`留痕 ${position.seq} 条，末条校验值 ${position.hash}`);
  printTable(
    ['序', '时刻', '事件', '岗位'],
    events.map(({ seq, event }) => [
      seq,
      localTime(event.at),
      event.type,
      event.by === 'system' ? '系统' : seatNames[event.by.seat],
    ]),
  );
}

function printEngine(engine: EngineView, agrees: boolean | null): void {
  print();
  if (engine.status === 'absent') return print('引擎：没有该任务的运行记录（超过保留期，或尚未启动）');
  print(`引擎：${engine.status}，本次运行 ${engine.historyEvents} 条记录，开始于 ${engine.startedAt}`);
  if (engine.writer === null) return print('引擎未能回答当前位置（工作进程未运行？）');
  print(`引擎位置：第 ${engine.writer.seq} 条，${engine.writer.hash}`);
  for (const { historyEvent, commandId, inLedger } of engine.acts) {
    print(`  运行记录第 ${historyEvent} 条：办理 ${commandId}，${inLedger ? '留痕链中有' : '留痕链中没有'}`);
  }
  print(agrees === true ? '引擎与留痕链一致' : '引擎与留痕链不一致，请系统管理员核查');
}
