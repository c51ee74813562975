import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { ReviewRows, TakeRows } from '../../../domain/task/task-command.ts';
import type { ContentRef } from '../../../domain/ledger/event.ts';
import { uuid5 } from '../../../domain/ids.ts';
import type { Party } from '../../../domain/task/issued-subject.ts';
import type { Obligation, RowPlan } from '../../../domain/task/task-state.ts';
import { type Played, act, actor, issued, numberItem, on } from './task-play.ts';

const namespace = '6f0f3e0a-6d0c-4c55-9f6e-0d1a4b7c2e11';
const idOf = (path: string) => uuid5(namespace, path);
const reference = (path: string): ContentRef => ({ contentId: idOf(path), commitment: 'f'.repeat(64) });

const leads = ['first', 'second'].map(idOf);
const supporting = Array.from({ length: 11 }, (_, index) => idOf(`support-${index}`));
const accountable = [...leads, ...supporting.slice(0, 3)];
const districts = Array.from({ length: 8 }, (_, index) => idOf(`district-${index}`));

const units: readonly Party[] = [
  ...leads.map((unitId) => ({ unitId, role: 'lead' as const })),
  ...supporting.map((unitId) => ({ unitId, role: 'support' as const })),
  ...districts.map((unitId) => ({ unitId, role: 'district' as const })),
].map((party, order) => ({ ...party, order, basis: 'named' }));

const plan: RowPlan = {
  baseline: 120,
  curve: ['2022-03-31', '2022-06-30', '2022-09-30'].map((day, index) => ({
    day: plainDate(day),
    value: 300 * (index + 1),
  })),
  milestones: ['03-31', '06-30', '09-30', '12-31'].map((day) => ({
    id: day,
    title: '完成全市重点园区第五代移动通信基站选址和报建手续',
    due: plainDate(`2022-${day}`),
  })),
  statisticsOn: null,
};

const continuing = { ending: 'continuing', until: plainDate('2023-12-31') } as const;

function submission(
  { id, kind, unitId, period, rows }: Obligation,
  at: ReturnType<typeof on>,
  version: number,
): TakeRows {
  const seat = kind === 'progress' || kind === 'stage-plan' ? 'head' : 'officer';
  const owed = rows.filter(({ state }) => state === 'open' || state === 'sent-back');
  const texts = { done: reference(`${id}-done`), problem: reference(`${id}-problem`), next: reference(`${id}-next`) };
  return {
    type: 'takeRows',
    kind,
    unitId,
    period,
    act: `${idOf(`return/${unitId}/${period}/${kind}`)}/${version}`,
    rows: owed.map(({ subjectId }) => ({
      subjectId,
      value: kind === 'progress' || kind === 'district-figures' ? 1234.56 : null,
      milestonesDone: kind === 'progress' ? ['03-31', '06-30'] : [],
      complete: false,
      plan: kind === 'stage-plan' ? plan : null,
      ...(kind === 'progress' && period === '2022Q4' ? { ending: continuing } : {}),
      texts,
    })),
    submittedAt: at,
    submittedBy: actor(seat, unitId, idOf(`${unitId}-head`)),
    makers: [idOf(`${unitId}-officer`), idOf(`${unitId}-writer`)],
  };
}

interface Quarter {
  readonly period: string;
  /** Days of the first version, of its being sent back, of the second, and of its acceptance. */
  readonly days: readonly string[];
}

/** Everybody submits what is owed, the office sends every reviewed row back once, and accepts the second version. */
function playQuarter(played: Played, { period, days }: Quarter, seen: (bytes: number) => void): Played {
  let now = played;
  days.forEach((day, index) => {
    const at = on(day, 10);
    const open = now.state.obligations.filter((each) => each.period === period || each.period === 'plan');
    for (const each of open) {
      const command = index % 2 === 0 ? submission(each, at, index) : reviewOf(each, index === 1);
      now = act(now, at, command);
      seen(new TextEncoder().encode(JSON.stringify(now.state)).length);
    }
  });
  return now;
}

function reviewOf({ kind, unitId, period, act: version, rows }: Obligation, isSentBack: boolean): ReviewRows {
  const subjectIds = rows.map(({ subjectId }) => subjectId);
  return {
    type: 'reviewRows',
    kind,
    unitId,
    period,
    act: version ?? '',
    accept: isSentBack ? [] : subjectIds,
    sendBack: isSentBack ? subjectIds.map((subjectId) => ({ subjectId, reason: reference(subjectId) })) : [],
    ownUnit: false,
    by: actor('office', idOf('office'), idOf('reviewer')),
  };
}

describe('the notice’s largest task: 5 accountable units, 11 supporting, 8 districts with shares, four quarters', () => {
  it('stays under 32 KiB all through a year in which everybody acts and every report is sent back once', () => {
    let most = 0;
    const seen = (bytes: number): void => {
      most = Math.max(most, bytes);
    };
    const shares = districts.map((unitId) => ({ unitId, value: 175 }));
    const subjects = accountable.map((unitId, index) =>
      numberItem(String(index + 1), unitId, {
        title: '新建第五代移动通信基站并实现县级以上城区和重点园区全覆盖',
        shares: index === 0 ? shares : [],
      }),
    );
    const start = issued({
      taskId: idOf('task'),
      planId: idOf('plan'),
      title: '加快第五代移动通信网络规模化部署，推进千兆光纤网络建设',
      parties: units,
      subjects,
      issuedAt: on('2022-01-17', 9),
    });
    const played = [
      { period: '2022Q1', days: ['2022-04-06', '2022-04-08', '2022-04-11', '2022-04-12'] },
      { period: '2022Q2', days: ['2022-07-04', '2022-07-05', '2022-07-06', '2022-07-07'] },
      { period: '2022Q3', days: ['2022-10-09', '2022-10-10', '2022-10-11', '2022-10-12'] },
      { period: '2022Q4', days: ['2023-01-04', '2023-01-05', '2023-01-06', '2023-01-09'] },
    ].reduce((now, quarter) => playQuarter(now, quarter, seen), start);
    expect(played.state.settled).toHaveLength(5 + 4 * (5 + 8 + 8));
    expect(most, `${most} bytes`).toBeLessThan(32 * 1024);
  });
});
