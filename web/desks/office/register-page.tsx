import { useWholeList } from '../../http/whole-list.ts';
import { AsOfChoice, useAsOf } from '../../blocks/date/as-of.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { registerColumns } from './register-columns.tsx';

/** The register 台账 of all tasks, now or as of an earlier day. */
export function RegisterPage() {
  const planId = usePlanId() ?? '';
  const plan = useMarkedPlan();
  const { data: session } = useSession();
  const isWriter = session?.chosen?.seat === 'writer';
  const asOf = useAsOf();
  const register = useWholeList<'register'>(`/api/plans/${planId}/register`, asOf);
  return (
    <>
      {plan === null ? null : <AsOfChoice today={plan.today} />}
      <Reading of={register}>
        {({ rows }) => (
          <DataTable
            caption="台账"
            columns={registerColumns(planId)}
            rows={rows}
            rowKey={({ taskId }) => taskId}
            empty={isWriter ? '还没有分派给本人的行，分派后有关任务列在这里。' : '任务分解中还没有任务。'}
          />
        )}
      </Reading>
    </>
  );
}
