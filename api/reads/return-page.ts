import type { PersonActor } from '../../domain/actor.ts';
import { may } from '../../domain/permissions.ts';
import { checkCodeOf } from '../../domain/return/check-code.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import { isReviewed } from '../../domain/task/obligations.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type ReturnVersion, returnClocks, returnVersions } from '../../store/read/return-detail.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import { ownUnitOf } from '../../store/return/own-unit.ts';
import type { Store } from '../../store/store.ts';
import type { ReturnPageBody } from '../schemas/return.ts';
import { type People, type Sight, peopleOf, personsIn } from '../sight.ts';
import { kindName, periodName } from '../words.ts';
import { owedReasons, reviewReason } from './due-reason.ts';
import { type AnyRow, findReturn } from './found-return.ts';
import { returnRows } from './return-rows.ts';
import { textsOf } from './texts.ts';

/** One return as one table, as the reader may see and fill it. */
export async function returnPage(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  { owed, actor }: { readonly owed: OwedObligation; readonly actor: PersonActor },
): Promise<ReturnPageBody> {
  const found = await findReturn(store, sight, owed);
  const { state, detail, rows, returnId } = found;
  const versions = await returnVersions(store, returnId);
  const writers = await seatHolders(store, sight.view, { unitId: owed.unitId, seat: 'writer' });
  const people = await peopleOf(store, sight, [
    ...personsIn([detail?.submittedBy ?? null, detail?.reviewedBy ?? null]),
    ...personsIn(versions.flatMap(({ submittedBy, reviewedBy }) => [submittedBy, reviewedBy])),
    ...writers.map(({ personId }) => personId),
    ...rows.flatMap(({ writerId }) => writerId ?? []),
  ]);
  const text = await textsOf(store, [detail?.headReasonId]);
  const { calendar, rules } = await decisionContext(store, sight.planId);
  const clocks = await returnClocks(store, sight.planId, owed);
  const why = await owedReasons(store, sight.planId, owed.unitId);
  const reasonOf = (day: PlainDate | null) => (day === null ? null : why({ ...owed, due: day }));
  const open = rows.filter((row) => row.state === 'open' || row.state === 'draft' || row.state === 'sent-back');
  const due = open.map((row) => row.due).toSorted()[0] ?? rows.map((row) => row.due).toSorted()[0] ?? null;
  return {
    returnId,
    of: { unitId: owed.unitId, kind: owed.kind, period: owed.period },
    unit: sight.unitRef(owed.unitId),
    kindName: kindName(owed.kind),
    periodName: periodName(owed.period),
    version: state.version,
    phase: state.phase,
    isDelivered: state.phase === 'draft' || state.deliveredVersion >= state.version,
    due,
    dueWhy: reasonOf(due),
    ...clocks,
    resubmitWhy: reasonOf(clocks.resubmitDue),
    reviewWhy:
      clocks.reviewDue === null ? null : reviewReason({ calendar, rules }, clocks.reviewDue, state.submittedAt),
    headAskedAt: detail?.headAskedAt ?? null,
    headReason: text(detail?.headReasonId),
    submittedAt: state.submittedAt,
    submittedBy: people.maker(detail?.submittedBy ?? null),
    reviewedAt: detail?.reviewedAt ?? null,
    reviewedBy: people.maker(detail?.reviewedBy ?? null),
    isOwnUnit: (await ownUnitOf(store, sight.view, { by: officeActor(sight, actor), unitId: owed.unitId })).ownUnit,
    needsHead: isReviewed(owed.kind),
    rows: await returnRows(store, sight, { found, people, mayFill: mayFillOf(actor, owed) }),
    writers: writers.map(({ personId }) => people.person(personId)),
    checkCode: state.version === 0 ? null : checkCodeOf(state),
    versions: versions.map((version) => versionLine(version, people)),
  };
}

function mayFillOf(actor: PersonActor, { unitId }: OwedObligation): (row: AnyRow) => boolean {
  return ({ state, writerId }) =>
    (state === 'open' || state === 'draft' || state === 'sent-back' || state === 'refused') &&
    may(actor, 'saveRows', { unitId, writerIds: [writerId] });
}

// 本单位 is a matter of the office, whoever looks.
function officeActor({ plan }: Sight, { personId }: PersonActor): PersonActor {
  return { personId, seat: 'office', unitId: plan.officeUnitId };
}

function versionLine(version: ReturnVersion, people: People) {
  const { submittedBy, reviewedBy, ...facts } = version;
  return { ...facts, submittedBy: people.maker(submittedBy), reviewedBy: people.maker(reviewedBy) };
}
