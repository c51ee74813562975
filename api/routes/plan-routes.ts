import { transportOf } from '../../domain/ledger/transport.ts';
import { explainDate } from '../../domain/calendar/explain-date.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { readDocument } from '../../documents/read-document.ts';
import { importNotice } from '../../store/plan/import-notice.ts';
import type { ImportedNotice } from '../../store/plan/import-plan.ts';
import { noticeOriginal } from '../../store/read/plan-detail.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { readPlanClock } from '../../store/plan/plan-clock.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Call, Handlers } from '../http/mount-endpoints.ts';
import { sheetCorrectionsIn } from '../http/sheet-corrections.ts';
import { TryLater } from '../http/refusals.ts';
import { comingBody } from '../reads/coming.ts';
import { engineComparison } from '../reads/engine-comparison.ts';
import { breakdownBody, consultationBody, planLine, planList, planPage, receiptBody } from '../reads/plan-bodies.ts';
import { noticePreviewBody } from '../reads/notice-preview.ts';
import { pastOf } from '../reads/past-of.ts';
import { registerPage } from '../reads/register.ts';
import { clauseWithin, taskPage } from '../reads/task-page.ts';
import { planTimelinePage, taskTimelinePage } from '../reads/timeline.ts';
import type { planEndpoints } from '../schemas/endpoints/plan-endpoints.ts';
import { assertWholeUnit, planSight, reachOf, sightFor } from '../sight.ts';
import { actRoutes } from './act-routes.ts';

type Routes = Handlers<typeof planEndpoints>;

/** Plans, tasks, acts and rehearsals. */
export function planRoutes(deps: AppDeps): Routes {
  return { ...planReads(deps), ...taskReads(deps), ...rehearsalRoutes(deps), ...actRoutes(deps) };
}

type PlanReads = Pick<
  Routes,
  | 'plans'
  | 'importNotice'
  | 'previewNotice'
  | 'plan'
  | 'breakdown'
  | 'noticeFile'
  | 'consultation'
  | 'receipts'
  | 'planTimeline'
  | 'explainDate'
  | 'coming'
>;

function planReads(deps: AppDeps): PlanReads {
  const { store } = deps;
  const sightOf = ({
    params,
    actor,
  }: {
    readonly params: { readonly planId: string };
    readonly actor: Call<(typeof planEndpoints)['plan']>['actor'];
  }) => sightFor(deps, { planId: params.planId, actor, action: 'readPlan' });
  const wholeUnit = async (call: Parameters<typeof sightOf>[0]) => {
    const sight = await sightOf(call);
    assertWholeUnit(sight.reach);
    return sight;
  };
  return {
    plans: ({ query, actor }) => planList(deps, query, actor),
    importNotice: (call) => importFile(deps, call),
    previewNotice: ({ query: { fileName, follows = null, corrections }, body }) => {
      const file = { fileName, bytes: body, corrections: sheetCorrectionsIn(corrections) };
      return noticePreviewBody(store, { ...file, at: deps.now(), follows });
    },
    plan: async (call) => planPage(store, await sightOf(call)),
    breakdown: async (call) => breakdownBody(store, await sightOf(call)),
    noticeFile: async (call) => {
      const { planId } = await sightOf(call);
      const found = await noticeOriginal(store, planId);
      if (found === null) throw new RuleViolation('unknown-plan', '没有保存文件原件。');
      return { fileName: found.fileName, mediaType: 'application/octet-stream', bytes: found.original };
    },
    consultation: async (call) => consultationBody(store, await wholeUnit(call), call.query),
    receipts: async (call) => receiptBody(store, await wholeUnit(call), call.query),
    planTimeline: async (call) => {
      const sight = await sightOf(call);
      // What other units answered is theirs.
      if (sight.reach.unitId !== null)
        throw new RuleViolation('not-permitted', '工作要点留痕由领导小组办公室、督查和市领导查阅。');
      return planTimelinePage(store, sight, call.query);
    },
    explainDate: async ({ params, query }) => {
      const { planId } = await planSight(deps, params.planId);
      const { calendar } = await decisionContext(store, planId);
      const { date, from, workingDays } = query;
      if (Math.abs(workingDays) > 400) throw new RuleViolation('bad-request', '计算的工作日过多，至多 400 个。');
      const computed = { date, from, workingDays, provisional: false, calendarVersions: {} };
      return { ...explainDate(calendar, computed), computed };
    },
    coming: async ({ params, actor, query }) => {
      const sight = await sightFor(deps, { planId: params.planId, actor, action: 'readInbox' });
      assertWholeUnit(sight.reach);
      return comingBody(store, sight, query.days);
    },
  };
}

