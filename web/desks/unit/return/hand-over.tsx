import { Select } from 'antd';
import type { ReturnPageBody, ReturnRowBody } from '../../../../api/schemas/return.ts';
import { useActs } from '../../../blocks/act/use-acts.ts';
import { useSending } from '../../../blocks/act/use-sending.ts';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import { mayAtAll } from '../../../session/may-at-all.ts';
import { useSession } from '../../../session/use-session.ts';

interface HandOverProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly row: ReturnRowBody;
}

/** The officer hands a row to a writer of the unit, or takes it back. */
export function HandOver({ planId, page: { of, writers }, row }: HandOverProps) {
  const { data: session } = useSession();
  const post = useActs(planId);
  const sending = useSending();
  const isOfficer =
    session !== undefined && session.chosen?.unit.unitId === of.unitId && mayAtAll(session, 'handOverRows');
  if (!isOfficer || !row.mayFill || writers.length === 0) {
    return row.writer === null ? null : <p>经办人：{row.writer.name}</p>;
  }
  const { taskId, subjectId } = row;
  const hand = async (writerId: string | null): Promise<void> => {
    const isRecorded = await sending.send((actId) =>
      post(actId, { type: 'handOverRows', of, rows: [{ taskId, subjectId }], writerId }),
    );
    if (isRecorded) sending.renew();
  };
  return (
    <>
      <Select
        className="wide-field not-on-paper"
        aria-label={`${row.title}：经办人`}
        allowClear
        placeholder="分派给经办人"
        loading={sending.phase === 'sending'}
        value={row.writer?.personId ?? null}
        options={writers.map(({ personId, name }) => ({ value: personId, label: name }))}
        onChange={(writerId: string | null | undefined) => void hand(writerId ?? null)}
      />
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} />}
    </>
  );
}
