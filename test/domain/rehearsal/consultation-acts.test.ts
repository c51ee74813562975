import { describe, expect, it } from 'vitest';
import { plannedActs } from '../../../domain/rehearsal/planned-acts.ts';
import type { RehearsalView } from '../../../domain/rehearsal/rehearsal-view.ts';
import type { ItemDraft, TaskDraft } from '../../../domain/plan/task-draft.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { taskOf } from '../plan/plan-play.ts';
import { on, unit, view } from './rehearsal-views.ts';

const calendar = seedCalendar(2022, 2023);
const consultation = readScenario('consultation');
const acts = (seen: RehearsalView) => plannedActs(consultation, seen, calendar);
const told = (seen: RehearsalView) => acts(seen).map(({ at, key, by, act }) => [at, key, by.seat, act.type]);

describe('the people of a rehearsal before the issue', () => {
  it('settle the open points before they begin the consultation', () => {
    const draft = view({ phase: 'draft', instant: on('2022-08-15', 8) });
    expect(told({ ...draft, openPoints: 3 })).toEqual([[on('2022-08-15', 9), 'settle', 'office', 'settle']]);
    expect(told(draft).map(([, , , type]) => type)).toEqual(['beginConsultation']);
  });

  it('answer within three working days: the officer alone 无意见, the head where there is an opinion', () => {
    const seen = view({
      phase: 'consultation',
      instant: on('2022-08-15', 10),
      units: ['jiaotongju', 'bianban', 'gongxinju'].map(unit),
    });
    const answers = acts(seen).filter(({ act }) => act.type === 'answerConsultation');
    expect(answers.map(({ by }) => `${by.unitId} ${by.seat}`).toSorted()).toEqual([
      'gongxinju officer',
      'jiaotongju head',
    ]);
    const opinion = answers.find(({ by }) => by.unitId === 'jiaotongju');
    expect(opinion?.at).toBe(on('2022-08-17', 15));
    expect(opinion?.act).toMatchObject({ opinions: [{ taskNumber: '17' }] });
    const days = answers.map(({ at }) => at);
    expect(days.every((at) => at >= on('2022-08-16', 10) && at <= on('2022-08-18', 15))).toBe(true);
  });

  it('answer on another day with another seed', () => {
    const seen = view({
      phase: 'consultation',
      instant: on('2022-08-15', 10),
      units: Array.from({ length: 20 }, (_, index) => unit(`unit-${index}`)),
    });
    const days = (seed: number) =>
      plannedActs({ ...consultation, seed }, seen, calendar).map(({ at, key }) => key + at);
    expect(days(1)).toEqual(days(1));
    expect(days(1)).not.toEqual(days(2));
  });

  it('word an item anew before they decide the opinion on it', () => {
    const title = '完成G312宁镇段智慧公路设计';
    const item: ItemDraft = {
      id: '1',
      quote: title,
      span: [0, 1],
      unitId: 'jiaotongju',
      kind: 'deliverable',
      title,
      target: null,
      commitment: 'binding',
      due: plainDate('2022-12-31'),
      dueBasis: 'stated',
      tracked: false,
      shares: [],
    };
    const draft: TaskDraft = { ...taskOf('17', ['jiaotongju', 'support']), items: [item] };
    const opinion = { id: 'o1', unitKey: 'jiaotongju', taskNumber: '17', decision: 'none' } as const;
    const seen = view({
      phase: 'consultation',
      instant: on('2022-08-18', 16),
      opinions: [opinion],
      drafts: [draft],
    });
    expect(acts(seen)[0]).toMatchObject({ at: on('2022-08-18', 16, 30), act: { type: 'reviseItem', from: title } });
    const revised = { ...draft, items: [{ ...item, title: '完成G312宁镇段智慧公路施工图设计并通过审查' }] };
    expect(acts({ ...seen, drafts: [revised] })[0]).toMatchObject({
      act: { type: 'decideOpinion', opinionId: 'o1', decision: 'adopted' },
    });
  });

  it('ask for the approval only when every opinion is decided, and the leader approves the same day', () => {
    const seen = view({ phase: 'consultation', instant: on('2022-08-18', 17) });
    expect(acts(seen).map(({ act, at }) => `${act.type} ${at.slice(0, 10)}`)).toEqual(['askApproval 2022-08-19']);
    const approval = view({ phase: 'approval', instant: on('2022-08-19', 9) });
    expect(told(approval)).toEqual([[on('2022-08-19', 15), 'approveBreakdown', 'leader', 'approveBreakdown']]);
    const approved = view({ phase: 'approved', instant: on('2022-08-19', 15) });
    expect(told(approved)).toEqual([[on('2022-08-22', 8, 30), 'issuePlan', 'office', 'issuePlan']]);
  });

  it('do in the next hour of work what they should have done already, and nothing after the last day', () => {
    const late = view({ phase: 'approved', instant: on('2022-09-09', 16) });
    expect(told(late)).toEqual([[on('2022-09-13', 10), 'issuePlan', 'office', 'issuePlan']]);
    const ends = { ...consultation, until: plainDate('2022-09-09') };
    expect(plannedActs(ends, late, calendar)).toEqual([]);
  });
});
