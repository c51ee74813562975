import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import type { PlanPhase } from '../../../../domain/plan/plan-state.ts';
import { useSending } from '../../../blocks/act/use-sending.ts';
import { FieldControl } from '../../../blocks/form/field-control.tsx';
import { FieldsForm } from '../../../blocks/form/fields-form.tsx';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import { Reading } from '../../../blocks/state/reading-state.tsx';
import { useWholeList } from '../../../http/whole-list.ts';
import { mayAtAll } from '../../../session/may-at-all.ts';
import type { HeldSeat } from '../../../session/session.ts';
import { useSession } from '../../../session/use-session.ts';
import { pointForm } from './point-fields.ts';
import { type Point, settle, settlementOf } from './settle.ts';
import { PlaceButton } from './place-button.tsx';

interface OpenPointsProps {
  readonly planId: string;
  readonly breakdown: BreakdownBody;
  readonly phase: PlanPhase;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

/** What people must decide before the issue, while it is drafted or consulted on; the list must be empty before the leader is asked. */
export function OpenPoints({ planId, breakdown, phase, chosen, choose }: OpenPointsProps) {
  const { data: session } = useSession();
  const [deciding, setDeciding] = useState<Point | null>(null);
  const open = breakdown.points.filter(({ how }) => how === null);
  const seat = session?.chosen ?? null;
  const maySettle =
    session !== undefined && (phase === 'draft' || phase === 'consultation') && mayAtAll(session, 'settlePoints');
  if (breakdown.points.length === 0) return null;
  return (
    <section>
      <h2>待定事项（{open.length}）</h2>
      {open.length === 0 ? <p>全部待定事项已确认。</p> : null}
      <ul className="plain-list">
        {open.map((point) => (
          <li key={point.id} className="open-point">
            <PlaceButton mark={`point/${point.id}`} chosen={chosen} choose={choose}>
              {point.kindName}
              {point.taskNumber === null ? '' : `（第${point.taskNumber}项任务）`}：“{point.quote}”
            </PlaceButton>
            <p className="hint">{point.proposal}</p>
            {maySettle ? <Button onClick={() => setDeciding(point)}>确认</Button> : null}
          </li>
        ))}
      </ul>
      {maySettle && seat !== null && open.length > 0 ? (
        <TakeAll planId={planId} seat={seat} count={open.length} />
      ) : null}
      <Settled points={breakdown.points} />
      <Modal
        open={deciding !== null}
        title="确认待定事项"
        footer={null}
        onCancel={() => setDeciding(null)}
        destroyOnHidden
      >
        {deciding === null || seat === null ? null : (
          <PointForm
            planId={planId}
            seat={seat}
            point={deciding}
            tasks={breakdown.tasks}
            onDone={() => setDeciding(null)}
          />
        )}
      </Modal>
    </section>
  );
}

function Settled({ points }: Pick<BreakdownBody, 'points'>) {
  const settled = points.filter(({ how }) => how !== null);
  if (settled.length === 0) return null;
  return (
    <details>
      <summary>已确认（{settled.length}）</summary>
      <ul>
        {settled.map(({ id, kindName, quote, how }) => (
          <li key={id}>
            {kindName}：“{quote}”——{how}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TakeAll({
  planId,
  seat,
  count,
}: {
  readonly planId: string;
  readonly seat: HeldSeat;
  readonly count: number;
}) {
  const sending = useSending();
  const take = (): Promise<boolean> => sending.send((actId) => settle(planId, { actId, seat, settlement: null }));
  return (
    <div className="actions">
      <Button loading={sending.phase === 'sending'} onClick={() => void take()}>
        其余{count}处全部按建议确认
      </Button>
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void take()} />}
    </div>
  );
}

interface PointFormProps {
  readonly planId: string;
  readonly seat: HeldSeat;
  readonly point: Point;
  readonly tasks: BreakdownBody['tasks'];
  readonly onDone: () => void;
}

function PointForm({ planId, seat, point, tasks, onDone }: PointFormProps) {
  const units = useWholeList<'units'>('/api/registry/units', { planId });
  const sending = useSending();
  return (
    <Reading of={units}>
      {({ rows: register }) => {
        const { fields, initial } = pointForm(point, tasks, register);
        return (
          <>
            <blockquote className="clause">{point.quote}</blockquote>
            <FieldsForm
              name={`point-${point.id}`}
              fields={fields}
              control={FieldControl}
              initial={initial}
              submitLabel="确认"
              isSending={sending.phase === 'sending'}
              problem={sending.problem}
              onSubmit={(values) =>
                void sending
                  .send((actId) => settle(planId, { actId, seat, settlement: settlementOf(point, values) }))
                  .then((isRecorded) => isRecorded && onDone())
              }
            />
          </>
        );
      }}
    </Reading>
  );
}
