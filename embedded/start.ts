import { openConnection } from '../cli/connection.ts';
import type { Connection } from '../cli/connection.ts';
import { printImported } from '../cli/commands/import.ts';
import { failureText } from '../cli/failure-text.ts';
import { noticeText } from '../cli/notice-file.ts';
import { importRehearsal, play } from '../cli/play.ts';
import { readEnv } from '../config/env.ts';
import { buildWeb } from '../scripts/build-web.ts';
import { dayOf } from '../domain/instant.ts';
import { chineseDay } from '../domain/plain-date.ts';
import { readScenario } from '../seeds/scenario-files.ts';
import { shippedNotice } from '../seeds/seed-files.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import { type PlanLine, listPlans } from '../store/plan/plans.ts';
import { landmarkLine, landmarks } from '../store/rehearsal/landmarks.ts';
import { rehearsalSummary } from '../store/rehearsal/rehearsal-summary.ts';
import type { Store } from '../store/store.ts';
import { type ApiPlace, startApi } from './api-process.ts';
import { freePort } from './free-port.ts';
import { practiceDay, preparePractice } from './practice.ts';
import { type RunningDuban, startDuban } from './start-duban.ts';
import { progressLines } from './watch-rehearsal.ts';

const env = readEnv();
// What a start plays, and looks for again.
const demonstrated = 'demonstration';
const say = (text: string): void => console.log(text);
let duban: RunningDuban | null = null;
let isEnding = false;

/** Ends everything that this start began, once, and then this process. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (duban !== null) {
    say('正在结束全部进程……');
    await duban.stop();
    say(`已结束，状态保留在 ${env.DUBAN_HOME}`);
  }
  process.exit(code);
}

/** The demonstration's plan: the one of an earlier start, else the shipped notice imported anew. */
async function demonstration({ store }: Connection): Promise<string> {
  const scenario = readScenario(demonstrated);
  const earlier = await earlierDemonstration(store);
  if (earlier !== undefined) {
    say(`已有演练《${earlier.title}》（${earlier.planId}），接着进行`);
    return earlier.planId;
  }
  const imported = await importRehearsal(store, await noticeText(shippedNotice), scenario);
  printImported(imported);
  return imported.planId;
}

async function earlierDemonstration(store: Store): Promise<PlanLine | undefined> {
  for (const plan of await listPlans(store)) {
    const clock = await readPlanClock(store, plan.planId);
    if (clock.clock === 'stepped' && clock.scenario === demonstrated) return plan;
  }
  return undefined;
}

/** The landmarks of the year that was played, and how the papers that came of them are printed. */
async function sayWhatHappened({ store }: Connection, planId: string): Promise<void> {
  const clock = await readPlanClock(store, planId);
  if (clock.clock === 'real') return;
  const all = await landmarks(store, planId, dayOf(clock.instant));
  say('');
  say('这一年的要事：');
  for (const each of all) say(`  ${landmarkLine(each)}`);
  say('打印其中的文件（其余文件见 docs/papers.md）：');
  for (const { paper } of all) {
    if (paper === undefined) continue;
    const [kind, ...options] = paper.split(' ');
    say(`  ${['bin/duban paper', kind, short(planId), ...options, '--out 文件.docx'].join(' ')}`);
  }
}

function sayWhereToLook({ addresses }: Connection, planId: string): void {
  say('');
  say(`演练数据·非真实情况。状态目录：${env.DUBAN_HOME}`);
  if (addresses.mailboxDir !== null) say(`邮件（.eml）：${addresses.mailboxDir}`);
  say('另开一个终端查看：');
  const plan = short(planId);
  say(`  bin/duban status ${plan}                    进度和亮灯`);
  say(`  bin/duban inspect task 17 --plan ${plan}    一项任务的全部情况`);
  say(`  bin/duban export ${plan} > 台账.csv         台账`);
  say('  bin/duban verify                             核验留痕链');
  say('按 Ctrl-C 结束；npm run reset 清空全部状态');
}

// By the beginning of its id a plan is named on the command line.
function short(planId: string): string {
  return planId.slice(0, 8);
}

/** What a visitor can do by hand; nothing that goes wrong here takes the year that was played with it. */
async function practise(connection: Connection, publicUrl: string): Promise<void> {
  say('正在准备一份停在十月、可以亲手办理的演练……');
  try {
    await preparePractice(connection);
    say(
      `可以亲手办理的演练已备好，停在${chineseDay(practiceDay, true)}：在浏览器中打开 ${publicUrl}，选一位演练人员进入`,
    );
  } catch (error) {
    if (!isEnding) say(`可以亲手办理的演练没有备好：${failureText(error)}`);
  }
}

async function run(): Promise<void> {
  const place = await apiPlace();
  duban = await startDuban({
    home: env.DUBAN_HOME,
    env,
    publicUrl: place.publicUrl,
    onCrash: ({ name, cause, logFile, lastLines }) => {
      say(`${name}意外退出：${cause}\n${lastLines}\n日志：${logFile}\n正在结束其余部分，再次执行 npm start 会接着进行`);
      void end(1);
    },
    onStage: (text) => say(`${text}……`),
  });
  say('正在准备网页……');
  buildWeb();
  say('正在启动网页服务……');
  await startApi(duban.parts, env, place);
  say(`网页：${place.publicUrl}　API 说明：${place.publicUrl}/api/docs`);
  const connection = await openConnection(env, duban.parts);
  const planId = await demonstration(connection);
  const onProgress = (progress: Parameters<typeof progressLines>[0]) => progressLines(progress).forEach(say);
  await play(connection, { planId, people: true, until: null, onProgress });
  const summary = await rehearsalSummary(connection.store, planId);
  say(
    `演练完成：任务 ${summary.tasks} 项，签收 ${summary.receipts} 个单位，季度进展情况表 ${summary.returns} 份，催办单 ${total(summary.orders.slip)} 份，督办单 ${total(summary.orders.order)} 份，已有年终办理结果 ${total(summary.endings)} 项，留痕 ${summary.events} 条`,
  );
  await sayWhatHappened(connection, planId);
  sayWhereToLook(connection, planId);
  say(`在浏览器中打开 ${place.publicUrl}`);
  await practise(connection, place.publicUrl);
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

// The port that links have always had, while it is free.
async function apiPlace(): Promise<ApiPlace> {
  const port = await freePort(env.API_PORT);
  const isOwn = env.PUBLIC_URL === `http://127.0.0.1:${env.API_PORT}`;
  return { port, publicUrl: isOwn ? `http://127.0.0.1:${port}` : env.PUBLIC_URL };
}

process.once('SIGINT', () => void end(0)).once('SIGTERM', () => void end(0));
try {
  await run();
} catch (error) {
  // While ending, parts that are asked no longer answer: that is no failure.
  if (!isEnding) {
    say(failureText(error));
    await end(1);
  }
}
