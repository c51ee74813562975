import { RuleViolation } from '../../errors.ts';
import type { IssuedSubject, Party } from '../issued-subject.ts';
import type { TaskState } from '../task-state.ts';
import { type Assignment, issuedTerms, withWholeTasks } from './assignment.ts';
import type { Amendment } from './task-change.ts';

/** Refuses an amendment that would leave an item without a unit, a number or a name. */
export function assertAmendment(state: TaskState, change: Amendment): void {
  const { put, remove, joins } = change;
  if (put.length + remove.length + joins.length === 0) {
    throw new RuleViolation(
      'nothing-amended',
      `第${state.number}项任务的事项调整没有内容，请填写新增、修改或者取消的事项`,
    );
  }
  for (const id of remove) assertItem(state, id);
  const units = new Set([...state.parties, ...joins].map(({ unitId }) => unitId));
  for (const item of put) {
    const place = `第${state.number}项任务的具体事项“${item.title}”`;
    if (item.title.trim() === '') {
      throw new RuleViolation('item-without-title', `第${state.number}项任务有一个具体事项没有名称，请填写`);
    }
    if (remove.includes(item.id) || put.filter(({ id }) => id === item.id).length > 1) {
      throw new RuleViolation('item-twice', `${place}在调整内容中出现两次，请核对`);
    }
    if (item.kind === 'whole' || state.subjects.some(({ id, kind }) => id === item.id && kind === 'whole')) {
      throw new RuleViolation('not-an-item', `${place}是任务整体，不能作为具体事项调整`);
    }
    if ((item.kind === 'number') !== (item.target !== null)) {
      throw new RuleViolation('item-target', `${place}为数量指标的应填写目标值，不是数量指标的不填目标值`);
    }
    const strangers = [item.unitId, ...item.shares.map(({ unitId }) => unitId)].filter((unitId) => !units.has(unitId));
    if (strangers.length > 0) {
      throw new RuleViolation('unit-not-on-task', `${place}的责任单位没有承担本任务，请同时增列该单位`);
    }
  }
}

/** The task as it is once the amendment is granted. */
export function amended(state: TaskState, { put, remove, joins }: Amendment): Assignment {
  const next = 1 + Math.max(-1, ...state.parties.map(({ order }) => order));
  const joined = joins
    .filter((join) => !state.parties.some(({ unitId, role }) => unitId === join.unitId && role === join.role))
    .map(({ unitId, role }, index): Party => ({ unitId, role, order: next + index, basis: 'decided' }));
  const changed = new Map(put.map((item) => [item.id, item]));
  const kept = state.subjects
    .filter(({ id }) => !remove.includes(id))
    .map((subject): IssuedSubject => changed.get(subject.id) ?? issuedTerms(subject));
  const added = put.filter(({ id }) => !state.subjects.some((subject) => subject.id === id));
  return withWholeTasks(state, { parties: [...state.parties, ...joined], subjects: [...kept, ...added] });
}

function assertItem({ number, subjects }: TaskState, id: string): void {
  const subject = subjects.find((each) => each.id === id);
  if (subject !== undefined && subject.kind !== 'whole') return;
  throw new RuleViolation('unknown-item', `第${number}项任务没有要取消的具体事项，请核对编号`);
}
