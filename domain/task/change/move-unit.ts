import { RuleViolation } from '../../errors.ts';
import type { IssuedSubject, Party, TargetShare } from '../issued-subject.ts';
import type { TaskState } from '../task-state.ts';
import { type Assignment, issuedTerms, withWholeTasks } from './assignment.ts';

/** Who takes over what a unit leaves, and how that unit comes to be on the task. */
export interface Successor {
  readonly unitId: string;
  readonly basis: Party['basis'];
}

/** Refuses where the unit has no part of the task, or is to be its own successor. */
export function assertMayLeave({ number, parties, subjects }: TaskState, unitId: string, toUnitId?: string): void {
  if (!parties.some((party) => party.unitId === unitId) && !subjects.some((subject) => subject.unitId === unitId)) {
    throw new RuleViolation('not-a-party', `该单位没有承担第${number}项任务，请核对`);
  }
  if (unitId === toUnitId) {
    throw new RuleViolation('same-unit', `第${number}项任务的接办单位与原单位相同，请另选单位`);
  }
}

/** The task without the unit; its items and shares go to the successor. Refuses where an item or the whole would be without a unit. */
export function withoutUnit(state: TaskState, unitId: string, successor: Successor | null): Assignment {
  const items = state.subjects.filter((subject) => subject.unitId === unitId && subject.kind !== 'whole');
  if (successor === null && items.length > 0) {
    const titles = items.map(({ title }) => `“${title}”`).join('、');
    throw new RuleViolation(
      'item-without-unit',
      `第${state.number}项任务的${titles}由该单位承担，同意退办时应指定接办单位`,
    );
  }
  const parties = partiesWithout(state, unitId, successor);
  if (!parties.some(({ role }) => role === 'lead')) {
    throw new RuleViolation('task-without-lead', `退办后第${state.number}项任务没有牵头单位，同意退办时应指定接办单位`);
  }
  const subjects = state.subjects
    .filter((subject) => subject.unitId !== unitId || subject.kind !== 'whole')
    .map((subject): IssuedSubject => {
      const terms = issuedTerms(subject);
      const shares = movedShares(terms.shares, unitId, successor?.unitId ?? null);
      return subject.unitId === unitId && successor !== null
        ? { ...terms, shares, unitId: successor.unitId }
        : { ...terms, shares };
    });
  return withWholeTasks(state, { parties, subjects });
}

function partiesWithout({ parties }: TaskState, unitId: string, successor: Successor | null): readonly Party[] {
  const left = parties.filter((party) => party.unitId === unitId);
  const remaining = parties.filter((party) => party.unitId !== unitId);
  if (successor === null) return remaining;
  const own = remaining.filter((party) => party.unitId === successor.unitId);
  const taken = left
    .filter(({ role }) => !own.some((party) => party.role === role))
    .map((party): Party => ({ ...party, ...successor }));
  const isLeadNow = taken.some(({ role }) => role === 'lead');
  // Who leads from now on supports no longer.
  const kept = remaining.filter(
    (party) => !(isLeadNow && party.unitId === successor.unitId && party.role === 'support'),
  );
  const needsPlace = left.length === 0 && own.length === 0;
  const order = 1 + Math.max(-1, ...remaining.map((party) => party.order));
  return needsPlace ? [...kept, { ...successor, role: 'support', order }] : [...kept, ...taken].toSorted(byOrder);
}

function byOrder(a: Party, b: Party): number {
  return a.order - b.order;
}

function movedShares(shares: readonly TargetShare[], from: string, to: string | null): readonly TargetShare[] {
  const moved = shares.find(({ unitId }) => unitId === from);
  if (moved === undefined) return shares;
  const others = shares.filter(({ unitId }) => unitId !== from);
  if (to === null) return others;
  const own = others.find(({ unitId }) => unitId === to);
  if (own === undefined) return [...others, { unitId: to, value: moved.value }];
  return others.map((share) => (share.unitId === to ? { ...share, value: share.value + moved.value } : share));
}
