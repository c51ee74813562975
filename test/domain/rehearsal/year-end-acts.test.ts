import { describe, expect, it } from 'vitest';
import { instant } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { plannedActs } from '../../../domain/rehearsal/planned-acts.ts';
import type { ViewedEnding, ViewedEndingRow } from '../../../domain/rehearsal/rehearsal-view.ts';
import type { PlayedYearEnd } from '../../../domain/rehearsal/scenario.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { seedCalendar } from '../../domain/calendar/seed-calendar.ts';
import { view } from './rehearsal-views.ts';

const calendar = seedCalendar(2022, 2023);
const row: ViewedEndingRow = {
  subjectId: '1',
  unitKey: 'gongxinju',
  kind: 'number',
  title: '建成 5G 基站 1400 个',
  target: { value: 1400, unit: '个', comparator: '>=' },
  claim: { ending: 'completed', until: null },
  ending: null,
  makers: [],
};
const task = (changes: Partial<ViewedEnding> = {}): ViewedEnding => ({
  taskId: 't',
  taskNumber: '1',
  acceptedOn: plainDate('2023-01-09'),
  isReported: true,
  rows: [row],
  ...changes,
});
const yearEnd: PlayedYearEnd = {
  endings: [],
  statistics: [],
  unreportedOn: plainDate('2023-01-16'),
  summaryOn: plainDate('2023-01-19'),
  approveOn: plainDate('2023-01-20'),
};
const seen = (endings: readonly ViewedEnding[], summary = { undecided: 1, askedAt: null, approvedAt: null } as const) =>
  view({ phase: 'issued', instant: instant('2023-01-09T09:00:00.000Z'), endings, summary });
const acts = (endings: readonly ViewedEnding[], played: PlayedYearEnd | null = yearEnd) =>
  plannedActs({ ...readScenario('ordinary'), yearEnd: played ?? undefined }, seen(endings), calendar);

describe('the office at the year’s end', () => {
  it('confirms what was claimed two working days after the last row was accepted', () => {
    expect(acts([task()])).toMatchObject([
      {
        at: '2023-01-11T08:30:00.000Z',
        act: { type: 'decideEndings', rows: [{ subjectId: '1', ending: 'completed', reason: '' }] },
      },
    ]);
  });

  it('waits for a unit that never reports, then ends its rows with a reason', () => {
    const silent = task({ isReported: false, rows: [{ ...row, claim: null }] });
    const [decision] = acts([silent]);
    expect(decision?.at).toBe('2023-01-16T08:30:00.000Z');
    expect(decision?.act).toMatchObject({ rows: [{ ending: 'unfinished', until: '2023-06-30' }] });
    expect(acts([silent], null)).toEqual([]);
  });

  it('ends a task whose rows are decided only where the year’s end is not played', () => {
    const decided = task({
      rows: [{ ...row, ending: { ending: 'completed', until: null, on: plainDate('2023-01-11'), asked: false } }],
    });
    expect(acts([decided], null)).toMatchObject([{ act: { type: 'endTask', taskId: 't' } }]);
    expect(acts([decided])).toEqual([]);
  });

  it('leaves rows that its own person made to another', () => {
    expect(acts([task({ rows: [{ ...row, makers: ['office-office-1'] }] })])[0]?.by.personId).toBe('office-office-2');
  });
});
