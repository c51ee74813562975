import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { distinct, eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

const districts = ['dantu', 'danyang', 'gaoxinqu', 'jingkou', 'jurong', 'runzhou', 'xinqu', 'yangzhong'];

describe('1,400 base stations split over eight districts, one of which files no figure for the third quarter', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('district-shares'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const rows = async <T extends object>(sql: string): Promise<readonly T[]> =>
    (await stage.store.pool.query<T>(sql, [planId])).rows;

  const filedIn = (period: string) =>
    rows<{ readonly unit: string; readonly value: number }>(
      `SELECT u.key AS unit, (submitted ->> 'value')::float AS value
       FROM obligation_row JOIN obligation o ON o.task_id = obligation_row.task_id AND o.id = obligation_id
       JOIN unit_version u ON u.unit_id = o.unit_id AND u.registry = 'registry/' || o.plan_id
       WHERE o.plan_id = $1 AND o.kind = 'district-figures' AND o.period = '${period}' AND submitted IS NOT NULL`,
    );
  const sum = (filed: readonly { readonly value: number }[]) => filed.reduce((total, { value }) => total + value, 0);
  const reportedIn = async (period: string) =>
    (await eventsOf(stage.store, planId, 'rowsTaken'))
      .filter(
        ({ task, event }) => task === '16' && event['obligationId'] === `progress/${unitIdOf('gongxinju')}/${period}`,
      )
      .flatMap(({ event }) => event['rows'] as readonly { readonly value: number | null }[])
      .flatMap(({ value }) => value ?? []);

  it('has shares that add up to the target', async () => {
    const subjects = await rows<{
      readonly target: { readonly value: number };
      readonly shares: readonly { readonly unitId: string; readonly value: number }[];
    }>(`SELECT target, shares FROM subject WHERE plan_id = $1 AND jsonb_array_length(shares) > 0`);
    expect(subjects).toHaveLength(1);
    const [item] = subjects;
    expect(item?.target.value).toBe(1400);
    expect(sum(item?.shares ?? [])).toBe(1400);
    expect(new Set(item?.shares.map(({ unitId }) => unitId))).toEqual(new Set(districts.map(unitIdOf)));
  });

  it('asks each district for its figures five working days before the report, and for no text', async () => {
    const owed = (await obligationsOf(stage.store, planId)).filter(({ unit }) => districts.includes(unit));
    expect(distinct(owed.map(({ kind, period, due }) => `${kind} ${period} ${due}`))).toEqual([
      'district-figures 2022Q3 2022-09-30',
      'district-figures 2022Q4 2022-12-30',
    ]);
    expect(owed).toHaveLength(16);
  });

  it('shows who filed nothing, and who filed late', async () => {
    const figures = (await obligationsOf(stage.store, planId)).filter(({ kind }) => kind === 'district-figures');
    const silent = figures.filter(({ submittedOn }) => submittedOn === null);
    expect(silent.map(({ unit, period, overdue }) => `${unit} ${period} ${overdue}`)).toEqual(['runzhou 2022Q3 true']);
    const late = figures.filter((each) => each.late);
    expect(late.map(({ unit, due, submittedOn }) => `${unit} ${due} ${submittedOn}`)).toEqual([
      'yangzhong 2022-12-30 2023-01-03',
    ]);
  });

  it('adds up to what the accountable unit reports, without the district that filed nothing', async () => {
    const third = await filedIn('2022Q3');
    expect(third.map(({ unit }) => unit).toSorted()).toEqual(districts.filter((unit) => unit !== 'runzhou'));
    expect([sum(third)]).toEqual(await reportedIn('2022Q3'));
    const fourth = await filedIn('2022Q4');
    expect(fourth).toHaveLength(8);
    expect([sum(fourth)]).toEqual(await reportedIn('2022Q4'));
  });

  it('reminds the silent district through the whole ladder, its head included', async () => {
    const mails = await mailsOf(stage.store, planId);
    const told = (person: string) =>
      mails
        .filter((mail) => mail.person === person)
        .filter(({ letters }) =>
          letters.some(({ obligationKind, period }) => obligationKind === 'district-figures' && period === '2022Q3'),
        )
        .map(({ planDay }) => planDay.slice(5));
    expect(told('runzhou-officer-a')).toEqual(['09-21', '09-27', '09-29', '09-30', '10-08', '10-10', '10-12']);
    expect(told('runzhou-head')).toEqual(['10-10', '10-12']);
    expect(told('danyang-officer-a')).toEqual(['09-21', '09-27']);
  });

  it('lets the accountable unit report in time, with the gap named', async () => {
    const { text } = (
      await rows<{ readonly text: string }>(
        `SELECT content.text FROM event JOIN task ON chain = 'task/' || task_id
         CROSS JOIN LATERAL jsonb_array_elements(body -> 'event' -> 'rows') AS line
         JOIN content ON content.id = (line -> 'texts' -> 'problem' ->> 'contentId')::uuid
         WHERE task.plan_id = $1 AND number = '16' AND body -> 'event' ->> 'type' = 'rowsTaken' AND content.text LIKE '%润州区%'`,
      )
    )[0] ?? { text: '' };
    expect(text).toBe('润州区未按期报送三季度数值，累计数暂未包含该区。');
  });
});
