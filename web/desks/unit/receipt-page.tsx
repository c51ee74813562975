import { ActForm } from '../../blocks/act/act-form.tsx';
import { textOf } from '../../blocks/act/act-definition.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { useWholeList } from '../../http/whole-list.ts';
import { useReading } from '../../http/readings.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { ReceiptsPage } from '../office/receipts-page.tsx';

/** The receipt 签收 of the notice, in one act for all tasks; those who do not receipt see who has. */
export function ReceiptPage() {
  const planId = usePlanId() ?? '';
  const { data: session } = useSession();
  const unitId = session?.chosen?.unit.unitId;
  const isOfficer = session !== undefined && mayAtAll(session, 'receiptNotice');
  const receipts = useWholeList<'receipts'>(isOfficer ? `/api/plans/${planId}/receipts` : null);
  const contacts = useReading<'contacts'>(isOfficer ? `/api/plans/${planId}/contacts` : null);
  if (session === undefined || unitId === undefined) return null;
  if (!isOfficer) return <ReceiptsPage />;
  return (
    <Reading of={receipts}>
      {(board) => (
        <Reading of={contacts}>
          {({ units }) => (
            <OwnReceipt
              planId={planId}
              board={board}
              unitId={unitId}
              known={units.find(({ unit }) => unit.unitId === unitId)}
            />
          )}
        </Reading>
      )}
    </Reading>
  );
}

interface OwnReceiptProps {
  readonly planId: string;
  readonly board: Answer<'receipts'>;
  readonly unitId: string;
  readonly known: Answer<'contacts'>['units'][number] | undefined;
}

function OwnReceipt({ planId, board, unitId, known }: OwnReceiptProps) {
  const own = board.rows.find(({ unit }) => unit.unitId === unitId);
  if (own === undefined) return <p>本单位不在此工作要点的责任单位之中，无需签收。</p>;
  if (board.due === null) return <p>文件尚未印发交办，印发后在这里签收。</p>;
  if (own.receiptedAt !== null) {
    return (
      <p>
        已于{momentText(own.receiptedAt)}签收{own.receiptLate ? '（逾期）' : ''}，共{own.tasks}项任务。所报联系人：
        {own.contacts ?? '无'}
      </p>
    );
  }
  return (
    <section className="sheet">
      <p>
        本单位共{own.tasks}项任务，一次签收即全部签收。签收时限：
        <DateWithReason date={board.due} why={board.dueWhy} />
      </p>
      <ActForm
        planId={planId}
        draft={`receipt/${unitId}`}
        definition={{
          label: '签收',
          title: '签收文件',
          needs: 'receiptNotice',
          fields: [
            {
              kind: 'text',
              name: 'contacts',
              label: '责任领导、责任处室和联络员（A、B岗）及电话',
              required: true,
              lines: 2,
              help: '已按登记情况填好，有变动的请更正。',
            },
          ],
          initial: { contacts: own.contacts ?? contactsText(known) },
          toAct: (values) => ({ type: 'receiptNotice', unitId, contacts: textOf(values, 'contacts') }),
        }}
        onDone={() => undefined}
      />
    </section>
  );
}

function contactsText(known: OwnReceiptProps['known']): string {
  return (known?.people ?? [])
    .map(({ name, seatName, rank, phone, mobile }) => `${seatName}${rank ?? ''} ${name} ${phone} ${mobile}`.trim())
    .join('；');
}
