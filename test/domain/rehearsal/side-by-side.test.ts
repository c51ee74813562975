import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import type { PersonAct, PlannedAct } from '../../../domain/act/person-act.ts';
import { actsSideBySide } from '../../../domain/rehearsal/side-by-side.ts';
import type { ObligationKind } from '../../../domain/task/task-state.ts';
import { on, owed, person, row, view } from './rehearsal-views.ts';

const third = period('2022Q3');
const ten = on('2022-10-10', 10);

const seen = view({
  phase: 'issued',
  instant: ten,
  returns: [
    owed('a', { period: third, rows: [row({ taskId: 'one' })] }),
    owed('b', { period: third, rows: [row({ taskId: 'two' })] }),
    owed('c', { period: third, rows: [row({ taskId: 'one' }), row({ taskId: 'three' })] }),
    owed('d', { period: third, rows: [row({ taskId: 'four' })] }),
  ],
});

function planned(unitId: string, act: PersonAct, at = ten): PlannedAct {
  return { at, key: `${unitId}/${act.type}`, by: person(unitId, 'officer'), act };
}

function submission(unitId: string, kind: ObligationKind = 'progress'): PlannedAct {
  return planned(unitId, { type: 'submitReturn', of: { unitId, kind, period: third }, version: 1 });
}

function saving(unitId: string, at = ten): PlannedAct {
  return planned(unitId, { type: 'saveRows', of: { unitId, kind: 'progress', period: third }, rows: [] }, at);
}

const unitsOf = (acts: readonly PlannedAct[]) => actsSideBySide(acts, seen, ten).map(({ by }) => by.unitId);

describe('acts that are done together', () => {
  it('are those of several units on their own returns', () => {
    expect(unitsOf([saving('a'), saving('c'), saving('d')])).toEqual(['a', 'c', 'd']);
  });

  it('are none before their instant, and none that is due later', () => {
    expect(unitsOf([saving('a', on('2022-10-10', 11))])).toEqual([]);
    expect(unitsOf([saving('a'), saving('b', on('2022-10-10', 11))])).toEqual(['a']);
  });

  it('end before one that brings rows to a task which an earlier one brings rows to', () => {
    expect(unitsOf([submission('a'), submission('b'), submission('c'), submission('d')])).toEqual(['a', 'b']);
  });

  it('end before the second act of a unit, which may follow from its first', () => {
    expect(unitsOf([saving('a'), saving('b'), saving('a'), saving('d')])).toEqual(['a', 'b']);
  });

  it('end before another thing, or the same thing on returns of another kind', () => {
    expect(unitsOf([saving('a'), submission('b')])).toEqual(['a']);
    expect(unitsOf([submission('a'), submission('b', 'contribution')])).toEqual(['a']);
  });

  it('never have a decision of the office among them, however it stands in the order', () => {
    const decision = planned('office', { type: 'issuePlan' });
    expect(unitsOf([decision, planned('leaders', { type: 'issuePlan' })])).toEqual(['office']);
    expect(unitsOf([saving('a'), decision])).toEqual(['a']);
  });
});
