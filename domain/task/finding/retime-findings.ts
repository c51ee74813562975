import { shiftWorkingDays } from '../../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { TaskState } from '../task-state.ts';
import type { FindingRetimed } from './finding-event.ts';

/** Counts the time of awaited statements anew on a changed calendar; a day that has passed, or would have, stays as it was. */
export function retimeFindings(
  { findings }: TaskState,
  at: Instant,
  { calendar, rules }: DecisionContext,
): readonly FindingRetimed[] {
  const today = dayOf(at);
  return findings.flatMap(({ id: findingId, phase, isStated, openedOn, statementDue: before }) => {
    if (phase !== 'open' || isStated || before < today) return [];
    const statementDue = shiftWorkingDays(calendar, openedOn, rules.findingStatementWorkingDays);
    if (statementDue.date === before || statementDue.date < today) return [];
    const concludeFrom = shiftWorkingDays(calendar, statementDue.date, 1).date;
    return [{ type: 'findingRetimed', at, by: 'system', findingId, before, statementDue, concludeFrom } as const];
  });
}
