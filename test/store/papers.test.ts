import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { period } from '../../domain/calendar/quarter.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { readApproval } from '../../store/papers/approval.ts';
import { readBreakdown } from '../../store/papers/breakdown.ts';
import { readAdoption, readConsultation } from '../../store/papers/consultation.ts';
import { readIssue } from '../../store/papers/issue.ts';
import { readQuarter } from '../../store/papers/quarter.ts';
import { readRegister } from '../../store/papers/register.ts';
import { readReturnSheet } from '../../store/papers/return-sheet.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { freshDatabase } from '../support/database.ts';
import { type RehearsedPlan, issue, on, playThirdQuarter, q3, rehearse } from './plan/rehearsed-plan.ts';

const q3Period = period('2022Q3');
const gongxinju = unitIdOf('gongxinju');
const onDay = (plan: RehearsedPlan, day: string) => ({ planId: plan.planId, day: plainDate(day) });

let store: OpenStore;
let draft: RehearsedPlan;
let plan: RehearsedPlan;

beforeAll(async () => {
  const { appUrl } = await freshDatabase();
  store = openStore({ url: appUrl, size: 4, name: 'test' });
  await loadSeeds(store, on('2022-08-01'), true);
  draft = await rehearse(store);
  plan = await rehearse(store);
  await issue(store, plan);
  await playThirdQuarter(plan);
});
afterAll(() => store.close());

describe('papers before the issue', () => {
  it('show the breakdown with its units by name and the version that stands', async () => {
    const data = await readBreakdown(store, onDay(draft, '2022-08-15'));
    expect(data).toMatchObject({
      isIssued: false,
      head: {
        isRehearsal: true,
        issuer: '镇江市数字经济工作领导小组办公室',
        documentNumber: '镇数字发〔2022〕4号',
        day: '2022-08-15',
        contact: { phone: expect.stringMatching(/^0511-/) },
      },
      tasks: [
        {
          number: '1',
          leads: ['市工信局'],
          supports: ['市发改委'],
          items: [{ title: '新增5G基站', unit: '市工信局' }],
        },
        { number: '2', leads: ['市发改委'], supports: ['市工信局'], items: [] },
      ],
    });
  });

  it('address one unit or all of them, with its tasks alone', async () => {
    const all = await readConsultation(store, onDay(draft, '2022-08-15'));
    expect(new Set(all.units)).toEqual(new Set(['市发改委', '市工信局']));
    const one = await readConsultation(store, { ...onDay(draft, '2022-08-15'), unitId: unitIdOf('kejiju') });
    expect(one).toMatchObject({ units: ['市科技局'], tasks: [], due: null });
  });

  it('refuse what comes only with the issue', async () => {
    const question = onDay(draft, '2022-08-15');
    await expect(readIssue(store, question)).rejects.toMatchObject({ code: 'not-issued' });
    await expect(readRegister(store, question)).rejects.toMatchObject({ code: 'not-issued' });
    await expect(readQuarter(store, { ...question, period: q3Period })).rejects.toMatchObject({
      code: 'period-not-open',
    });
  });

  it('bind the leader’s sheet to the breakdown: another plan’s has another check code', async () => {
    const [one, other] = [
      await readApproval(store, onDay(draft, '2022-08-15')),
      await readApproval(store, onDay(plan, '2022-10-20')),
    ];
    expect(one.checkCode).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/);
    expect(one.checkCode).not.toBe(other.checkCode);
    expect(one.facts[0]).toContain('共分解工作任务2项、具体事项1项，涉及单位2个');
    expect(other.facts[1]).toContain('已征求2个单位意见：无意见2个，有意见0个，逾期未反馈0个');
  });
});

describe('papers of the running year', () => {
  it('tell who answered the consultation', async () => {
    expect(await readAdoption(store, onDay(plan, '2022-10-20'))).toMatchObject({
      consulted: expect.arrayContaining(['市工信局', '市发改委']),
      withoutOpinion: expect.arrayContaining(['市工信局', '市发改委']),
      withOpinions: [],
      lapsed: [],
      rows: [],
    });
  });

  it('hand over with every day by which something is owed', async () => {
    expect(await readIssue(store, { ...onDay(plan, '2022-08-22'), unitId: gongxinju })).toMatchObject({
      units: ['市工信局'],
      issuedOn: '2022-08-22',
      receiptDue: '2022-08-25',
      stagePlanDue: '2022-09-08',
      firstReturn: { label: '2022年第三季度', due: '2022-10-12' },
    });
  });

  it('print a return in its second version with what that version says', async () => {
    const data = await readReturnSheet(store, {
      ...onDay(plan, '2022-10-20'),
      unitId: gongxinju,
      kind: q3.kind,
      period: q3Period,
    });
    expect(data).toMatchObject({
      unit: '市工信局',
      version: 2,
      due: '2022-10-12',
      number: expect.stringMatching(/^2022-[0-9A-F]{8}$/),
    });
    expect(data.rows).toMatchObject([
      {
        taskNumber: '1',
        task: '推进5G建设',
        title: '新增5G基站',
        value: 900,
        previousValue: 600,
        done: '已建成900个基站，其中丹阳市300个。',
      },
    ]);
  });

  it('refuse a return in which nobody has written', async () => {
    const question = { ...onDay(plan, '2022-10-20'), unitId: unitIdOf('fagaiwei'), kind: q3.kind, period: q3Period };
    await expect(readReturnSheet(store, question)).rejects.toMatchObject({ code: 'return-empty' });
  });

  it('show in the register what was planned, reported and found, and by whom', async () => {
    const { period: shown, rows } = await readRegister(store, onDay(plan, '2022-10-20'));
    expect(shown).toBe('2022Q4');
    expect(rows).toMatchObject([
      {
        number: '1',
        unit: '市工信局',
        leads: ['市工信局'],
        supports: ['市发改委'],
        value: 900,
        expected: 1400,
        reportedPeriod: '2022Q3',
        done: '已建成900个基站，其中丹阳市300个。',
        light: { cause: { kind: 'value', value: 900 } },
        officers: [{ phone: expect.stringMatching(/^0511-/) }, {}],
        remark: '',
      },
      { number: '2', unit: '市发改委', value: null, reportedPeriod: null, remark: '2022年第三季度逾期未报' },
    ]);
  });

  it('show on an earlier day what was known on it', async () => {
    const { rows } = await readRegister(store, onDay(plan, '2022-10-07'));
    expect(rows).toMatchObject([{ value: null, reportedPeriod: null, done: '', remark: '' }, { remark: '' }]);
  });

  it('count the quarter by unit and group, and name what is behind', async () => {
    const data = await readQuarter(store, { ...onDay(plan, '2022-10-20'), period: q3Period });
    expect(data).toMatchObject({
      taskCount: 2,
      itemCount: 1,
      due: '2022-10-12',
      groups: [{ name: '夯实基础', rows: 2 }],
    });
    expect(data.units).toMatchObject([
      { name: '市发改委', report: 'missing', submittedOn: null },
      { name: '市工信局', report: 'in-time', submittedOn: '2022-10-08', sentBackRows: 1 },
    ]);
    expect(data.problems.map(({ unit, light }) => [unit, light.light])).toContainEqual(['市发改委', 'far-behind']);
    expect(data.tasks[0]).toMatchObject({
      number: '1',
      texts: [{ unit: '市工信局', text: '已建成900个基站，其中丹阳市300个。' }],
    });
    const before = await readQuarter(store, { ...onDay(plan, '2022-10-07'), period: q3Period });
    expect(before.units.map(({ report }) => report)).toEqual(['not-due', 'not-due']);
  });
});
