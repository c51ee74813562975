import { assertNever } from '../../errors.ts';
import { issuedTerms } from '../../task/change/assignment.ts';
import { type Amendment, type TaskChange, changeTopic } from '../../task/change/task-change.ts';
import type { IssuedSubject } from '../../task/issued-subject.ts';
import { type Consequence, leftToPeople, told } from './consequence.ts';
import { addedItemConsequence, newItemId, tasksFor, termsConsequence } from './item-consequence.ts';
import { type RunningPlan, type RunningTask, subjectsOf } from './item-subjects.ts';
import type { NoticeChange } from './notice-change.ts';
import { partyConsequence } from './party-consequence.ts';

/** A change of one running task that the office can propose to a leader, with the differences that it follows from. */
export interface ChangeProposal {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly change: TaskChange;
  readonly because: readonly NoticeChange[];
}

/** A difference that changes what is asked of somebody, and from which no change can be made before a person has decided. */
export interface LeftToPeople {
  readonly difference: NoticeChange;
  readonly why: string;
}

/** What a new version of the notice asks of an issued plan. */
export interface AmendmentProposal {
  readonly proposals: readonly ChangeProposal[];
  readonly left: readonly LeftToPeople[];
}

interface Followed {
  readonly difference: NoticeChange;
  readonly of: Consequence;
}

/** The changes of running tasks that follow from the differences of a notice; what does not follow is left to people, with the reason. */
export function proposeChanges(differences: readonly NoticeChange[], plan: RunningPlan): AmendmentProposal {
  const followed = differences.flatMap((difference) =>
    consequencesOf(difference, plan, differences).map((of): Followed => ({ difference, of })),
  );
  const proposals = plan.tasks.flatMap((task) => proposalsFor(task, followed));
  const left = followed.flatMap(({ difference, of }) => (of.kind === 'left' ? [{ difference, why: of.why }] : []));
  return { proposals, left };
}

function consequencesOf(
  difference: NoticeChange,
  plan: RunningPlan,
  differences: readonly NoticeChange[],
): readonly Consequence[] {
  switch (difference.kind) {
    case 'title':
    case 'wording':
    case 'task-moved':
      return [told];
    case 'target':
    case 'due':
    case 'commitment':
    case 'accountable':
      return [termsConsequence(difference, plan)];
    case 'task-added':
      return [leftToPeople('新增的任务须另行分解、征求意见并报请审定后交办')];
    case 'item-removed':
      return subjectsOf(difference.item, tasksFor(difference, plan), plan.isIssuedText)
        .filter(({ task }) => task.state.phase === 'open')
        .map(({ task, subject }) => {
          const change = { kind: 'amendment', put: [], remove: [subject.id], joins: [] } as const;
          return { kind: 'change', task, change };
        });
    case 'item-added':
      if (difference.taskNumber === null) return [addedItemConsequence(difference, undefined, [])];
      return [taskConsequence(difference, plan, differences)];
    case 'task-removed':
    case 'party-joined':
    case 'party-left':
    case 'party-role':
    case 'unknown-unit':
      return [taskConsequence(difference, plan, differences)];
    default:
      return assertNever(difference);
  }
}

type OfTask = Extract<
  NoticeChange,
  {
    readonly kind: 'task-removed' | 'party-joined' | 'party-left' | 'party-role' | 'unknown-unit' | 'item-added';
  }
>;

function taskConsequence(
  difference: OfTask,
  { tasks }: RunningPlan,
  differences: readonly NoticeChange[],
): Consequence {
  const task = tasks.find(({ state }) => state.number === difference.taskNumber);
  if (task === undefined) return leftToPeople('没有对应的任务，请核对后按需办理');
  if (task.state.phase !== 'open') return leftToPeople('该任务已经办结，不能再变更');
  switch (difference.kind) {
    case 'task-removed':
      return { kind: 'change', task, change: { kind: 'termination' } };
    case 'party-joined':
    case 'party-left':
      return partyConsequence(difference, task, differences);
    case 'party-role':
      return leftToPeople('单位在该任务中的职责有变化，请确定后提出变更');
    case 'unknown-unit':
      return leftToPeople('单位名录中没有该单位，请确定对应单位后提出变更');
    case 'item-added': {
      const joining = differences.flatMap((each) =>
        each.kind === 'party-joined' && each.taskNumber === difference.taskNumber ? [each.party.unitId] : [],
      );
      return addedItemConsequence(difference, task, joining);
    }
    default:
      return assertNever(difference);
  }
}

function proposalsFor(task: RunningTask, followed: readonly Followed[]): readonly ChangeProposal[] {
  const own = followed.filter(({ of }) => (of.kind === 'change' || of.kind === 'terms') && of.task === task);
  const made = [
    ...termChanges(own),
    ...own.flatMap(({ difference, of }) =>
      of.kind === 'change' ? [{ change: of.change, because: [difference] }] : [],
    ),
  ];
  const { taskId, number: taskNumber } = task.state;
  return [...Map.groupBy(made, ({ change }) => changeTopic(change)).values()].flatMap((same) => {
    const because = same.flatMap((each) => each.because);
    const amendments = same.flatMap(({ change }) => (change.kind === 'amendment' ? [change] : []));
    const [first] = same;
    if (first === undefined) return [];
    const change = amendments.length > 0 ? together(task, amendments) : first.change;
    return [{ taskId, taskNumber, change, because }];
  });
}

/** Of one item, a number alone is a change of target 目标调整, everything else a change of the item 事项调整. */
function termChanges(own: readonly Followed[]) {
  const terms = own.flatMap(({ difference, of }) => (of.kind === 'terms' ? [{ difference, ...of }] : []));
  return [...Map.groupBy(terms, ({ subject }) => subject.id).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const changed = same.reduce<Partial<IssuedSubject>>((all, each) => ({ ...all, ...each.terms }), {});
    const { target } = changed;
    const isTargetAlone = Object.keys(changed).length === 1 && target !== undefined && target !== null;
    const change: TaskChange = isTargetAlone
      ? { kind: 'target', subjectId: first.subject.id, target }
      : { kind: 'amendment', put: [{ ...issuedTerms(first.subject), ...changed }], remove: [], joins: [] };
    return [{ change, because: same.map(({ difference }) => difference) }];
  });
}

function together({ state, draft }: RunningTask, amendments: readonly Amendment[]): Amendment {
  const known = [...state.subjects, ...draft.items].map(({ id }) => Number(id)).filter((id) => Number.isInteger(id));
  let next = Math.max(0, ...known);
  const put = amendments.flatMap((each) => each.put);
  return {
    kind: 'amendment',
    put: put.map((item) => (item.id === newItemId ? { ...item, id: String((next += 1)) } : item)),
    remove: [...new Set(amendments.flatMap(({ remove }) => remove))],
    joins: amendments.flatMap(({ joins }) => joins),
  };
}
