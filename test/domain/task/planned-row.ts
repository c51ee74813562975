import { lightSentence } from '../../../domain/task/light-sentence.ts';
import type { IssuedSubject } from '../../../domain/task/issued-subject.ts';
import type { RowPlan } from '../../../domain/task/task-state.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import {
  type Played,
  issued,
  numberItem,
  on,
  report,
  row,
  rowPlan,
  stagePlan,
  subjectIn,
  takenAndAccepted,
} from './task-play.ts';

/** Row 1 of `industry` with an accepted stage plan. */
export function planned(plan: Partial<RowPlan>, item: Partial<IssuedSubject> = {}): Played {
  const subjects = [numberItem('1', 'industry', item)];
  return takenAndAccepted(issued({ subjects }), stagePlan('industry', on('2022-09-06'), { 1: rowPlan(plan) }));
}

/** The third quarter's report of row 1, accepted on 14 October. */
export function third(played: Played, value: number | null, changes: Parameters<typeof row>[2] = {}): Played {
  return takenAndAccepted(
    played,
    report('industry', '2022Q3', on('2022-10-10', 15), [row('1', value, changes)]),
    on('2022-10-14'),
  );
}

/** The fourth quarter's report of row 1, accepted on 11 January. */
export function fourth(played: Played, value: number | null, changes: Parameters<typeof row>[2] = {}): Played {
  const taken = report('industry', '2022Q4', on('2023-01-06'), [row('1', value, changes)]);
  return takenAndAccepted(played, taken, on('2023-01-11'));
}

/** The sentence that explains the row's light. */
export function sentence(played: Played, id = '1'): string {
  const { light } = subjectIn(played, id);
  return light === null ? '' : lightSentence(light);
}

/** A curve that wants 900 by the end of September. */
export const curve = [{ day: plainDate('2022-09-30'), value: 900 }];

/** Four milestones, two of them due by the end of September. */
export const milestones = [
  { id: 'a', title: '完成方案', due: plainDate('2022-09-15') },
  { id: 'b', title: '启动建设', due: plainDate('2022-09-30') },
  { id: 'c', title: '主体完工', due: plainDate('2022-11-30') },
  { id: 'd', title: '投入使用', due: plainDate('2022-12-31') },
];
/** What makes a row one without a number. */
export const deliverable = { kind: 'deliverable', target: null } as const;
