import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import type { PersonActor } from '../actor.ts';
import { RuleViolation } from '../errors.ts';
import { uuid5 } from '../ids.ts';
import { atHour } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import type { TaskChange } from '../task/change/task-change.ts';
import { approvedBy } from './approval-route.ts';
import type { PlayedChange } from './played-change.ts';
import type { RehearsalView, ViewedTask } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';
import { subjectNamed, taskNumbered, unitKeyed } from './viewed-row.ts';

/** What people do about changes of tasks: the unit's head or the office asks, the office or the leader decides. */
export function changeActs(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  if (view.phase !== 'issued' || view.tasks.length === 0) return [];
  return (scenario.changes ?? []).flatMap((played) => {
    const changeId = uuid5(view.planId, `change/${played.key}`);
    const asked = view.changes.find((each) => each.changeId === changeId);
    if (asked === undefined) return request(scenario, view, played);
    return asked.state === 'pending' ? decision(scenario, view, { played, changeId, decider: asked.decider }) : [];
  });
}

function request(scenario: Scenario, view: RehearsalView, played: PlayedChange): readonly PlannedAct[] {
  const { key, unit, reason, requestOn } = played;
  const asking = askingPerson(view, unit);
  if (asking.approver === null) return [];
  const task = taskNumbered(view, played.task);
  const change = askedChange(scenario, view, { played, task });
  const act: PersonAct = { type: 'requestChange', taskId: task.taskId, request: key, change, reason };
  const route = approvedBy(scenario, {
    signing: unit ?? 'office',
    approver: asking.approver,
    recorder: asking.recorder,
    on: requestOn,
  });
  return [{ at: atHour(requestOn, 15), key: `change/${key}/request`, act, ...route }];
}

function askingPerson({ office, ...view }: RehearsalView, unit: string | null) {
  if (unit === null) return { approver: office[0]?.actor ?? null, recorder: null };
  const { head, officer } = unitKeyed({ office, ...view }, unit);
  return { approver: head, recorder: officer };
}

interface Asked {
  readonly played: PlayedChange;
  readonly task: ViewedTask;
}

function askedChange(scenario: Scenario, view: RehearsalView, { played, task }: Asked): TaskChange {
  const { change, unit } = played;
  const unitId = unit === null ? null : unitKeyed(view, unit).unitId;
  switch (change.kind) {
    case 'extension':
      return { kind: change.kind, of: extendedThing(scenario, { change, task, unitId }), to: change.to };
    case 'target':
      return {
        kind: change.kind,
        subjectId: subjectNamed(scenario, task, { unitId, item: change.item }),
        target: change.target,
      };
    case 'decline':
      if (unitId === null) throw new RuleViolation('scenario', '演练脚本中的退办没有写明单位');
      return { kind: change.kind, unitId };
    case 'suspension':
    case 'resumption':
    case 'termination':
      return { kind: change.kind };
  }
}

function extendedThing(
  scenario: Scenario,
  {
    change,
    task,
    unitId,
  }: {
    readonly change: Extract<PlayedChange['change'], { kind: 'extension' }>;
    readonly task: ViewedTask;
    readonly unitId: string | null;
  },
): Extract<TaskChange, { kind: 'extension' }>['of'] {
  if ('item' in change) {
    return { kind: 'item', subjectId: subjectNamed(scenario, task, { unitId, item: change.item }) };
  }
  const kind = change.period === 'plan' ? 'stage-plan' : 'progress';
  const found = task.obligations.find(
    (each) => each.unitId === unitId && each.kind === kind && each.period === change.period,
  );
  if (found === undefined) throw new Error(`the scenario extends what nobody owes on task ${task.number}`);
  return { kind: 'obligation', obligationId: found.obligationId };
}

interface Deciding {
  readonly played: PlayedChange;
  readonly changeId: string;
  readonly decider: 'office' | 'leader';
}

function decision(
  scenario: Scenario,
  view: RehearsalView,
  { played, changeId, decider }: Deciding,
): readonly PlannedAct[] {
  const { decision: decided, key, task } = played;
  const route =
    decided === null ? null : decidingPerson(scenario, view, { decider, unit: played.unit, on: decided.on });
  if (decided === null || route === null) return [];
  const { outcome, reason, replacement, on } = decided;
  const replacementId = replacement === null ? null : unitKeyed(view, replacement).unitId;
  const { taskId } = taskNumbered(view, task);
  const act: PersonAct = { type: 'decideChange', taskId, changeId, outcome, reason, replacementId };
  return [{ at: atHour(on, 16, 30), key: `change/${key}/decide`, act, ...route }];
}

// Nobody of the office decides for a unit in which they sit.
function decidingPerson(
  scenario: Scenario,
  { office, leader, ...view }: RehearsalView,
  {
    decider,
    unit,
    on,
  }: { readonly decider: 'office' | 'leader'; readonly unit: string | null; readonly on: PlainDate },
): Pick<PlannedAct, 'by' | 'signature'> | null {
  if (decider === 'leader') {
    if (leader === null) return null;
    return approvedBy(scenario, { signing: 'leader', approver: leader, recorder: office[0]?.actor ?? null, on });
  }
  const unitId = unit === null ? null : unitKeyed({ office, leader, ...view }, unit).unitId;
  const free: PersonActor | undefined = office.find(
    ({ otherUnitIds }) => unitId === null || !otherUnitIds.includes(unitId),
  )?.actor;
  return free === undefined ? null : { by: free };
}
