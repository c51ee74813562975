import { plainDate } from '../../../../domain/plain-date.ts';
import { readNotice } from '../../../../domain/notice/read-notice.ts';
import { draftPlan } from '../../../../domain/plan/draft-plan.ts';
import type { EarlierPlan } from '../../../../domain/plan/roll-over/rows-to-carry.ts';
import { rollOverPoints } from '../../../../domain/plan/roll-over/roll-over-points.ts';
import { issuedTasks } from '../amendment/running-zhenjiang.ts';
import { register } from '../zhenjiang.ts';

/** The notice of the year after the shipped one: some work goes on under other words and numbers, some is new. */
export const nextText = `2023年镇江市数字经济发展工作要点
到2025年,数字经济核心产业增加值占地区生产总值比重力争达到12%左右。
一、重点工作
(一)夯实数字基础设施
1.加快信息基础设施建设。持续推进5G网络建设,年内新建5G基站1600个。(市通管办、市工信局牵头)
2.培育数字人才。举办数字技能大赛3场。(市人社局牵头)
`;

/** The shipped plan a year later: every row is over but those of the tasks named, which are carried over 结转. */
export function earlierYear(...carriedOver: readonly string[]): EarlierPlan {
  const tasks = issuedTasks.map(({ state }) => ({
    ...state,
    phase: 'ended' as const,
    subjects: state.subjects.map((subject) => ({
      ...subject,
      ending: {
        ending: carriedOver.includes(state.number) ? ('carried-over' as const) : ('completed' as const),
        on: plainDate('2023-01-20'),
        until: null,
        asked: false,
      },
    })),
  }));
  return { planId: 'plan-of-2022', planYear: 2022, tasks };
}

/** The draft of the next notice with its points, those of the roll-over last. */
export function rolledOver(earlier: EarlierPlan, text = nextText) {
  const basis = { planId: '0f0e0d0c-0b0a-4908-8706-050403020199', planYear: 2023, register, text };
  const drafted = draftPlan(readNotice(text), basis);
  return { ...drafted, points: [...drafted.points, ...rollOverPoints(earlier, drafted)], register, text };
}
