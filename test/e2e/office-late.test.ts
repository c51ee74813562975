import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf, unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { type PlayedObligation, distinct, eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('an office that reviews seven working days after each return', () => {
  let stage: RehearsalStage;
  let planId: string;
  let reviewed: readonly PlayedObligation[];

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play({ ...readScenario('office-late'), until: plainDate('2022-10-21') });
    const obligations = await obligationsOf(stage.store, planId);
    reviewed = obligations.filter(
      ({ kind, period }) => kind === 'stage-plan' || (kind === 'progress' && period === '2022Q3'),
    );
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('passes its own limits of 14 September and 17 October, which is noted on the days after', async () => {
    const limits = distinct(reviewed.map(({ kind, submittedOn, reviewDue }) => `${kind} ${submittedOn} ${reviewDue}`));
    expect(limits).toEqual(['progress 2022-10-10 2022-10-17', 'stage-plan 2022-09-06 2022-09-14']);
    const noted = await eventsOf(stage.store, planId, 'reviewsOverdue');
    expect(distinct(noted.map(({ event }) => event.at))).toEqual([
      '2022-09-14T16:00:00.000Z',
      '2022-10-17T16:00:00.000Z',
    ]);
    const ids = noted.flatMap(({ event }) => event['obligationIds']).length;
    expect(ids).toBe(reviewed.length);
    expect(reviewed.filter(({ reviewOverdue }) => !reviewOverdue)).toEqual([]);
  });

  it('is told so by mail on these days, and no unit is', async () => {
    const told = (await mailsOf(stage.store, planId)).filter(({ letters }) =>
      letters.some(({ kind }) => kind === 'review-overdue'),
    );
    expect(distinct(told.map(({ person }) => person))).toEqual([
      'shuziban-office-1',
      'shuziban-office-2',
      'shuziban-office-3',
    ]);
    expect(distinct(told.map(({ planDay }) => planDay))).toEqual(['2022-09-15', '2022-10-18']);
    expect(told[0]?.text).toContain('阶段计划审核超期');
    expect(told[0]?.text).toContain('应于9月14日审核，已逾期1个工作日');
  });

  it('makes no unit late, whose clock stands while the office reviews', () => {
    expect(reviewed.filter(({ late, overdue }) => late || overdue)).toEqual([]);
    expect(distinct(reviewed.map(({ state }) => state))).toEqual(['accepted']);
  });

  it('has the host unit’s rows reviewed by another person than the one who sits in it, marked 本单位', async () => {
    const accepted = await eventsOf(stage.store, planId, 'rowsAccepted');
    const isHosts = (id: unknown) => String(id).includes(unitIdOf('fagaiwei'));
    const own = accepted.filter(({ event }) => isHosts(event['obligationId']));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter(({ event }) => event['ownUnit'] !== true)).toEqual([]);
    const reviewers = (events: typeof accepted) =>
      distinct(events.map(({ event }) => (event['by'] as { personId: string }).personId));
    expect(reviewers(own)).toEqual([personIdOf('shuziban-office-2')]);
    const others = accepted.filter((each) => !own.includes(each));
    expect(others.filter(({ event }) => event['ownUnit'] === true)).toEqual([]);
    expect(reviewers(others)).toEqual([personIdOf('shuziban-office-1')]);
  });
});
