import { Button } from 'antd';
import { useState } from 'react';
import type { ReturnPageBody } from '../../../api/schemas/return.ts';
import { newActId } from '../../blocks/act/act-id.ts';
import { useActs } from '../../blocks/act/use-acts.ts';
import { useUndo } from '../../blocks/undo/undo-context.ts';

interface ReviewActsProps {
  readonly planId: string;
  readonly of: ReturnPageBody['of'];
  readonly version: number;
  /** How the return is called: 市科技局2022年第三季度进展情况表. */
  readonly name: string;
}

/** Accepts a whole return in one act, which can be taken back for ten seconds. */
export function ReviewActs({ planId, of, version, name }: ReviewActsProps) {
  const post = useActs(planId);
  const delay = useUndo();
  const [isAsked, setAsked] = useState(false);
  const accept = (): void => {
    const actId = newActId();
    setAsked(true);
    delay({
      label: `审核通过：${name}`,
      send: (isLeaving) => post(actId, { type: 'reviewReturn', of, version, sendBack: [] }, isLeaving),
      onTakenBack: () => setAsked(false),
    });
  };
  return (
    <Button type="primary" onClick={accept} disabled={isAsked} aria-label={`全部通过：${name}`}>
      全部通过
    </Button>
  );
}
