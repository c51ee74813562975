import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { useSession } from '../../session/use-session.ts';
import { changeActs } from './change-acts.tsx';
import { findingActs } from './finding-acts.ts';
import { reportActs } from './report-acts.tsx';

/** The acts that the seat may do on a task; a new act of tasks is one more definition in one of the lists. */
export function TaskActs({ task }: { readonly task: TaskPageBody }) {
  const { data: session } = useSession();
  const isSupervisor = session?.chosen?.seat === 'supervisor';
  const registered = useWholeList<'people'>(isSupervisor ? '/api/registry/people' : null, { planId: task.planId });
  const checkers = (registered.data?.rows ?? [])
    .filter(({ seats }) => seats.some(({ seat: held }) => held === 'supervisor'))
    .map(({ personId, name }) => ({ value: personId, label: name }));
  // What is shown as of an earlier day is not acted on.
  if (session === undefined || task.asOf !== null) return null;
  const unitId = session.chosen?.unit.unitId ?? '';
  const isParty = task.parties.some(({ unit }) => unit.unitId === unitId);
  const seat = session.chosen?.seat;
  const isOverseer = seat === 'office' || seat === 'supervisor' || seat === 'leader';
  if (!isParty && !isOverseer) return null;
  return (
    <div className="actions">
      {[...reportActs(task, unitId), ...changeActs(task, unitId), ...findingActs(task, { unitId, checkers })].map(
        (definition) => (
          <ActButton
            key={definition.label}
            planId={task.planId}
            definition={definition}
            draft={`${definition.needs}/${definition.label}/${task.taskId}`}
          />
        ),
      )}
    </div>
  );
}
