import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { type Period, period } from '../../../domain/calendar/quarter.ts';
import { addDays, plainDate } from '../../../domain/plain-date.ts';
import {
  type Composer,
  composedContribution,
  composedFigure,
  composedPlan,
  composedReport,
} from '../../../domain/rehearsal/composed-rows.ts';
import type { ViewedRow } from '../../../domain/rehearsal/rehearsal-view.ts';
import { assertStagePlan } from '../../../domain/return/check-stage-plan.ts';
import { rowOf } from '../return/return-play.ts';
import { keyOf, zhenjiang } from '../plan/zhenjiang.ts';
import { row } from './rehearsal-views.ts';

const issuedOn = plainDate('2022-08-22');
const quarters = [period('2022Q3'), period('2022Q4')];

function composer(seed: number, quarter: Period | 'plan', unitName = '市工信局'): Composer {
  return { seed, unitName, period: quarter, issuedOn };
}

const rows: fc.Arbitrary<ViewedRow> = fc
  .record({
    kind: fc.constantFrom('number', 'deliverable', 'whole'),
    value: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.constantFrom(0.5, 1.25, 99.9)),
    comparator: fc.constantFrom('=', '>=', '>', '<=', '<'),
    title: fc.string({ unit: fc.constantFrom(...'推动数字经济建设平台5G'), minLength: 1, maxLength: 80 }),
    dueIn: fc.integer({ min: 0, max: 1_200 }),
  } as const)
  .map(({ kind, value, comparator, title, dueIn }) =>
    row({
      kind,
      title,
      target: kind === 'number' ? { value, unit: '个', comparator } : null,
      due: addDays(issuedOn, dueIn),
    }),
  );

const always = (holds: (row: ViewedRow, seed: number) => void) =>
  fc.assert(
    fc.property(rows, fc.nat(), (each, seed) => holds(each, seed)),
    { numRuns: 300 },
  );

/** A year of one row: its plan, and what it says in each quarter on what it said before. */
function yearOf(each: ViewedRow, seed: number) {
  const plan = composedPlan(composer(seed, 'plan'), each);
  let previousValue = plan.baseline;
  const reports = quarters.map((quarter) => {
    const report = composedReport(composer(seed, quarter), { ...each, plan, previousValue });
    previousValue = report.value;
    return report;
  });
  return { plan, reports };
}

describe('a composed stage plan', () => {
  it('is one that the rules take, whatever the row', () => {
    expect(() =>
      always((each, seed) => {
        const { kind, target, due } = each;
        assertStagePlan({ ...rowFor({ kind, target, due }) }, yearOf(each, seed).plan);
      }),
    ).not.toThrow();
  });

  it('starts a number below its target, in the decimals of the target', () => {
    const many = row({ kind: 'number', target: { value: 1400, unit: '个', comparator: '=' } });
    const share = row({ kind: 'number', target: { value: 1.25, unit: '亿元', comparator: '>=' } });
    const baselines = [many, share].map((each) => composedPlan(composer(1, 'plan'), each).baseline ?? -1);
    expect(baselines[0]).toBeGreaterThan(400);
    expect(baselines[0]).toBeLessThan(1400);
    expect(Number.isInteger(baselines[0])).toBe(true);
    expect(String(baselines[1])).toMatch(/^0(\.\d{1,2})?$|^1(\.[01]\d?)?$/);
  });
});

describe('composed reports', () => {
  it('never fall', () => {
    expect(() =>
      always((each, seed) => {
        const { plan, reports } = yearOf(each, seed);
        const values = [plan.baseline, ...reports.map(({ value }) => value)].flatMap((value) => value ?? []);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }),
    ).not.toThrow();
  });

  it('reach the target by its due day, and more where more than it is asked', () => {
    const due = plainDate('2022-12-31');
    const last = (comparator: '=' | '>') => {
      const each = row({ kind: 'number', due, target: { value: 40, unit: '家', comparator } });
      return yearOf(each, 5).reports.at(-1);
    };
    expect([last('=')?.value, last('=')?.complete, last('>')?.value]).toEqual([40, true, 41]);
  });

  it('name only milestones of the plan that are due by then', () => {
    const { plan, reports } = yearOf(row({ kind: 'deliverable', due: plainDate('2022-12-31') }), 3);
    expect(plan.milestones.map(({ due }) => due)).toEqual(['2022-10-26', '2022-12-31']);
    expect(reports.map(({ milestonesDone }) => milestonesDone)).toEqual([[], ['m1', 'm2']]);
  });

  it('say nothing twice in a whole year of a notice, and nothing at length', () => {
    const said = zhenjiang.drafts.flatMap(({ number, title, parties, items }) =>
      quarters.flatMap((quarter) =>
        parties.flatMap(({ unitId, role }) => {
          const by = composer(7, quarter, keyOf(unitId));
          if (role !== 'lead') return [composedContribution(by, row({ taskNumber: number, title }))];
          const own = items
            .filter((item) => item.unitId === unitId)
            .map((item) => row({ ...item, taskNumber: number }));
          const each = own.length > 0 ? own : [row({ taskNumber: number, title })];
          return each.flatMap((one) => {
            const { done, problem, next } = composedReport(by, { ...one, plan: composedPlan(by, one) });
            return [done, problem, next].filter((text) => text !== '');
          });
        }),
      ),
    );
    expect(said.length).toBeGreaterThan(350);
    expect(said.filter((text, index) => said.indexOf(text) < index)).toEqual([]);
    expect(said.filter((text) => [...text].length > 200)).toEqual([]);
  });
});

describe('a composed figure of a district', () => {
  const stations = row({ kind: 'number', target: { value: 1400, unit: '个', comparator: '=' } });

  it('grows to the share of the district, not to the whole target', () => {
    const early = composedFigure(composer(2, quarters[0] ?? 'plan'), stations, 120);
    const late = composedFigure(composer(2, quarters[1] ?? 'plan'), { ...stations, previousValue: early }, 120);
    expect([early > 0, early < 120, late]).toEqual([true, true, 120]);
  });

  it('stays as it was where nobody knows the share', () => {
    expect(composedFigure(composer(2, 'plan'), { ...stations, previousValue: 33 }, null)).toBe(33);
  });
});

function rowFor({ kind, target, due }: Pick<ViewedRow, 'kind' | 'target' | 'due'>) {
  const opened = rowOf('1', { kind, target, due });
  return { ...opened, version: 1, state: 'draft', writerId: null, entry: null, makers: [] } as const;
}
