import { randomUUID } from 'node:crypto';
import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { period } from '../../../domain/calendar/quarter.ts';
import { contentHash } from '../../../domain/canonical.ts';
import { personIdOf, unitIdOf } from '../../../domain/duban-namespace.ts';
import { uuid5 } from '../../../domain/ids.ts';
import { type Instant, atHour, later } from '../../../domain/instant.ts';
import type { ContentRef, EventBase } from '../../../domain/ledger/event.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';
import type { OrderCommand } from '../../../domain/order/order-command.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanState } from '../../../domain/plan/plan-state.ts';
import type { ItemDraft, OpenPoint, TaskDraft } from '../../../domain/plan/task-draft.ts';
import type { OwedObligation } from '../../../domain/return/return-of.ts';
import { decideTask } from '../../../domain/task/decide.ts';
import type { TaskCommand } from '../../../domain/task/task-command.ts';
import type { SubmittedRow, TaskState } from '../../../domain/task/task-state.ts';
import { putContents } from '../../../store/content.ts';
import { type Acted, actOnChain } from '../../../store/ledger/act-on-chain.ts';
import { kindOf } from '../../../store/ledger/chain-head.ts';
import { breakdownVersion } from '../../../store/plan/breakdown.ts';
import { importPlan } from '../../../store/plan/import-plan.ts';
import { planBacklog } from '../../../store/plan/plan-backlog.ts';
import { advancePlanClock } from '../../../store/plan/plan-clock.ts';
import { taskStarts } from '../../../store/plan/task-starts.ts';
import { decisionContext } from '../../../store/registry/decision-data.ts';
import { type ReturnAsk, actOnReturn } from '../../../store/return/act-on-return.ts';
import { pendingDeliveries, readDelivery } from '../../../store/return/deliveries.ts';
import type { Store } from '../../../store/store.ts';
import { inTransaction } from '../../../store/transaction.ts';
import { actOnOrder, draftSlips } from './rehearsed-orders.ts';

/** `hour`:`minute` Asia/Shanghai of a day. */
export function on(day: string, hour = 10, minute = 0): Instant {
  return atHour(plainDate(day), hour, minute);
}

/** A seeded person in a seat. */
export function actor(personKey: string, seat: Seat, unit: string): PersonActor {
  return { personId: personIdOf(personKey), seat, unitId: unitIdOf(unit) };
}

export const clerk = actor('shuziban-office-1', 'office', 'shuziban');
export const reviewer = actor('shuziban-office-3', 'office', 'shuziban');
export const leader = actor('shilingdao-group-leader', 'leader', 'shilingdao');

/** The notice from which the plan of these tests is made. */
export const noticeText = '一、新增5G基站1400个。二、建成数字经济产业园。';

/** Two tasks: 市工信局 leads one with a number and supports the other, which 市发改委 leads. */
export function draftsOf(planId: string): readonly TaskDraft[] {
  const item: ItemDraft = {
    id: '1',
    quote: '新增5G基站1400个',
    span: [2, 12],
    unitId: unitIdOf('gongxinju'),
    kind: 'number',
    title: '新增5G基站',
    target: { value: 1400, unit: '个', comparator: '>=' },
    commitment: 'binding',
    due: plainDate('2022-12-31'),
    dueBasis: 'derived',
    tracked: false,
    shares: [],
  };
  const party = (unit: string, role: 'lead' | 'support', order: number) => {
    return { unitId: unitIdOf(unit), role, order, basis: 'named' } as const;
  };
  const common = { group: '夯实基础', taskId: '', number: '' };
  const [parties, otherParties] = [
    [party('gongxinju', 'lead', 1), party('fagaiwei', 'support', 1)],
    [party('fagaiwei', 'lead', 1), party('gongxinju', 'support', 1)],
  ];
  return [
    { ...common, title: '推进5G建设', span: [0, 13], parties, items: [item] },
    { ...common, title: '建设产业园', span: [13, noticeText.length], parties: otherParties, items: [] },
  ].map((draft, index): TaskDraft => {
    const number = String(index + 1);
    return {
      ...draft,
      number,
      taskId: uuid5(planId, `task/${number}`),
      span: [draft.span[0] ?? 0, draft.span[1] ?? 0],
    };
  });
}

/** A rehearsed plan, driven on the store alone: what the workflows do is done here by the same domain functions. */
export interface RehearsedPlan {
  readonly planId: string;
  readonly act: (command: PlanCommand, at: Instant) => Promise<Acted>;
  readonly actOnTask: (number: string, command: TaskCommand, at: Instant) => Promise<Acted>;
  readonly actOnOrder: (orderId: string, command: OrderCommand, at: Instant) => Promise<void>;
  readonly ask: (owed: OwedObligation, command: ReturnAsk, at: Instant) => Promise<Acted>;
  /** Takes every wake up to `until`, in the order in which the backlog names them. */
  readonly advance: (until: Instant) => Promise<void>;
  /** Carries every pending act on a return to its tasks. */
  readonly deliver: (at: Instant) => Promise<void>;
  readonly write: (path: string, text: string) => Promise<ContentRef>;
  readonly taskId: (number: string) => string;
}

