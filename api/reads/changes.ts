import type { PersonActor } from '../../domain/actor.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { changeWords } from '../../domain/sheet/change-words.ts';
import { changeNames, thingKey } from '../../domain/task/change/task-change.ts';
import { decisionCounts } from '../../store/read/counted-dates.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { taskNames } from '../../store/read/task-names.ts';
import type { Store } from '../../store/store.ts';
import { type ChangeLine, changeListPage, dueMovesIn } from '../../store/task/task-changes.ts';
import type { ChangeListBody, ChangeQuery } from '../schemas/matter.ts';
import { countedReason } from './due-reason.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { listPart } from './list-part.ts';

/** Changes of a plan's tasks that the reader may see: a unit sees those that it asked for or that are about it. */
export async function changeList(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  { query, actor }: { readonly query: ChangeQuery; readonly actor: PersonActor },
): Promise<ChangeListBody> {
  const { planId, reach, unitRef } = sight;
  const { page, size, unitId, taskId, kind, state, sort } = query;
  const question = { ...listPart(query, sight), concerns: reach.unitId, unitId, taskId, kind, state, sort };
  const { total, rows: lines } = await changeListPage(store, planId, question);
  const names = await taskNames(store, planId);
  const moves = await dueMovesIn(store, planId);
  const makers = (line: ChangeLine) => [line.askedBy, line.paper?.signer ?? null];
  const people = await peopleOf(store, sight, personsIn(lines.flatMap((line) => [...makers(line), line.closedBy])));
  const decisions = await decisionCounts(
    store,
    lines.map(({ taskId }) => taskId),
  );
  const reader = personsBehind(actor);
  const rows = lines.map((line) => {
    const { changeId, change, paper, askedBy, closedBy } = line;
    const thing = change.kind === 'extension' ? thingKey(change.of) : null;
    return {
      changeId,
      taskId: line.taskId,
      taskNumber: line.taskNumber,
      taskTitle: names.task(line.taskId),
      kind: change.kind,
      kindName: changeNames[change.kind],
      words: changeWords(line.taskId, change, { unit: (id) => unitRef(id).name, item: names.subject }).slice(1),
      unit: line.unitId === null ? null : unitRef(line.unitId),
      reason: line.reason,
      askedAt: line.askedAt,
      askedBy: people.actor(paper?.signer ?? askedBy),
      onPaper: paper !== null,
      decider: line.decider,
      decideBy: line.decideBy,
      decideWhy: countedReason(line.decideBy, decisions.get(changeId)),
      state: line.state,
      closedAt: line.closedAt,
      closedBy: closedBy === null ? null : people.actor(closedBy),
      closingReason: line.closingReason,
      moves: moves
        .filter((move) => move.taskId === line.taskId && (move.changeId === changeId || move.thing === thing))
        .map(({ from, to, slippedDays, cause }) => ({ from, to, slippedDays: Number(slippedDays), cause })),
      askedByReader: personsIn(makers(line)).some((personId) => reader.includes(personId)),
    };
  });
  return { total, page, size, rows };
}
