import type { Light } from '../domain/task/task-state.ts';
import type { PlanPhase } from '../domain/plan/plan-state.ts';
import { lightNames } from '../domain/task/light-sentence.ts';
import { type Period, quarterLabel } from '../domain/calendar/quarter.ts';
import { type Instant, epochOf, instantOfEpoch } from '../domain/instant.ts';

/** What phases of a plan are called. */
export const phaseNames: Readonly<Record<PlanPhase, string>> = {
  none: '无',
  draft: '分解稿',
  consultation: '征求意见中',
  approval: '报审中',
  approved: '已审定，待印发',
  issued: '已交办',
};

/** `正常 40，滞后 2`: counts by light, the worst first. */
export function lightCounts(counts: Readonly<Record<string, number>>): string {
  const order: readonly Light[] = [
    'far-behind',
    'behind',
    'no-plan',
    'near-due',
    'awaiting-statistics',
    'suspended',
    'recovered',
    'on-track',
  ];
  return order
    .filter((light) => (counts[light] ?? 0) > 0)
    .map((light) => `${lightNames[light]} ${counts[light]}`)
    .join('，');
}

/** A period as people write it; `plan` is what belongs to none. */
export function periodText(period: Period | 'plan'): string {
  return period === 'plan' ? '全年' : quarterLabel(period);
}

/** A moment in Asia/Shanghai, `2022-08-22 09:00`. */
export function localTime(moment: Instant): string {
  return instantOfEpoch(epochOf(moment) + 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ');
}

/** What has become of a mail. */
export const mailStateNames: Readonly<Record<string, string>> = {
  due: '待发',
  claimed: '待发',
  sending: '发送中',
  accepted: '已送达',
  retry: '待重试',
  failed: '失败',
  ambiguous: '结果不明',
};