/** Imports the two tasks, with what is open on them, on a stepped clock that begins on Monday 2022-08-15. */
export async function rehearse(
  store: Store,
  seed = 'seed-1',
  points: readonly OpenPoint[] = [],
): Promise<RehearsedPlan> {
  return imported(store, { startsAt: on('2022-08-15', 9), seed, scenario: null }, points);
}

/** Imports the same two tasks on the real clock, for people who sign in today: what they do is done today. */
export function realPlan(store: Store): Promise<RehearsedPlan> {
  return imported(store, null, []);
}

async function imported(
  store: Store,
  clock: Parameters<typeof importPlan>[1]['clock'],
  points: readonly OpenPoint[],
): Promise<RehearsedPlan> {
  const planId = randomUUID();
  const at = on('2022-08-15', 9);
  const heading = {
    title: '工作要点',
    issuer: null,
    documentNumber: '镇数字发〔2022〕4号',
    noticeDate: null,
    planYear: 2022,
  };
  const identity = {
    commandId: `import/${planId}`,
    contentHash: contentHash(heading),
    recordedAt: at,
    transport: 'test',
  };
  await importPlan(store, {
    ...identity,
    planId,
    notice: { fileName: 'notice.txt', original: Buffer.from(noticeText), text: noticeText },
    heading,
    drafts: draftsOf(planId),
    points,
    rulesVersion: 1,
    leadershipUnitId: unitIdOf('shilingdao'),
    clock,
    by: clerk,
    at,
  });
  return driven(store, planId);
}

/** A plan that stands in the store already, driven the same way. */
export function driven(store: Store, planId: string): RehearsedPlan {
  const taskId = (number: string) => uuid5(planId, `task/${number}`);
  const record = (chain: string, command: unknown, at: Instant, decide: Decide): Promise<Acted> =>
    inTransaction(store.pool, async (client) => {
      const context = await decisionContext({ pool: client }, planId);
      const identity = {
        chain,
        commandId: randomUUID(),
        contentHash: contentHash(command),
        recordedAt: at,
        transport: 'test',
      };
      return actOnChain(client, store, identity, async ({ state }) => decide(state, context));
    });
  const act = (command: PlanCommand, at: Instant) =>
    record(`plan/${planId}`, command, at, (state, context) => decidePlan(state as PlanState, { command, at }, context));
  const actOnTaskId = (id: string, command: TaskCommand, at: Instant) =>
    record(`task/${id}`, command, at, (state, context) => {
      const { lastAt } = state as TaskState;
      return decideTask(state as TaskState, { command, at: later(at, lastAt ?? at) }, context);
    });
  const ask = (owed: OwedObligation, command: ReturnAsk, at: Instant) => {
    const identity = { commandId: randomUUID(), contentHash: contentHash(command), recordedAt: at, transport: 'test' };
    return actOnReturn(store, { ...identity, planId, owed, command, at });
  };
  const writing = { store, planId, act, record };
  const advance = async (until: Instant): Promise<void> => {
    while (true) {
      const [chain] = (await planBacklog(store, planId, until)).wakes;
      if (chain === undefined) break;
      const { rows } = await store.pool.query<{ state: unknown }>('SELECT state FROM chain_head WHERE chain = $1', [
        chain,
      ]);
      const state = rows[0]?.state;
      const [kind, id = ''] = chain.split('/');
      const wake = store.books[kindOf(chain)].nextWake(state) ?? until;
      if (kind === 'task') await actOnTaskId(id, { type: 'wake' }, wake);
      else if (kind === 'order') await actOnOrder(writing, id, { type: 'wake' }, wake);
      else await act({ type: 'wake' }, wake);
      const left = await planBacklog(store, planId, wake);
      if (left.wakes.length === 0) await draftSlips(writing, wake);
    }
    await advancePlanClock(store, planId, until);
  };
  const deliver = async (at: Instant): Promise<void> => {
    for (const { act: name } of await pendingDeliveries(store, { planId })) {
      const { owed, tasks } = await readDelivery(store, name);
      for (const { taskId: id, command } of tasks) await actOnTaskId(id, command, at);
      await ask(owed, { type: 'noteDelivery', act: name, refused: [] }, at);
    }
  };
  const write = async (path: string, text: string): Promise<ContentRef> => {
    const [ref] = await inTransaction(store.pool, (client) =>
      putContents(client, [{ contentId: uuid5(planId, path), planId, path, text }]),
    );
    if (ref === undefined) throw new Error('nothing was written');
    return ref;
  };
  return {
    planId,
    act,
    actOnTask: (number, ...rest) => actOnTaskId(taskId(number), ...rest),
    actOnOrder: (orderId, command, at) => actOnOrder(writing, orderId, command, at),
    ask,
    advance,
    deliver,
    write,
    taskId,
  };
}

