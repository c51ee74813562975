import { describe, expect, it } from 'vitest';
import { personIdOf } from '../../../domain/duban-namespace.ts';
import { uuid5 } from '../../../domain/ids.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { findingActs } from '../../../domain/rehearsal/finding-acts.ts';
import { objectionActs } from '../../../domain/rehearsal/objection-acts.ts';
import type { RehearsalView, ViewedFinding, ViewedSheet } from '../../../domain/rehearsal/rehearsal-view.ts';
import { seatActs } from '../../../domain/rehearsal/seat-acts.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { on, person, unit, view } from './rehearsal-views.ts';

const planId = '5e1c0a52-6f0c-5d0e-9b1f-2d6a1f3c8a47';
const checked = readScenario('finding-objection');
const seats = readScenario('contacts-change');
const findingId = uuid5(planId, 'finding/chengguan');
const seen = (facts: Partial<RehearsalView>) =>
  view({
    phase: 'issued',
    instant: on('2022-10-12'),
    units: [unit('chengguanju'), unit('yingjiju'), unit('nongyeju'), unit('zhengfawei'), unit('gongxinju')],
    supervisors: [person('supervision', 'supervisor', 1), person('supervision', 'supervisor', 2)],
    tasks: [
      {
        taskId: 'task-14',
        number: '14',
        subjects: [
          { subjectId: '2', unitId: 'chengguanju', kind: 'deliverable', title: '加快建设智能化城市管理服务平台' },
          { subjectId: '4', unitId: 'yingjiju', kind: 'deliverable', title: '建设一体化应急管理综合应用平台' },
        ],
        obligations: [],
      },
      {
        taskId: 'task-20',
        number: '20',
        subjects: [
          {
            subjectId: '1',
            unitId: 'nongyeju',
            kind: 'deliverable',
            title: '建立模式统一、数据共享的质量安全智慧监管体系',
          },
        ],
        obligations: [],
      },
    ],
    ...facts,
    planId,
  });
const finding = (facts: Partial<ViewedFinding>): ViewedFinding => ({
  findingId,
  taskId: 'task-14',
  taskNumber: '14',
  subjectId: '2',
  unitId: 'chengguanju',
  phase: 'open',
  openedOn: plainDate('2022-10-19'),
  statementDue: plainDate('2022-10-26'),
  isStated: false,
  concludedOn: null,
  ...facts,
});
const told = (acts: ReturnType<typeof findingActs>) => acts.map(({ act, at, by }) => `${act.type} ${at} ${by.seat}`);

describe('people about a finding', () => {
  it('check by two, hear the unit, and conclude after it has spoken', () => {
    const opening = findingActs(checked, seen({}));
    expect(told(opening)).toContain(`openFinding ${on('2022-10-19', 10)} supervisor`);
    expect(opening[0]?.act).toMatchObject({ checkers: ['supervision-supervisor-1', 'supervision-supervisor-2'] });
    const of = (facts: Partial<ViewedFinding>) =>
      told(findingActs(checked, seen({ findings: [finding(facts)] }))).filter((each) => !each.startsWith('open'));
    expect(of({})).toEqual([`stateOnFinding ${on('2022-10-21', 15)} head`]);
    expect(of({ isStated: true })).toEqual([`concludeFinding ${on('2022-10-25', 16, 30)} supervisor`]);
    expect(of({ isStated: true, phase: 'concluded' })).toEqual([]);
  });
});

describe('people about an objection', () => {
  const concluded = finding({ isStated: true, phase: 'concluded', concludedOn: plainDate('2022-10-25') });
  const filed = (firstDeciders: readonly string[]): Partial<RehearsalView> => ({
    findings: [concluded],
    objections: [
      {
        objectionId: 'o1',
        phase: 'open',
        target: { kind: 'finding', taskId: 'task-14', findingId, seq: 9 },
        unitId: 'chengguanju',
        filedOn: plainDate('2022-11-24'),
        answerDue: plainDate('2022-12-22'),
        firstDeciders,
      },
    ],
  });

  it('wait for the decision before they object to it', () => {
    expect(objectionActs(checked, seen({ findings: [finding({})] }))).toEqual([]);
    expect(told(objectionActs(checked, seen({ findings: [concluded] })))).toEqual([
      `fileObjection ${on('2022-11-24', 15)} head`,
    ]);
  });

  it('have somebody answer who made no part of the decision', () => {
    const deciderAfter = (persons: readonly string[]) => objectionActs(checked, seen(filed(persons)))[0]?.by.personId;
    expect(deciderAfter([])).toBe('supervision-supervisor-1');
    expect(deciderAfter(['supervision-supervisor-1', 'supervision-supervisor-2'])).toBe('office-office-1');
  });
});

describe('people about seats', () => {
  const stage = (sheets: readonly ViewedSheet[], onPaper: readonly string[] = []) =>
    seatActs({ ...seats, onPaper }, seen({ sheets })).filter(({ key }) => key.startsWith('sheet'));

  it('draft the change of contacts, ask the head, and have it approved', () => {
    const key = 'gongxinju/contacts';
    expect(told(stage([]))).toEqual([`draftSheet ${on('2022-09-20', 10)} officer`]);
    expect(told(stage([{ key, phase: 'drafted', version: 1 }]))).toEqual([
      `askSheetApproval ${on('2022-09-20', 11)} officer`,
    ]);
    expect(told(stage([{ key, phase: 'asked', version: 1 }]))).toEqual([`approveSheet ${on('2022-09-20', 15)} head`]);
    expect(told(stage([{ key, phase: 'performed', version: 1 }]))).toEqual([]);
    expect(stage([{ key, phase: 'drafted', version: 1 }], ['gongxinju'])).toMatchObject([
      { act: { type: 'approveSheet' }, by: { seat: 'officer' }, signature: { signer: { seat: 'head' } } },
    ]);
  });

  it('authorise a deputy once', () => {
    const deputies = (known: RehearsalView['deputies']) =>
      seatActs(seats, seen({ deputies: known })).filter(({ key }) => key.startsWith('deputy'));
    expect(told(deputies([]))).toEqual([`authoriseDeputy ${on('2022-09-30', 9, 30)} head`]);
    const deputyId = personIdOf('gongxinju-officer-b');
    const validFrom = plainDate('2022-10-08');
    expect(deputies([{ unitId: 'gongxinju', seat: 'head', deputyId, validFrom }])).toEqual([]);
  });
});
