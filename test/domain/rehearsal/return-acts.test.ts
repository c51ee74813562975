import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { nextActInstant, plannedActs } from '../../../domain/rehearsal/planned-acts.ts';
import type { RehearsalView, ViewedReturn, ViewedReview } from '../../../domain/rehearsal/rehearsal-view.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { on, owed, person, row, unit, view } from './rehearsal-views.ts';

const calendar = seedCalendar(2022, 2023);
const third = period('2022Q3');
const units = ['fagaiwei', 'gongxinju', 'zhengfawei', 'nongyeju', 'runzhou'].map((key) => ({
  ...unit(key),
  receipted: true,
}));

function seenAt(instant: string, facts: Partial<RehearsalView>): RehearsalView {
  return view({ phase: 'issued', instant: on(instant, 9), units, ...facts });
}

function acts(name: string, seen: RehearsalView): readonly string[] {
  return plannedActs(readScenario(name), seen, calendar).map(({ at, by, act }) => `${act.type} ${at} ${by.seat}`);
}

const returnOf = (unitId: string, facts: Partial<ViewedReturn> = {}) => owed(unitId, { period: third, ...facts });

describe('the people of a unit', () => {
  it('save, ask and submit two working days before the due day, the head in the afternoon', () => {
    const at = (stage: ViewedReturn['stage'], instant: string) =>
      acts('ordinary', seenAt(instant, { returns: [returnOf('fagaiwei', { stage })] }));
    expect(at('open', '2022-10-01')).toEqual([`saveRows ${on('2022-10-10', 10)} officer`]);
    expect(at('saved', '2022-10-10')).toEqual([`askHeadApproval ${on('2022-10-10', 10)} officer`]);
    expect(at('asked', '2022-10-10')).toEqual([`submitReturn ${on('2022-10-10', 15)} head`]);
  });

  it('sign a print where the scenario says so, which the officer records in the afternoon', () => {
    const seen = seenAt('2022-10-10', { returns: [returnOf('fagaiwei', { stage: 'saved' })] });
    const scenario = { ...readScenario('ordinary'), onPaper: ['fagaiwei'] };
    expect(plannedActs(scenario, seen, calendar)).toMatchObject([
      {
        at: on('2022-10-10', 15),
        by: { seat: 'officer' },
        act: { type: 'submitReturn' },
        signature: { signer: { seat: 'head' }, signedOn: '2022-10-10' },
      },
    ]);
  });

  it('submit a contribution and district figures without the head', () => {
    const kinds = ['contribution', 'district-figures'] as const;
    for (const kind of kinds) {
      const returns = [returnOf('runzhou', { kind, stage: 'saved', due: plainDate('2022-09-30') })];
      expect(acts('ordinary', seenAt('2022-09-28', { returns }))).toEqual([
        `submitReturn ${on('2022-09-28', 10)} officer`,
      ]);
    }
  });

  it('file late, or never, as their scenario says', () => {
    const late = seenAt('2022-10-01', { returns: [returnOf('zhengfawei')] });
    expect(acts('ordinary', late)).toEqual([`saveRows ${on('2022-10-24', 10)} officer`]);
    const never = seenAt('2022-10-01', { returns: [returnOf('nongyeju')] });
    expect(acts('silent-unit', never).filter((act) => act.startsWith('saveRows'))).toEqual([]);
  });

  it('bring rows that came back on the day that the scenario says', () => {
    const sentBack = { version: 2, sentBackOn: plainDate('2022-10-19'), due: plainDate('2022-10-24') };
    const seen = seenAt('2022-10-19', { returns: [returnOf('gongxinju', sentBack)] });
    expect(acts('sent-back', seen)).toEqual([`saveRows ${on('2022-10-26', 10)} officer`]);
  });

  it('finish a second version on the day on which they began it, though nothing says any more when it came back', () => {
    const begun = { version: 2, sentBackOn: null, due: plainDate('2022-10-24') };
    const saved = seenAt('2022-10-26', { returns: [returnOf('gongxinju', { ...begun, stage: 'saved' })] });
    expect(acts('sent-back', saved)).toEqual([`askHeadApproval ${on('2022-10-26', 10)} officer`]);
    const asked = seenAt('2022-10-26', { returns: [returnOf('gongxinju', { ...begun, stage: 'asked' })] });
    expect(acts('sent-back', asked)).toEqual([`submitReturn ${on('2022-10-26', 15)} head`]);
  });

  it('receipt the notice on the first working day after the issue, and once', () => {
    const open = seenAt('2022-08-22', { units: [unit('fagaiwei')] });
    expect(acts('ordinary', open)).toEqual([`receiptNotice ${on('2022-08-23', 10)} officer`]);
    expect(acts('ordinary', seenAt('2022-08-22', {}))).toEqual([]);
  });
});

describe('the people of the office', () => {
  const review = (unitId: string, facts: Partial<ViewedReview> = {}): ViewedReview => ({
    unitId,
    kind: 'progress',
    period: third,
    version: 1,
    submittedAt: on('2022-10-10', 15),
    makers: [],
    notBy: [],
    rows: [row({ taskNumber: '9' }), row({ taskNumber: '18', subjectId: 'whole/y' })],
    ...facts,
  });
  const reviews = (name: string, each: ViewedReview) =>
    plannedActs(readScenario(name), seenAt('2022-10-10', { reviews: [each] }), calendar);

  it('review after two working days, and after seven where they are late', () => {
    expect(reviews('ordinary', review('gongxinju')).map(({ at }) => at)).toEqual([on('2022-10-12', 16, 30)]);
    expect(reviews('office-late', review('gongxinju')).map(({ at }) => at)).toEqual([on('2022-10-19', 16, 30)]);
  });

  it('leave the unit in which they sit, and what they made, to another', () => {
    expect(reviews('ordinary', review('gongxinju'))[0]?.by).toEqual(person('office', 'office', 1));
    expect(reviews('ordinary', review('fagaiwei'))[0]?.by).toEqual(person('office', 'office', 2));
    const made = review('gongxinju', { makers: ['office-office-1'] });
    expect(reviews('ordinary', made)[0]?.by).toEqual(person('office', 'office', 2));
    expect(reviews('ordinary', review('fagaiwei', { makers: ['office-office-2'] }))).toEqual([]);
  });

  it('send back the rows that the scenario names, in the round that it names', () => {
    const sentBack = (version: number) =>
      reviews('sent-back', review('fagaiwei', { version })).map(({ act }) =>
        act.type === 'reviewReturn' ? act.sendBack.map(({ subjectId }) => subjectId) : [],
      );
    expect(sentBack(1)).toEqual([['whole/x']]);
    expect(sentBack(2)).toEqual([[]]);
  });
});

describe('acts in their order', () => {
  const seen = seenAt('2022-10-10', { returns: [returnOf('gongxinju'), returnOf('fagaiwei')] });
  const planned = plannedActs(readScenario('many-leads'), seen, calendar);

  it('come by instant, then by key, whatever the order in which they were found', () => {
    expect(planned.map(({ key }) => key)).toEqual([
      'progress/fagaiwei/2022Q3/v1/save',
      'progress/gongxinju/2022Q3/v1/save',
    ]);
  });

  it('lie ahead until their instant has come', () => {
    expect(nextActInstant(planned, on('2022-10-10', 9))).toBe(on('2022-10-10', 10));
    expect(nextActInstant(planned, on('2022-10-10', 10))).toBeNull();
  });
});
