import { Button } from 'antd';
import { useState } from 'react';
import type { ReturnPageBody } from '../../../../api/schemas/return.ts';
import { ActButton } from '../../../blocks/act/act-button.tsx';
import { textOf } from '../../../blocks/act/act-definition.ts';
import { newActId } from '../../../blocks/act/act-id.ts';
import { PaperApprovalButton } from '../../../blocks/act/paper-approval-button.tsx';
import { useActs } from '../../../blocks/act/use-acts.ts';
import { useSending } from '../../../blocks/act/use-sending.ts';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import { withQuery } from '../../../http/request.ts';
import { mayAtAll } from '../../../session/may-at-all.ts';
import type { Session } from '../../../session/session.ts';
import { useSession } from '../../../session/use-session.ts';
import { ReviewActs } from '../../office/review-acts.tsx';
import { filledRow, savedEntry } from './row-key.ts';
import { SheetExchange } from './sheet-exchange.tsx';
import type { Filling } from './use-filling.ts';
import { returnTitle } from '../../../words/names.ts';

interface ReturnActsProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly filling: Filling;
}

/** What the seat can do with the whole return now. */
export function ReturnActs({ planId, page, filling }: ReturnActsProps) {
  const { data: session } = useSession();
  if (session === undefined) return null;
  const isOwn = session.chosen?.unit.unitId === page.of.unitId;
  const canFill = page.rows.some(({ mayFill }) => mayFill);
  const name = `${page.unit.name}${returnTitle(page.of.period, page.kindName)}`;
  return (
    <div className="actions stays">
      {isOwn && canFill ? <SheetExchange planId={planId} page={page} /> : null}
      {isOwn && canFill && mayAtAll(session, 'askHeadApproval') ? (
        <SendOn planId={planId} page={page} filling={filling} />
      ) : null}
      {isOwn ? <HeadActs planId={planId} page={page} session={session} /> : null}
      {isOwn && page.needsHead && page.phase === 'draft' && page.version > 0 ? (
        <OnPaper planId={planId} page={page} name={name} />
      ) : null}
      {page.phase === 'submitted' && page.isDelivered && mayAtAll(session, 'reviewReturn') ? (
        <ReviewActs planId={planId} of={page.of} version={page.version} name={name} />
      ) : null}
    </div>
  );
}

// The officer's last step: to the head where the office reviews the kind, else straight to the office.
function SendOn({ planId, page, filling }: ReturnActsProps) {
  const post = useActs(planId);
  const sending = useSending();
  const [blankId] = useState(newActId);
  const { of, needsHead, version } = page;
  const send = async (actId: string): Promise<void> => {
    const untouched = page.rows.filter((row) => row.mayFill && row.entry === null && filling.savingOf(row) === 'saved');
    // Rows of contributions that were left empty say 本季无.
    if (of.kind === 'contribution' && untouched.length > 0) {
      const rows = untouched.map((row) => filledRow(row, savedEntry(row), of.kind));
      await post(blankId, { type: 'saveRows', of, rows });
    }
    await post(
      actId,
      needsHead ? { type: 'askHeadApproval', of } : { type: 'submitReturn', of, version: Math.max(1, version) },
    );
  };
  const submit = async (): Promise<void> => {
    if (filling.unsaved > 0 && !(await filling.saveAll())) return;
    await sending.send(send);
  };
  return (
    <>
      <Button type="primary" loading={sending.phase === 'sending'} onClick={() => void submit()}>
        {needsHead ? '送单位负责人审签' : of.kind === 'contribution' ? '报送（空白的行即本季无）' : '报送'}
      </Button>
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void submit()} />}
    </>
  );
}

interface OnPaperProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly name: string;
}

// The other route of the head's approval: print, signature and seal, scan.
function OnPaper({ planId, page: { of, version }, name }: OnPaperProps) {
  const { unitId, period, kind } = of;
  return (
    <>
      <a href={withQuery(`/api/plans/${planId}/papers/return`, { unitId, period, kind })} download>
        打印供纸质审签
      </a>
      <PaperApprovalButton planId={planId} title={name} act={{ type: 'submitReturn', of, version }} />
    </>
  );
}

interface HeadActsProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly session: Session;
}

function HeadActs({ planId, page, session }: HeadActsProps) {
  const post = useActs(planId);
  const sending = useSending();
  const { of, version, phase, headAskedAt, returnId } = page;
  const waits = phase === 'draft' && headAskedAt !== null;
  if (!waits || !mayAtAll(session, 'submitReviewedReturn')) return null;
  const approve = (): Promise<boolean> => sending.send((actId) => post(actId, { type: 'submitReturn', of, version }));
  return (
    <>
      <Button type="primary" loading={sending.phase === 'sending'} onClick={() => void approve()}>
        审签并报送（共{page.rows.filter(({ state }) => state === 'draft').length}行）
      </Button>
      <ActButton
        planId={planId}
        draft={`refuse/${returnId}/${version}`}
        definition={{
          label: '退回联络员修改',
          title: '退回联络员修改',
          needs: 'refuseHeadApproval',
          fields: [{ kind: 'text', name: 'reason', label: '退回意见', required: true }],
          toAct: (values) => ({ type: 'refuseHeadApproval', of, reason: textOf(values, 'reason') }),
        }}
      />
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void approve()} />}
    </>
  );
}