type Decide = (state: unknown, context: Awaited<ReturnType<typeof decisionContext>>) => readonly EventBase[];

/** Takes the plan from its draft to its issue on Monday 2022-08-22, with both tasks started. */
export async function issue(store: Store, plan: RehearsedPlan): Promise<void> {
  await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
  await issueConsulted(store, plan);
}

/** The same from the answers to the consultation on. */
export async function issueConsulted(store: Store, plan: RehearsedPlan): Promise<void> {
  for (const unit of ['gongxinju', 'fagaiwei']) {
    const by = actor(`${unit}-officer-a`, 'officer', unit);
    await plan.act({ type: 'answerConsultation', by, unitId: unitIdOf(unit), opinions: [] }, on('2022-08-16'));
  }
  await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-18'));
  await plan.act(
    { type: 'approveBreakdown', by: leader, ...(await breakdownVersion(store, plan.planId)) },
    on('2022-08-19'),
  );
  await plan.act({ type: 'issuePlan', by: clerk }, on('2022-08-22'));
  const starts = await taskStarts(store, plan.planId, { after: 0, limit: 10 });
  for (const start of starts) await plan.actOnTask(start.number, { type: 'issueTask', start }, start.issuedAt);
  await plan.act({ type: 'noteTasksStarted', upTo: starts.length }, on('2022-08-22'));
}

/** 市工信局's report for the third quarter. */
export const q3: OwedObligation = { unitId: unitIdOf('gongxinju'), period: period('2022Q3'), kind: 'progress' };
/** 市工信局's stage plan. */
export const stagePlan: OwedObligation = { unitId: unitIdOf('gongxinju'), period: 'plan', kind: 'stage-plan' };

export const officer = actor('gongxinju-officer-a', 'officer', 'gongxinju');
export const head = actor('gongxinju-head', 'head', 'gongxinju');

/** An entry for the item with the number. */
export function entryOf(changes: Partial<SubmittedRow>): SubmittedRow {
  return { subjectId: '1', value: null, milestonesDone: [], complete: false, plan: null, texts: {}, ...changes };
}

/** Saves one row of the first task, and has the officer and the head send the return. */
export async function send(
  plan: RehearsedPlan,
  owed: OwedObligation,
  entry: SubmittedRow,
  { at, version = 1 }: { readonly at: Instant; readonly version?: number },
): Promise<void> {
  await plan.ask(owed, { type: 'saveRows', by: officer, rows: [{ taskId: plan.taskId('1'), entry }] }, at);
  await plan.ask(owed, { type: 'askHeadApproval', by: officer }, at);
  await plan.ask(owed, { type: 'submitReturn', by: head, version }, at);
  await plan.deliver(at);
}

/** The whole third quarter of 市工信局: stage plan accepted, report sent back once, then accepted. */
export async function playThirdQuarter(plan: RehearsedPlan, value = 900): Promise<void> {
  const rowPlan = { baseline: 600, curve: [], milestones: [], statisticsOn: null };
  await plan.advance(on('2022-08-30'));
  await send(plan, stagePlan, entryOf({ plan: rowPlan }), { at: on('2022-08-30') });
  await plan.ask(stagePlan, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, on('2022-08-31'));
  await plan.deliver(on('2022-08-31'));
  await plan.advance(on('2022-10-08'));
  const done = await plan.write('report/1/done', `已建成${value}个基站。`);
  await send(plan, q3, entryOf({ value, texts: { done } }), { at: on('2022-10-08') });
  const reason = await plan.write('report/1/reason', '请补充分区县情况。');
  const sendBack = [{ taskId: plan.taskId('1'), subjectId: '1', reason }];
  await plan.ask(q3, { type: 'reviewReturn', by: reviewer, version: 1, sendBack }, on('2022-10-09'));
  await plan.deliver(on('2022-10-09'));
  const again = await plan.write('report/2/done', `已建成${value}个基站，其中丹阳市300个。`);
  await send(plan, q3, entryOf({ value, texts: { done: again } }), { at: on('2022-10-10'), version: 2 });
  await plan.ask(q3, { type: 'reviewReturn', by: reviewer, version: 2, sendBack: [] }, on('2022-10-11'));
  await plan.deliver(on('2022-10-11'));
  await plan.advance(on('2022-10-20'));
}
