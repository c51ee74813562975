import { checkCode } from '../../domain/check-code.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import { loadChain } from '../../store/ledger/load.ts';
import { countsOf, yearSummary } from '../../store/plan/year-summary.ts';
import { endingLines } from '../../store/read/endings.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { YearEndBody } from '../schemas/ending.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';

/** The year's end with the rows that the reader may see, and how far its summary has come. */
export async function yearEndBody(store: Store, sight: Sight & { readonly reach: TaskReach }): Promise<YearEndBody> {
  const { planId, reach, unitRef } = sight;
  const lines = (await endingLines(store, planId)).filter(
    ({ unitId }) => reach.unitId === null || unitId === reach.unitId,
  );
  const { summaryHash } = await yearSummary(store, planId);
  const { summary } = (await loadChain(store, `plan/${planId}`)).state as PlanState;
  const approvedBy = summary?.approvedBy ?? null;
  const people = await peopleOf(store, sight, personsIn([approvedBy]));
  return {
    rows: lines.map(({ unitId, progress, ...line }) => ({
      ...line,
      unit: unitRef(unitId),
      value: progress?.value ?? null,
    })),
    counts: { ...countsOf(lines.flatMap(({ ending }) => ending ?? [])) },
    undecided: [...new Set(lines.filter(({ ending }) => ending === null).map(({ taskNumber }) => taskNumber))],
    checkCode: checkCode(summaryHash),
    askedAt: summary?.askedAt ?? null,
    approvedAt: summary?.approvedAt ?? null,
    approvedBy: approvedBy === null ? null : people.actor(approvedBy),
  };
}
