import type { ReturnPageBody } from '../../../../api/schemas/return.ts';
import { Reading } from '../../../blocks/state/reading-state.tsx';
import { DataTable } from '../../../blocks/table/data-table.tsx';
import { isObligationKind } from './is-obligation-kind.ts';
import { NotFoundPage } from '../../../blocks/state/outcome-pages.tsx';
import { useReading } from '../../../http/readings.ts';
import { usePart, usePlanId } from '../../../start/address.ts';
import { useMarkedPlan } from '../../../session/use-plans.ts';
import { nothingOwed } from '../../../words/nothing-owed.ts';
import { useSession } from '../../../session/use-session.ts';
import { ReturnActs } from './return-acts.tsx';
import { ReturnFacts } from './return-facts.tsx';
import { returnColumns } from './return-columns.tsx';
import { rowKeyOf } from './row-key.ts';
import { SendBackForm } from './send-back-form.tsx';
import { useFilling } from './use-filling.ts';
import { returnTitle } from '../../../words/names.ts';

/** One return as one table, for those who fill it in, approve it, review it and read it. */
export function ReturnPage() {
  const planId = usePlanId() ?? '';
  const [unitId, period, kind] = [usePart('unitId'), usePart('period'), usePart('kind')];
  const isWhole = unitId !== null && period !== null && kind !== null && isObligationKind(kind);
  const page = useReading<'return'>(isWhole ? `/api/plans/${planId}/returns/${unitId}/${period}/${kind}` : null);
  if (!isWhole) return <NotFoundPage />;
  return (
    <Reading of={page}>
      {(told) => <OneReturn key={`${told.returnId} ${told.version}`} planId={planId} page={told} />}
    </Reading>
  );
}

function OneReturn({ planId, page }: { readonly planId: string; readonly page: ReturnPageBody }) {
  const filling = useFilling(planId, page);
  const { data: session } = useSession();
  const plan = useMarkedPlan();
  // A writer sees the rows that were handed to them: none of those does not mean that none is owed.
  const isWriter = session?.chosen?.seat === 'writer';
  const nothing = isWriter ? null : nothingOwed(page, plan);
  return (
    <>
      <ReturnFacts page={page} isOwed={nothing === null} />
      <DataTable
        caption={`${page.unit.name}${returnTitle(page.of.period, page.kindName)}`}
        columns={returnColumns(planId, page, filling)}
        rows={page.rows}
        rowKey={rowKeyOf}
        pageSize={200}
        empty={nothing ?? (isWriter ? '此表没有分派给本人的行。' : '此表目前没有要填的行。')}
      />
      <ReturnActs planId={planId} page={page} filling={filling} />
      <SendBackForm planId={planId} page={page} />
    </>
  );
}