async function importFile(deps: AppDeps, { query, body, actor, caller }: Call<(typeof planEndpoints)['importNotice']>) {
  const { planId, fileName, clock, scenario, follows = null } = query;
  const { text } = await readDocument(body, fileName, { corrections: sheetCorrectionsIn(query.corrections) });
  const notice: ImportedNotice = { fileName, original: body, text };
  if (clock === 'real') {
    const at = deps.now();
    const transport = transportOf('http', caller.requestId);
    await importNotice(deps.store, { notice, clock: null, by: actor, recordedAt: at, transport, planId, follows });
  } else {
    const by = { ...actor, seat: 'office' as const };
    await deps.rehearsals.importRehearsal(notice, { planId, scenario: scenario ?? 'ordinary', by, follows });
  }
  return planLine(await planSight(deps, planId));
}

type TaskReads = Pick<Routes, 'register' | 'task' | 'taskTimeline' | 'taskEngine'>;

function taskReads(deps: AppDeps): TaskReads {
  const { store } = deps;
  return {
    register: async ({ params, actor, query }) =>
      registerPage(store, await sightFor(deps, { planId: params.planId, actor, action: 'readPlan' }), query),
    task: async ({ params: { planId, taskId }, actor, query }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readTask' });
      return taskPage(store, sight, { taskId, past: pastOf(query) });
    },
    taskTimeline: async ({ params: { planId, taskId }, query, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readTask' });
      const { leftAt } = await clauseWithin(store, sight, taskId);
      return taskTimelinePage(store, sight, { taskId, until: leftAt, query });
    },
    taskEngine: async ({ params: { planId, taskId }, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readEngineHistory' });
      await clauseWithin(store, sight, taskId);
      return engineComparison(deps, { planId, taskId });
    },
  };
}

function rehearsalRoutes(deps: AppDeps): Pick<Routes, 'scenarios' | 'rehearsal' | 'rehearse'> {
  const { rehearsals, store } = deps;
  const stateOf = async (planId: string) => {
    const { plan, now, today } = await planSight(deps, planId);
    if (plan.clock === 'real')
      throw new RuleViolation('real-clock', '该工作要点按真实时间运行，不能演练；请导入为演练。');
    const clock = await readPlanClock(store, planId);
    const { state, status } = await rehearsals
      .run(planId)
      .catch(() => ({ state: 'unreachable' as const, status: null }));
    const { events, letters } = await planCounts(store, planId);
    const scenario = clock.clock === 'stepped' ? clock.scenario : null;
    const told = { isPaused: status?.isPaused ?? false, stoppedBy: status?.stoppedBy ?? null };
    const known = rehearsals.scenarios().find(({ name }) => name === scenario);
    const played = { scenario, scenarioTitle: known?.title ?? null, end: known?.end ?? null };
    return { ...played, instant: now, today, state, ...told, events, letters };
  };
  return {
    scenarios: async () => ({ scenarios: rehearsals.scenarios() }),
    rehearsal: async ({ params, actor }) => {
      const { planId } = await sightFor(deps, { planId: params.planId, actor, action: 'readPlan' });
      return stateOf(planId);
    },
    rehearse: async ({ params: { planId }, body: { command, until }, actor, caller }) => {
      reachOf(actor, 'rehearsePlan');
      await stateOf(planId);
      const isHold = command === 'pause' || command === 'resume';
      const asked = isHold
        ? rehearsals.pause(planId, command === 'pause')
        : rehearsals.start({ planId, people: command === 'play', until });
      await asked.catch((error: unknown) => {
        caller.log.warn({ err: error, command }, 'rehearsal not reached');
        throw new TryLater('unconfirmed', '演练引擎没有答复，可以稍后再试，重复操作不会重复演练。', 5);
      });
      return stateOf(planId);
    },
  };
}
