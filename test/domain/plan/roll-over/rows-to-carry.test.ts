import { describe, expect, it } from 'vitest';
import { period } from '../../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../../domain/plain-date.ts';
import { rowsToCarry } from '../../../../domain/plan/roll-over/rows-to-carry.ts';
import type { RowEnding } from '../../../../domain/task/ending/row-ending.ts';
import type { Subject } from '../../../../domain/task/task-state.ts';
import { deliverableItem, issued, numberItem } from '../../task/task-play.ts';

const subjects = [numberItem('1', 'industry'), deliverableItem('2', 'industry')];

function carried(changes: Partial<Subject>, phase: 'open' | 'ended' = 'ended') {
  const { state } = issued({ subjects });
  const rest = { on: plainDate('2023-01-20'), until: null, asked: false };
  const [first, second] = state.subjects;
  if (first === undefined || second === undefined) throw new Error('the task has two rows');
  const rows = [
    { ...first, ...changes },
    { ...second, ending: { ending: 'completed' as const, ...rest } },
  ];
  return rowsToCarry({ planId: 'plan', planYear: 2022, tasks: [{ ...state, phase, subjects: rows }] });
}

const decided = (ending: RowEnding) => ({ ending, on: plainDate('2023-01-20'), until: null, asked: false });

describe('a row of a year that is over', () => {
  it.each<RowEnding>(['carried-over', 'continuing', 'awaiting-statistics', 'unfinished'])(
    'reaches into the next year when it ended as %s',
    (ending) => {
      expect(carried({ ending: decided(ending) })).toMatchObject([{ row: { subjectId: '1', why: ending } }]);
    },
  );

  it.each<RowEnding>(['completed', 'exceeded'])('does not when it ended as %s', (ending) => {
    expect(carried({ ending: decided(ending) })).toEqual([]);
  });

  it('reaches on as the unit claims as long as nothing is decided, and no longer', () => {
    const claim = { ending: 'carried-over', until: null, makers: [] } as const;
    expect(carried({ claim }, 'open')).toMatchObject([{ row: { why: 'carried-over' } }]);
    expect(carried({ claim, ending: decided('completed') })).toEqual([]);
  });

  it('reaches on with a target of a later year, whatever was said of this one', () => {
    const later = { due: plainDate('2025-12-31'), tracked: true };
    expect(carried(later)).toMatchObject([{ row: { why: 'later-year', due: '2025-12-31' } }]);
    expect(carried({ ...later, ending: decided('completed') })).toMatchObject([{ row: { why: 'later-year' } }]);
  });

  it('reaches on from an open task as long as it is not reported complete', () => {
    expect(carried({}, 'open')).toMatchObject([{ row: { why: 'open' } }]);
    expect(carried({}, 'ended')).toEqual([]);
  });

  it('carries what it reached and the day that its ending names', () => {
    const progress = { period: period('2022Q4'), value: 1200, milestonesDone: [], complete: false };
    const ending = { ...decided('continuing'), until: plainDate('2023-06-30') };
    expect(carried({ progress, ending })).toMatchObject([{ value: 1200, until: '2023-06-30' }]);
  });
});
