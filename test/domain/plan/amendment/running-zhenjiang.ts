import type { RunningPlan } from '../../../../domain/plan/amendment/item-subjects.ts';
import { taskStart } from '../../../../domain/task/start.ts';
import { type Played, actor, issued, on } from '../../task/task-play.ts';
import { zhenjiang } from '../zhenjiang.ts';

/** The tasks of the shipped notice as they were issued, every one with the items that were proposed for it. */
export const issuedTasks: readonly Played[] = zhenjiang.drafts.map((draft) => {
  const facts = {
    planId: '0f0e0d0c-0b0a-4908-8706-050403020100',
    planYear: 2022,
    breakdownHash: '0'.repeat(64),
    issuedAt: on('2022-08-22', 9),
    issuedBy: actor('office', 'dev-reform'),
  };
  return issued(taskStart(draft, facts));
});

/** The plan of these tasks. */
export const running: RunningPlan = {
  tasks: zhenjiang.drafts.flatMap((draft, index) => {
    const state = issuedTasks[index]?.state;
    return state === undefined ? [] : [{ draft, state }];
  }),
  isIssuedText: true,
};
