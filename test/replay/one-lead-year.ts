import { randomUUID } from 'node:crypto';
import { catchUp } from '../../activities/rehearsal/catch-up.ts';
import { period } from '../../domain/calendar/quarter.ts';
import { contentHash } from '../../domain/canonical.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import type { SubmittedRow } from '../../domain/task/task-state.ts';
import { putContents } from '../../store/content.ts';
import { breakdownVersion } from '../../store/plan/breakdown.ts';
import { importPlan } from '../../store/plan/import-plan.ts';
import { nextPlanInstant } from '../../store/plan/plan-backlog.ts';
import { advancePlanClock, readPlanClock } from '../../store/plan/plan-clock.ts';
import { type ReturnAsk, actOnReturn } from '../../store/return/act-on-return.ts';
import {
  clerk,
  draftsOf,
  entryOf,
  head,
  leader,
  noticeText,
  officer,
  on,
  reviewer,
} from '../store/plan/rehearsed-plan.ts';
import { type PlanEngine, sentAt } from '../workflows/plan-engine.ts';

/** A plan of one task with one lead and one item. */
export interface OneLeadYear {
  readonly taskId: string;
  readonly planId: string;
  readonly issue: () => Promise<void>;
  /** Lets time go on to `until`; every instant at which anything is due is told to `onInstant` once it is done. */
  readonly advance: (until: Instant, onInstant?: (at: Instant) => Promise<void>) => Promise<void>;
  readonly submit: (owed: OwedObligation, entry: SubmittedRow, at: Instant) => Promise<void>;
  readonly accept: (owed: OwedObligation, at: Instant) => Promise<void>;
  /** The office decides how the one row ends. */
  readonly decide: (at: Instant) => Promise<void>;
  readonly end: (at: Instant) => Promise<void>;
}

/** When the plan comes in and when it is issued. */
export interface FirstDays {
  readonly imported: string;
  readonly issued: string;
}

const unitId = unitIdOf('gongxinju');

/** What 市工信局 owes for a quarter, or as its stage plan for `plan`. */
export function owedFor(quarter: string): OwedObligation {
  return quarter === 'plan'
    ? { unitId, period: 'plan', kind: 'stage-plan' }
    : { unitId, period: period(quarter), kind: 'progress' };
}

/** A report of the item's value, with its text kept. */
export async function report(
  { store }: PlanEngine,
  planId: string,
  { quarter, value }: { quarter: string; value: number },
): Promise<SubmittedRow> {
  const [done] = await putContents(store.pool, [
    { contentId: randomUUID(), planId, path: `report/${quarter}`, text: `截至${quarter}已建成${value}个基站。` },
  ]);
  const texts = done === undefined ? {} : { done };
  const ending = quarter.endsWith('Q4') ? { ending: { ending: 'completed', until: null } as const } : {};
  return entryOf({ value, complete: value >= 1400, texts, ...ending });
}

/** Imports the plan and hands it to the engine. */
export async function oneLeadYear(duban: PlanEngine, firstDays: FirstDays): Promise<OneLeadYear> {
  const { store, engine } = duban;
  const planId = randomUUID();
  const taskId = uuid5(planId, 'task/1');
  await importOneTask(duban, planId, on(firstDays.imported, 9));
  const settle = async (at: Instant): Promise<void> => {
    await advancePlanClock(store, planId, at);
    await catchUp({ store, engine, heartbeat: () => {} }, planId, at);
  };
  const act = async (command: PlanAct, at: Instant): Promise<void> => {
    await engine.actOnPlan(planId, sentAt(command, at));
    await settle(at);
  };
  const ask = async (owed: OwedObligation, command: ReturnAsk, at: Instant): Promise<void> => {
    const identity = { commandId: randomUUID(), contentHash: contentHash(command), recordedAt: at, transport: 'test' };
    await actOnReturn(store, { ...identity, planId, owed, command, at });
  };
  const advance = async (until: Instant, onInstant: (at: Instant) => Promise<void> = async () => {}): Promise<void> => {
    for (;;) {
      const reading = await readPlanClock(store, planId);
      const next = reading.clock === 'real' ? null : await nextPlanInstant(store, planId, reading.instant);
      if (next === null || next > until) return settle(until);
      await settle(next);
      await onInstant(next);
    }
  };
  return {
    taskId,
    planId,
    advance,
    issue: async () => {
      const { imported, issued } = firstDays;
      await act({ type: 'beginConsultation', by: clerk }, on(imported, 10));
      await act({ type: 'answerConsultation', by: officer, unitId, opinions: [] }, on(imported, 11));
      await act({ type: 'askApproval', by: clerk }, on(imported, 14));
      await act({ type: 'approveBreakdown', by: leader, ...(await breakdownVersion(store, planId)) }, on(imported, 15));
      await act({ type: 'issuePlan', by: clerk }, on(issued));
    },
    submit: async (owed, entry, at) => {
      await ask(owed, { type: 'saveRows', by: officer, rows: [{ taskId, entry }] }, at);
      await ask(owed, { type: 'askHeadApproval', by: officer }, at);
      await ask(owed, { type: 'submitReturn', by: head, version: 1 }, at);
      await settle(at);
    },
    accept: async (owed, at) => {
      await ask(owed, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, at);
      await settle(at);
    },
    decide: async (at) => {
      await advancePlanClock(store, planId, at);
      const done = { subjectId: '1', ending: 'completed', until: null, value: null, reason: null } as const;
      await engine.actOnTask({ planId, taskId }, sentAt({ type: 'decideEndings', rows: [done], by: clerk }, at));
    },
    end: async (at) => {
      await engine.actOnTask({ planId, taskId }, sentAt({ type: 'endTask', ending: 'completed', by: clerk }, at));
    },
  };
}

async function importOneTask({ store }: PlanEngine, planId: string, at: Instant): Promise<void> {
  const [first] = draftsOf(planId);
  if (first === undefined) throw new Error('there is no draft to take');
  const heading = { title: '工作要点', issuer: null, documentNumber: null, noticeDate: null, planYear: 2022 };
  await importPlan(store, {
    planId,
    notice: { fileName: 'notice.txt', original: Buffer.from(noticeText), text: noticeText },
    heading,
    drafts: [{ ...first, parties: first.parties.filter(({ role }) => role === 'lead') }],
    points: [],
    rulesVersion: 1,
    leadershipUnitId: unitIdOf('shilingdao'),
    clock: { startsAt: at, seed: 'year', scenario: null },
    by: clerk,
    at,
    commandId: `import/${planId}`,
    contentHash: contentHash(heading),
    recordedAt: at,
    transport: 'test',
  });
}
