import { type ComputedDate, type WorkingCalendar, shiftWorkingDays } from '../../domain/calendar/working-calendar.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import type { DecisionContext } from '../../domain/ledger/book.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { dueBasisText } from '../../domain/task/due-basis-text.ts';
import { dueMovesIn } from '../../store/task/task-changes.ts';
import { owedCounts } from '../../store/read/counted-dates.ts';
import type { Store } from '../../store/store.ts';
import type { DueReasonBody } from '../schemas/dates.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';

/** The reason of a day that was not counted. */
export function saidReason(said: string): DueReasonBody {
  return { counted: null, said };
}

/** The reason of a day as it was counted; where it has moved since, both days are named. Null where nothing is on record. */
export function countedReason(day: PlainDate | null, counted: ComputedDate | null | undefined): DueReasonBody | null {
  if (day === null || counted === null || counted === undefined) return null;
  if (counted.date === day) return { counted, said: null };
  return saidReason(`原按规则计算为${chineseDay(counted.date, true)}，经变更为${chineseDay(day, true)}。`);
}

// The reason of a day that a rule counts from a known one; `otherwise` where it leads to another day, because something moved it. */
function ruledReason(
  calendar: WorkingCalendar,
  { day, from, workingDays }: { readonly day: PlainDate; readonly from: PlainDate; readonly workingDays: number },
  otherwise: string,
): DueReasonBody {
  const counted = shiftWorkingDays(calendar, from, workingDays);
  return counted.date === day ? { counted, said: null } : saidReason(otherwise);
}

/** Why the office reviews a return by its day. */
export function reviewReason(
  { calendar, rules }: Pick<DecisionContext, 'calendar' | 'rules'>,
  reviewDue: PlainDate,
  submittedAt: Instant | null,
): DueReasonBody {
  const { reviewWorkingDays: workingDays } = rules;
  const otherwise = `自报送送达或者重新审核之日起${workingDays}个工作日，任务暂停的顺延。`;
  if (submittedAt === null) return saidReason(otherwise);
  return ruledReason(calendar, { day: reviewDue, from: dayOf(submittedAt), workingDays }, otherwise);
}

/** The item of a task, with its day as it stands. */
export interface DatedItem {
  readonly taskId: string;
  readonly subjectId: string;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
}

const causes = { extension: '经批准延期', resumption: '任务暂停后恢复，顺延' } as const;

/** Why items of a plan are due on their days, those that have moved with the original day. */
export async function itemReasons(store: Store, planId: string): Promise<(item: DatedItem) => DueReasonBody> {
  const moves = Map.groupBy(await dueMovesIn(store, planId), ({ taskId, thing }) => `${taskId} ${thing}`);
  return ({ taskId, subjectId, due, dueBasis }) => {
    const own = moves.get(`${taskId} item/${subjectId}`) ?? [];
    const [first] = own;
    const last = own.findLast(({ to }) => to === due);
    if (first === undefined || last === undefined) return saidReason(dueBasisText(dueBasis));
    return saidReason(`原为${chineseDay(first.from, true)}，${causes[last.cause]}至${chineseDay(due, true)}。`);
  };
}

/** A return with a day by which something in it is due. */
export type OwedDay = OwedObligation & { readonly due: PlainDate };

/** Why a unit (or any) owes what it owes on its days. */
export async function owedReasons(
  store: Store,
  planId: string,
  unitId: string | null,
): Promise<(owed: OwedDay) => DueReasonBody | null> {
  const keyOf = (owed: OwedObligation): string => `${owed.unitId} ${owed.kind} ${owed.period}`;
  const known = Map.groupBy(await owedCounts(store, planId, unitId), keyOf);
  return (owed) => {
    const ofReturn = (known.get(keyOf(owed)) ?? []).filter(({ day }) => day === owed.due);
    // A report and rows of it that came back may be due on one day: what was counted last is what is asked now.
    const exact = ofReturn
      .filter(({ counted }) => counted?.date === owed.due)
      .toSorted((a, b) => ((a.counted?.from ?? '') < (b.counted?.from ?? '') ? 1 : -1))[0];
    return countedReason(owed.due, (exact ?? ofReturn[0])?.counted);
  };
}
