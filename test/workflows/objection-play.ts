import { performAct } from '../../api/acts/perform-act.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { PersonAct } from '../../domain/act/person-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import { personIdOf, unitIdOf } from '../../domain/duban-namespace.ts';
import { wholeTaskSubject } from '../../domain/task/obligations.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { actor } from '../store/plan/rehearsed-plan.ts';
import type { EnginePlan, PlanEngine } from './plan-engine.ts';

/** The two supervisors of the demonstration. */
export const [supervisor, otherSupervisor] = ['1', '2'].map((n) =>
  actor(`duchashi-supervisor-${n}`, 'supervisor', 'duchashi'),
) as [PersonActor, PersonActor];

/** Head of 市工信局, which leads the first task. */
export const head = actor('gongxinju-head', 'head', 'gongxinju');

/** What a finding of these tests says of the first task’s item. */
export function checked(plan: EnginePlan, finding: string): Extract<PersonAct, { type: 'openFinding' }> {
  return {
    type: 'openFinding',
    taskId: plan.taskId('1'),
    finding,
    subjectId: '1',
    claim: '第三季度累计新增5G基站700个。',
    method: 'on-site',
    checkers: ['1', '2'].map((n) => personIdOf(`duchashi-supervisor-${n}`)),
    reportedValue: 700,
    foundValue: 640,
    evidence: { text: '抽查三个园区，60个基站尚未开通。', hashes: [] },
  };
}

/** The id of a finding that was opened under this name. */
export function findingIdOf(plan: EnginePlan, finding: string): string {
  return uuid5(plan.planId, `finding/${finding}`);
}

/** The row of the unit that answers for the second task as a whole. */
export const wholeRow = wholeTaskSubject(unitIdOf('fagaiwei'));

/** Lets people act as the API and the command line do, at their instant on the plan’s clock. */
export function actingOn(duban: PlanEngine, plan: EnginePlan) {
  let acts = 0;
  const settle = () => Promise.reject(new Error('nothing is to be settled'));
  const deps = { store: duban.store, engine: duban.engine, settle };
  return async (by: PersonActor, act: PersonAct, at: Instant): Promise<void> => {
    acts += 1;
    await plan.advance(at);
    await performAct(deps, plan.planId, { at, by, act, key: `test/${acts}` });
    await plan.deliver(at);
  };
}

/** The one objection of the plan that is still open. */
export async function openObjection({ store }: PlanEngine, { planId }: EnginePlan): Promise<string> {
  const [open, ...others] = (await listObjections(store, planId)).filter(({ phase }) => phase === 'open');
  if (open === undefined || others.length > 0) throw new Error('not one objection is open');
  return open.objectionId;
}
