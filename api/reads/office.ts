import { type PersonActor, seatNames } from '../../domain/actor.ts';
import { workingDaysBetween } from '../../domain/calendar/working-calendar.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { addDays, chineseDay } from '../../domain/plain-date.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { planUnits } from '../../store/plan/plan-units.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import { listUrgings } from '../../store/read/urgings.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { type SeatHolder, seatHolders } from '../../store/registry/seats.ts';
import { identityOf } from '../../store/return/act-on-return.ts';
import { ownUnitOf } from '../../store/return/own-unit.ts';
import { type ReviewWaiting, reviewsWaiting } from '../../store/return/owed-obligations.ts';
import { readReturn } from '../../store/return/read-returns.ts';
import type { Store } from '../../store/store.ts';
import type { DutyBody } from '../schemas/desk.ts';
import type { ContactBookBody, ReviewQuery, ReviewQueueBody, TodayListBody } from '../schemas/office.ts';
import type { Sight } from '../sight.ts';
import { kindName, periodName } from '../words.ts';
import { duties } from './duties.ts';
import { officeWork } from './office-work.ts';
import { pageOfLines } from './list-part.ts';
import { textsOf } from './texts.ts';
import { reviewReason } from './due-reason.ts';
import { byUrgency } from './working-days.ts';

/** Who owes what today or is late with it, with whom to call, and the words for the group chat. */
export async function todayBody(store: Store, sight: Sight): Promise<TodayListBody> {
  const { today, planId } = sight;
  const pressing = (await duties(store, sight, { unitId: null, writerId: null })).filter(
    ({ kind, urgency }) => urgency !== 'later' && (kind === 'consultation' || kind === 'receipt' || kind === 'return'),
  );
  const byUnit = Map.groupBy(pressing, ({ unit }) => unit.unitId);
  const contacts = await contactsOf(store, sight, [...byUnit.keys()]);
  const units = [...byUnit].flatMap(([unitId, asked]) => {
    const [first] = asked;
    if (first === undefined) return [];
    const items = asked.map(({ kind, title, due, why, workingDaysLeft, rows, tasks, of }) => ({
      kind: kind as 'consultation' | 'receipt' | 'return',
      title,
      due,
      why,
      workingDaysLeft,
      rows,
      tasks,
      of,
    }));
    const people = (contacts.get(unitId) ?? []).map(({ personId: _id, ...contact }) => contact);
    return [{ entry: { unit: first.unit, urgency: first.urgency, items, contacts: people }, order: first }];
  });
  return {
    today,
    units: units.toSorted((a, b) => byUrgency(a.order, b.order)).map(({ entry }) => entry),
    promises: await promisesOf(store, sight),
    work: await officeWork(store, sight, await planCounts(store, planId)),
    chatText: chatText(sight, pressing),
  };
}

const promiseDaysAhead = 7;

async function promisesOf(store: Store, sight: Sight): Promise<TodayListBody['promises']> {
  const until = addDays(sight.today, promiseDaysAhead);
  const open = (await listUrgings(store, sight.planId)).flatMap((line) =>
    line.promisedBy === null || line.promiseState === 'kept' || line.promisedBy > until
      ? []
      : [{ ...line, promisedBy: line.promisedBy }],
  );
  const text = await textsOf(
    store,
    open.map(({ promiseId }) => promiseId),
  );
  return open
    .toSorted((a, b) => (a.promisedBy < b.promisedBy ? -1 : 1))
    .map(({ unitId, taskId, taskNumber, title, promiseId, promisedBy, urgedAt }) => ({
      unit: sight.unitRef(unitId),
      taskId,
      taskNumber,
      title,
      promise: text(promiseId),
      promisedBy,
      isDue: promisedBy <= sight.today,
      urgedAt,
    }));
}

function chatText({ today, plan }: Sight, pressing: readonly DutyBody[]): string {
  const lines = pressing.map(({ unit, title, due, urgency, rows }) => {
    const state = urgency === 'overdue' ? `应于${chineseDay(due)}报送，已逾期` : `请于${chineseDay(due)}前办理`;
    return `${unit.name}：${title}${rows > 0 ? `（${rows}行）` : ''}，${state}。`;
  });
  const mark = plan.clock === 'stepped' ? '【演练数据·非真实情况】\n' : '';
  if (lines.length === 0) return `${mark}${chineseDay(today, true)}：《${plan.title}》各单位没有临期或者逾期事项。`;
  return `${mark}${chineseDay(today, true)}《${plan.title}》提醒：\n${lines.join('\n')}\n请有关单位抓紧办理，有困难及时联系领导小组办公室。`;
}

