import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { assertNever, RuleViolation } from '../../domain/errors.ts';
import { dayOf, type Instant } from '../../domain/instant.ts';
import { addDraft } from '../../domain/plan/reshape/add-draft.ts';
import { assertSettled } from '../../domain/plan/reshape/assert-settled.ts';
import { mergeDrafts } from '../../domain/plan/reshape/merge-drafts.ts';
import type {
  AddTask,
  DropTask,
  MergeTasks,
  ReshapeCommand,
  SplitTask,
} from '../../domain/plan/reshape/reshape-command.ts';
import { splitDraft } from '../../domain/plan/reshape/split-draft.ts';
import { partyChanges } from '../../domain/plan/settle.ts';
import type { OpenPoint, TaskDraft } from '../../domain/plan/task-draft.ts';
import { breakdownVersion, placeAfter, readDrafts, readPoints } from '../../store/plan/breakdown.ts';
import { noticeTextOf } from '../../store/plan/settle-plan.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { unitRegister } from '../../store/registry/units.ts';
import type { Store } from '../../store/store.ts';

type Of<T extends PlanPersonAct['type']> = Extract<PlanPersonAct, { type: T }>;

interface ReshapeBasis {
  readonly by: PersonActor;
  readonly at: Instant;
  readonly store: Store;
  readonly planId: string;
}

/** A task in two, two in one, one more or one less, made of the breakdown as it stands; refused where something about them is still open. */
export async function reshapeCommand(
  act: Of<'splitTask' | 'mergeTasks' | 'addTask' | 'dropTask'>,
  basis: ReshapeBasis,
): Promise<ReshapeCommand> {
  const { store, planId } = basis;
  // The version first: whatever is revised meanwhile makes it an old one, and the command is refused.
  const version = (await breakdownVersion(store, planId)).draftVersion;
  const draftVersion = act.draftVersion ?? version;
  const drafts = await readDrafts(store, planId);
  const open = (await readPoints(store, planId)).flatMap(({ point, how }) => (how === null ? [point] : []));
  const standing: Standing = { ...basis, draftVersion, drafts, open };
  switch (act.type) {
    case 'splitTask':
      return splitting(act, standing);
    case 'mergeTasks':
      return merging(act, standing);
    case 'addTask':
      return adding(act, standing);
    case 'dropTask':
      return dropping(act, standing);
    default:
      return assertNever(act);
  }
}

interface Standing extends ReshapeBasis {
  readonly draftVersion: number;
  readonly drafts: readonly TaskDraft[];
  readonly open: readonly OpenPoint[];
}

async function splitting(act: Of<'splitTask'>, standing: Standing): Promise<SplitTask> {
  const { by, store, planId, draftVersion, drafts, open } = standing;
  const draft = found(drafts, act.taskNumber);
  assertSettled([draft.number], open, '拆分');
  const { rest, added } = splitDraft(draft, act, { planId, numbers: drafts.map(({ number }) => number) });
  const { leaves } = partyChanges(draft, rest);
  const place = await placeAfter(store, planId, draft.number);
  return { type: 'splitTask', by, draftVersion, rest, leaves, added, place, reason: act.reason };
}

async function merging(act: Of<'mergeTasks'>, standing: Standing): Promise<MergeTasks> {
  const { by, draftVersion, drafts, open } = standing;
  const [first, gone] = [found(drafts, act.taskNumber), found(drafts, act.nextNumber)];
  if (drafts.indexOf(gone) !== drafts.indexOf(first) + 1) {
    throw new RuleViolation(
      'not-neighbours',
      `第${gone.number}项任务不紧接在第${first.number}项任务之后，只能合并前后相邻的两项任务`,
    );
  }
  const merged = mergeDrafts([first, gone], act.title, await unitNaming(standing));
  assertSettled([first.number, gone.number], open, '合并');
  const { joins } = partyChanges(first, merged);
  return { type: 'mergeTasks', by, draftVersion, merged, joins, gone, reason: act.reason };
}

async function adding(act: Of<'addTask'>, standing: Standing): Promise<AddTask> {
  const { by, store, planId, draftVersion, drafts } = standing;
  const { draft, after } = addDraft(act, { planId, text: await noticeTextOf(store, planId), drafts });
  const place = await placeAfter(store, planId, after);
  return { type: 'addTask', by, draftVersion, draft, place, reason: act.reason };
}

function dropping(act: Of<'dropTask'>, { by, draftVersion, drafts, open }: Standing): DropTask {
  const gone = found(drafts, act.taskNumber);
  assertSettled([gone.number], open, '删去');
  return { type: 'dropTask', by, draftVersion, gone, reason: act.reason };
}

function found(drafts: readonly TaskDraft[], number: string): TaskDraft {
  const draft = drafts.find((each) => each.number === number);
  if (draft === undefined) throw new RuleViolation('unknown-task', `没有第${number}项任务，请核对任务序号。`);
  return draft;
}

async function unitNaming({ store, planId, at }: ReshapeBasis): Promise<(unitId: string) => string> {
  const { clock } = await readPlan(store, planId);
  const register = await unitRegister(store, { planId: clock === 'stepped' ? planId : null, day: dayOf(at) });
  const names = new Map(register.map(({ unitId, name }) => [unitId, name]));
  return (unitId) => names.get(unitId) ?? unitId;
}
