import { Select } from 'antd';
import { usePlans } from '../../session/use-plans.ts';

interface FollowsChoiceProps {
  readonly clock: 'real' | 'stepped';
  readonly follows: string | null;
  readonly choose: (follows: string | null) => void;
}

/**
 * Last year's plan, of whose unfinished rows each is then an open point: to go on in this year or not. A real year follows no
 * rehearsed one.
 */
export function FollowsChoice({ clock, follows, choose }: FollowsChoiceProps) {
  const { data } = usePlans();
  const earlier = (data?.rows ?? []).filter(
    (plan) => plan.issuedAt !== null && (clock === 'stepped' || plan.clock === 'real'),
  );
  if (earlier.length === 0) return null;
  return (
    <div className="row-field">
      <span>承接上年</span>
      <Select
        aria-label="承接上年"
        allowClear
        placeholder="不承接；选择上年工作要点的，其未办结事项逐条列为待定事项"
        value={follows}
        options={earlier.map(({ planId, title, planYear }) => ({ value: planId, label: `${title}（${planYear}年）` }))}
        onChange={(chosen: string | null | undefined) => choose(chosen ?? null)}
      />
    </div>
  );
}