/** The returns that wait for review, and which of them the reader may review. */
export async function reviewsBody(
  store: Store,
  sight: Sight,
  { query, actor }: { readonly query: ReviewQuery; readonly actor: PersonActor },
): Promise<ReviewQueueBody> {
  const { planId, today, now, view } = sight;
  const { calendar, rules } = await decisionContext(store, planId);
  const waiting = (await reviewsWaiting(store, planId)).filter((line) => isAsked(line, query));
  const page = pageOfLines(waiting, query, {
    texts: ({ unitId, kind, period }) => [sight.unitRef(unitId).name, kindName(kind), periodName(period)],
    sorts: { reviewDue: ({ reviewDue }) => reviewDue, tasks: ({ tasks }) => tasks },
  });
  const rows: ReviewQueueBody['rows'][number][] = [];
  for (const { unitId, kind, period, reviewDue, tasks, overdue } of page.rows) {
    const owed = { unitId, kind, period };
    const { returnId } = await identityOf(store.pool, planId, { owed, at: now });
    const state = await readReturn(store, returnId);
    rows.push({
      of: owed,
      unit: sight.unitRef(unitId),
      kindName: kindName(kind),
      periodName: periodName(period),
      version: state.version,
      submittedAt: state.submittedAt,
      reviewDue,
      reviewWhy: reviewReason({ calendar, rules }, reviewDue, state.submittedAt),
      workingDaysLeft: workingDaysBetween(calendar, today, reviewDue),
      overdue,
      tasks,
      isOwnUnit: (await ownUnitOf(store, view, { by: actor, unitId })).ownUnit,
      mayReview: !state.rows.some(({ makers }) => personsBehind(actor).some((personId) => makers.includes(personId))),
    });
  }
  return { ...page, rows, today };
}

function isAsked(line: ReviewWaiting, { unitId, period, kind, overdue }: ReviewQuery): boolean {
  return (
    (unitId === undefined || line.unitId === unitId) &&
    (period === undefined || line.period === period) &&
    (kind === undefined || line.kind === kind) &&
    (overdue === undefined || line.overdue === (overdue === 'true'))
  );
}

/** Whom to reach in each unit of the plan; a unit sees itself and the office. */
export async function contactBook(store: Store, sight: Sight, ownUnitId: string | null): Promise<ContactBookBody> {
  const { plan } = sight;
  const units = (await planUnits(store, sight.planId)).filter(
    ({ unitId }) => ownUnitId === null || unitId === ownUnitId,
  );
  const unitIds = [...new Set([plan.officeUnitId, ...units.map(({ unitId }) => unitId)])];
  const contacts = await contactsOf(store, sight, unitIds);
  const text = await textsOf(
    store,
    units.map(({ contactsId }) => contactsId),
  );
  return {
    units: unitIds.map((unitId) => ({
      unit: sight.unitRef(unitId),
      filed: text(units.find((each) => each.unitId === unitId)?.contactsId),
      people: contacts.get(unitId) ?? [],
    })),
  };
}

type Contact = ContactBookBody['units'][number]['people'][number];

async function contactsOf(
  store: Store,
  { view }: Sight,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const holders = (await seatHolders(store, view)).filter(
    ({ unitId, seat }) => unitIds.includes(unitId) && (seat === 'officer' || seat === 'head' || seat === 'office'),
  );
  const persons = await personsOn(store, view, [...new Set(holders.map(({ personId }) => personId))]);
  const contact = ({ personId, seat, rank }: SeatHolder): Contact => {
    const known = persons.get(personId)?.particulars ?? null;
    return {
      personId,
      name: known?.name ?? '（已清除）',
      seatName: seatNames[seat],
      rank,
      phone: known?.phone ?? '',
      mobile: known?.mobile ?? '',
    };
  };
  const byUnit = Map.groupBy(holders, ({ unitId }) => unitId);
  return new Map([...byUnit].map(([unitId, held]) => [unitId, held.map(contact)]));
}
