import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCode } from '../../domain/check-code.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { readYearEnd } from '../../store/papers/year-end.ts';
import { yearSummary } from '../../store/plan/year-summary.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { freshDatabase } from '../support/database.ts';
import { type RehearsedPlan, clerk, issue, on, playThirdQuarter, rehearse } from './plan/rehearsed-plan.ts';

let store: OpenStore;
let plan: RehearsedPlan;

beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  store = openStore({ url: appUrl, size: 2, name: 'test' });
  await loadSeeds(store, on('2022-08-01'), true);
  plan = await rehearse(store);
});
afterAll(() => store.close());

const printed = () => readYearEnd(store, { planId: plan.planId, day: plainDate('2023-02-08') });

describe('the summary of the year for the leader', () => {
  it('is refused before the issue, which makes the rows', async () => {
    await expect(printed()).rejects.toMatchObject({ code: 'not-issued' });
  });

  it('has every row with its ending, the office’s reason and the day that it named, and those that have none', async () => {
    await issue(store, plan);
    await playThirdQuarter(plan);
    await plan.advance(on('2023-01-18'));
    const reason = await plan.write('ending/reason', '未报送年终情况，经核实尚余500个基站。');
    const until = plainDate('2023-06-30');
    const row = { subjectId: '1', ending: 'unfinished', until, value: null, reason } as const;
    await plan.actOnTask('1', { type: 'decideEndings', by: clerk, rows: [row] }, on('2023-01-18'));
    expect(await printed()).toMatchObject({
      taskCount: 2,
      rows: [
        {
          taskNumber: '1',
          title: '新增5G基站',
          unit: '市工信局',
          value: 900,
          ending: 'unfinished',
          cause: '未报送年终情况，经核实尚余500个基站。',
          until: '2023-06-30',
        },
        { taskNumber: '2', unit: '市发改委', ending: 'open', value: null, cause: '', until: null },
      ],
    });
  });

  it('has the check code of what the leader is asked, another one after another decision', async () => {
    const before = await printed();
    expect(before.checkCode).toBe(checkCode((await yearSummary(store, plan.planId)).summaryHash));
    const reason = await plan.write('ending/2', '未报送年终情况，转入下年度。');
    const { rows } = await store.pool.query<{ readonly id: string }>('SELECT id FROM subject WHERE task_id = $1', [
      plan.taskId('2'),
    ]);
    const row = { ending: 'carried-over', until: null, value: null, reason } as const;
    const decided = rows.map(({ id }) => ({ ...row, subjectId: id }));
    await plan.actOnTask('2', { type: 'decideEndings', by: clerk, rows: decided }, on('2023-01-18', 11));
    const after = await printed();
    expect(after.rows[1]).toMatchObject({ ending: 'carried-over', cause: '未报送年终情况，转入下年度。' });
    expect(after.checkCode).not.toBe(before.checkCode);
  });
});
