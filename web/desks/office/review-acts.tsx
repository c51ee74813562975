import { Button } from 'antd';
import type { ReturnPageBody } from '../../../api/schemas/return.ts';
import { newActId } from '../../blocks/act/act-id.ts';
import { useActs } from '../../blocks/act/use-acts.ts';
import { useIsAsked, useUndo } from '../../blocks/undo/undo-context.ts';

interface ReviewActsProps {
  readonly planId: string;
  readonly of: ReturnPageBody['of'];
  readonly version: number;
  /** How the return is called: 市科技局2022年第三季度进展情况表. */
  readonly name: string;
}

/** Names the decision on one version of a return: whoever accepts it does not send rows of it back as well. */
export function reviewOf(planId: string, { unitId, period, kind }: ReturnPageBody['of'], version: number): string {
  return `${planId}/review/${unitId}/${period}/${kind}/${version}`;
}

/** Accepts a whole return in one act, which can be taken back for ten seconds. */
export function ReviewActs({ planId, of, version, name }: ReviewActsProps) {
  const post = useActs(planId);
  const delay = useUndo();
  const about = reviewOf(planId, of, version);
  const isAsked = useIsAsked(about);
  const accept = (): void => {
    const actId = newActId();
    delay({
      about,
      label: `审核通过：${name}`,
      send: (isLeaving) => post(actId, { type: 'reviewReturn', of, version, sendBack: [] }, isLeaving),
    });
  };
  return (
    <Button type="primary" onClick={accept} disabled={isAsked} aria-label={`全部通过：${name}`}>
      {isAsked ? '待提交' : '全部通过'}
    </Button>
  );
}
