import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { contentHash } from '../../domain/canonical.ts';
import type { CalendarYear } from '../../domain/calendar/working-calendar.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { instantOfEpoch } from '../../domain/instant.ts';
import { type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import { breakdownVersion } from '../../store/plan/breakdown.ts';
import { importPlan } from '../../store/plan/import-plan.ts';
import { calendarOf } from '../../store/registry/decision-data.ts';
import { register } from '../../store/registry/register.ts';
import { issueProgress } from '../../store/rehearsal/issue-progress.ts';
import type { Store } from '../../store/store.ts';
import { actor, clerk, draftsOf, leader, noticeText } from '../store/plan/rehearsed-plan.ts';
import { type PlanEngine, sentAt } from './plan-engine.ts';

const now = () => instantOfEpoch(Date.now());

/** The two tasks of the store's tests as a plan of this year, on real time, issued by the workflows; its id. */
export async function issueRealPlan(duban: PlanEngine): Promise<string> {
  const planId = randomUUID();
  await registerDaysOff(duban.store, new Date().getFullYear(), []);
  await importReal(duban, planId);
  const act = (command: PlanAct) => duban.engine.actOnPlan(planId, sentAt(command, now()));
  await act({ type: 'beginConsultation', by: clerk });
  for (const unit of ['gongxinju', 'fagaiwei']) {
    await act({
      type: 'answerConsultation',
      by: actor(`${unit}-head`, 'head', unit),
      unitId: unitIdOf(unit),
      opinions: [],
    });
  }
  await act({ type: 'askApproval', by: clerk });
  await act({ type: 'approveBreakdown', by: leader, ...(await breakdownVersion(duban.store, planId)) });
  await act({ type: 'issuePlan', by: clerk });
  await vi.waitFor(
    async () => {
      const { toIssue, issued, started } = await issueProgress(duban.store, planId);
      if (toIssue === 0 || issued < toIssue || started < toIssue) throw new Error('not issued yet');
    },
    { timeout: 20_000 },
  );
  return planId;
}

async function importReal({ store }: PlanEngine, planId: string): Promise<void> {
  const heading = {
    title: '工作要点',
    issuer: null,
    documentNumber: null,
    noticeDate: null,
    planYear: new Date().getFullYear(),
  };
  const drafts = draftsOf(planId).map((draft) => ({
    ...draft,
    items: draft.items.map((item) => ({ ...item, due: `${heading.planYear}-12-31` as typeof item.due })),
  }));
  await importPlan(store, {
    planId,
    notice: { fileName: 'notice.txt', original: Buffer.from(noticeText), text: noticeText },
    heading,
    drafts,
    points: [],
    rulesVersion: 1,
    leadershipUnitId: unitIdOf('shilingdao'),
    clock: null,
    by: clerk,
    at: now(),
    commandId: `import/${planId}`,
    contentHash: contentHash(heading),
    recordedAt: now(),
    transport: 'recording',
  });
}

/** Registers days off as the next version of a year's table, or as its first, so that these tests hold in every year. */
export async function registerDaysOff(store: Store, year: number, days: readonly PlainDate[]): Promise<CalendarYear> {
  const known = (await calendarOf(store, null)).find((table) => table.year === year);
  const notice = { number: '测试', title: '测试用放假安排', issuedOn: plainDate(`${year - 1}-11-01`) };
  const before: CalendarYear = known ?? { year, version: 0, notice, holidays: [], makeUpDays: [] };
  const holidays = days.length === 0 ? before.holidays : [...before.holidays, { name: '测试假期', days }];
  const table = { ...before, version: before.version + 1, holidays };
  await register(store, { calendars: [table] }, { by: 'system', at: now(), transport: 'test' });
  return table;
}
