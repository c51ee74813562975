import { checkCode } from '../../domain/check-code.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import { loadChain } from '../../store/ledger/load.ts';
import { countsOf, yearSummary } from '../../store/plan/year-summary.ts';
import { type EndingLine, endingLines } from '../../store/read/endings.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { EndingQuery, YearEndBody } from '../schemas/ending.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { pageOfLines } from './list-part.ts';

/** The year's end with a page of the rows that the reader may see, and how far its summary has come. */
export async function yearEndBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  query: EndingQuery,
): Promise<YearEndBody> {
  const { planId, reach, unitRef } = sight;
  const lines = (await endingLines(store, planId)).filter(
    ({ unitId }) => reach.unitId === null || unitId === reach.unitId,
  );
  const { summaryHash } = await yearSummary(store, planId);
  const { summary } = (await loadChain(store, `plan/${planId}`)).state as PlanState;
  const approvedBy = summary?.approvedBy ?? null;
  const people = await peopleOf(store, sight, personsIn([approvedBy]));
  const places = new Map(lines.map(({ taskId, subjectId }, place) => [`${taskId} ${subjectId}`, place]));
  const asked = lines
    .filter((line) => isAsked(line, query))
    .map(({ unitId, progress, ...line }) => ({ ...line, unit: unitRef(unitId), value: progress?.value ?? null }));
  const page = pageOfLines(asked, query, {
    texts: ({ taskNumber, taskTitle, title, unit }) => [taskNumber, taskTitle, title, unit.name],
    sorts: {
      position: ({ taskId, subjectId }) => places.get(`${taskId} ${subjectId}`) ?? null,
      due: ({ due }) => due,
    },
  });
  return {
    ...page,
    counts: { ...countsOf(lines.flatMap(({ ending }) => ending ?? [])) },
    undecided: [...new Set(lines.filter(({ ending }) => ending === null).map(({ taskNumber }) => taskNumber))],
    checkCode: checkCode(summaryHash),
    askedAt: summary?.askedAt ?? null,
    approvedAt: summary?.approvedAt ?? null,
    approvedBy: approvedBy === null ? null : people.actor(approvedBy),
  };
}

function isAsked({ unitId, taskId, ending }: EndingLine, query: EndingQuery): boolean {
  return (
    (query.unitId === undefined || unitId === query.unitId) &&
    (query.taskId === undefined || taskId === query.taskId) &&
    (query.ending === undefined || ending === query.ending) &&
    (query.decided === undefined || (ending !== null) === (query.decided === 'true'))
  );
}
