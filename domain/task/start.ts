import { RuleViolation } from '../errors.ts';
import { type Period, period as periodOf } from '../calendar/quarter.ts';
import type { PersonActor } from '../actor.ts';
import type { Sha256 } from '../canonical.ts';
import type { Instant } from '../instant.ts';
import { plainDate } from '../plain-date.ts';
import type { ItemDraft, TaskDraft } from '../plan/task-draft.ts';
import { wholeTaskSubject } from './obligations.ts';
import type { TaskStart } from './task-command.ts';
import type { IssuedSubject } from './issued-subject.ts';

/** What a plan's approval and issue add to each of its tasks. */
export interface IssueFacts {
  readonly planId: string;
  readonly planYear: number;
  readonly breakdownHash: Sha256;
  readonly issuedAt: Instant;
  readonly issuedBy: PersonActor;
}

/**
 * A task's part of the approved breakdown. Each item becomes a row's subject; a lead without an item answers for the task as a
 * whole. Refuses an item without an accountable unit: the approval cannot have let it through.
 */
export function taskStart(draft: TaskDraft, facts: IssueFacts): TaskStart {
  const items = draft.items.map((item) => itemSubject(draft, item));
  const yearEnd = plainDate(`${facts.planYear}-12-31`);
  const leads = draft.parties.filter(({ role }) => role === 'lead');
  const whole = leads
    .filter(({ unitId }) => items.every((item) => item.unitId !== unitId))
    .map(({ unitId }) => wholeTask(draft, unitId, yearEnd));
  return {
    taskId: draft.taskId,
    planId: facts.planId,
    number: draft.number,
    title: draft.title,
    parties: draft.parties,
    subjects: [...items, ...whole],
    breakdownHash: facts.breakdownHash,
    lastPeriod: lastPeriodOf(facts.planYear),
    issuedAt: facts.issuedAt,
    issuedBy: facts.issuedBy,
  };
}

function lastPeriodOf(planYear: number): Period {
  return periodOf(`${planYear}Q4`);
}

function itemSubject(draft: TaskDraft, item: ItemDraft): IssuedSubject {
  if (item.unitId === null) {
    throw new RuleViolation(
      'item-without-unit',
      `第${draft.number}项任务的具体事项“${item.title}”还没有责任单位，不能交办`,
    );
  }
  const { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares } = item;
  return { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares };
}

function wholeTask(draft: TaskDraft, unitId: string, due: IssuedSubject['due']): IssuedSubject {
  return {
    id: wholeTaskSubject(unitId),
    unitId,
    kind: 'whole',
    title: draft.title,
    target: null,
    commitment: 'binding',
    due,
    dueBasis: 'derived',
    tracked: false,
    shares: [],
  };
}
