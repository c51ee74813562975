import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ReturnPageBody } from '../../../../api/schemas/return.ts';
import { newActId } from '../../../blocks/act/act-id.ts';
import { useActs } from '../../../blocks/act/use-acts.ts';
import { TextControl } from '../../../blocks/form/text-control.tsx';
import { useIsAsked, useUndo } from '../../../blocks/undo/undo-context.ts';
import { mayAtAll } from '../../../session/may-at-all.ts';
import { useSession } from '../../../session/use-session.ts';
import { reviewOf } from '../../office/review-acts.tsx';
import { rowKeyOf } from './row-key.ts';
import { returnTitle } from '../../../words/names.ts';

interface SendBackProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
}

/** The office sends single rows back, each with its reason; all the others are accepted by the same act. */
export function SendBackForm({ planId, page }: SendBackProps) {
  const { data: session } = useSession();
  const post = useActs(planId);
  const delay = useUndo();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isShown, setShown] = useState(false);
  const isAsked = useIsAsked(reviewOf(planId, page.of, page.version));
  const waiting = page.rows.filter(({ state }) => state === 'submitted');
  const isReviewer = session !== undefined && mayAtAll(session, 'reviewReturn');
  if (!isReviewer || page.phase !== 'submitted' || waiting.length === 0) return null;

  const { of, version } = page;
  const chosen = waiting.filter((row) => reasons[rowKeyOf(row)] !== undefined);
  const isReady = chosen.length > 0 && chosen.every((row) => reasons[rowKeyOf(row)]?.trim() !== '');
  const sendBack = (): void => {
    const actId = newActId();
    const rows = chosen.map((row) => ({
      taskId: row.taskId,
      subjectId: row.subjectId,
      reason: reasons[rowKeyOf(row)] ?? '',
    }));
    delay({
      about: reviewOf(planId, of, version),
      label: `退回${rows.length}行，其余${waiting.length - rows.length}行通过：${page.unit.name}${returnTitle(page.of.period, page.kindName)}`,
      send: (isLeaving) => post(actId, { type: 'reviewReturn', of, version, sendBack: rows }, isLeaving),
    });
    setShown(false);
  };
  if (isAsked) return null;
  if (!isShown) return <Button onClick={() => setShown(true)}>退回部分行……</Button>;
  return (
    <section className="sheet" aria-label="退回修改">
      <h2>退回修改</h2>
      <p>选出要退回的行并写明原因；其余的行由同一次办理审核通过。</p>
      {waiting.map((row) => (
        <RowChoice
          key={rowKeyOf(row)}
          row={row}
          reason={reasons[rowKeyOf(row)] ?? null}
          change={(reason) => setReasons(withRow(reasons, rowKeyOf(row), reason))}
        />
      ))}
      <div className="actions">
        <Button type="primary" disabled={!isReady} onClick={sendBack}>
          退回所选的{chosen.length}行，其余通过
        </Button>
        <Button onClick={() => setShown(false)}>取消</Button>
      </div>
    </section>
  );
}

interface RowChoiceProps {
  readonly row: ReturnPageBody['rows'][number];
  /** Null while the row is to be accepted. */
  readonly reason: string | null;
  readonly change: (reason: string | null) => void;
}

function RowChoice({ row, reason, change }: RowChoiceProps) {
  return (
    <div className="send-back-row">
      <Checkbox checked={reason !== null} onChange={({ target }) => change(target.checked ? '' : null)}>
        {row.taskNumber}　{row.title}
      </Checkbox>
      {reason === null ? null : (
        <TextControl
          label={`${row.title}：退回原因`}
          placeholder="退回原因"
          value={reason}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </div>
  );
}

function withRow(
  reasons: Readonly<Record<string, string>>,
  key: string,
  reason: string | null,
): Readonly<Record<string, string>> {
  const { [key]: _before, ...others } = reasons;
  return reason === null ? others : { ...others, [key]: reason };
}
