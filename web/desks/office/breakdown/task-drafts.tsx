import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { ActButton } from '../../../blocks/act/act-button.tsx';
import { roleNames } from '../../../words/names.ts';
import { draftItemAct } from './item-acts.ts';
import { type BreakdownView, ItemDraft } from './item-draft.tsx';
import { PlaceButton } from './place-button.tsx';
import { dropTaskAct } from './passage-acts.ts';
import { mergeTasksAct, splitTaskAct } from './reshape-acts.ts';
import { reviseTaskAct } from './task-acts.ts';

type Task = BreakdownBody['tasks'][number];

/** Tasks and items as they were read; pressing one shows its place in the notice. */
export function TaskDrafts(shown: BreakdownView) {
  const { breakdown, isRevisable, chosen, choose } = shown;
  const names = Object.fromEntries(breakdown.units.map(({ unitId, name }) => [unitId, name]));
  return (
    <ol className="plain-list">
      {breakdown.tasks.map((task, index) => (
        <li key={task.taskId} className="task-draft keep-together">
          <PlaceButton mark={`task/${task.taskId}`} chosen={chosen} choose={choose}>
            {task.number}　{task.title}
          </PlaceButton>
          <p className="hint">{task.group}</p>
          <Parties task={task} names={names} />
          <ul className="plain-list">
            {task.items.map((item) => (
              <ItemDraft key={item.id} {...shown} task={task} item={item} names={names} />
            ))}
          </ul>
          {isRevisable ? <TaskActs {...shown} task={task} next={breakdown.tasks[index + 1] ?? null} /> : null}
        </li>
      ))}
    </ol>
  );
}

interface TaskActsProps extends Pick<BreakdownView, 'planId' | 'breakdown'> {
  readonly task: Task;
  /** The one with which it can be merged. */
  readonly next: Task | null;
}

function TaskActs({ planId, breakdown, task, next }: TaskActsProps) {
  const { taskId } = task;
  return (
    <div className="actions">
      <ActButton planId={planId} definition={reviseTaskAct(task, breakdown)} draft={`revise-task/${taskId}`} />
      <ActButton planId={planId} definition={draftItemAct(task, null, breakdown)} draft={`new-item/${taskId}`} />
      <ActButton planId={planId} definition={splitTaskAct(task, breakdown)} draft={`split-task/${taskId}`} />
      {next === null || next.group !== task.group ? null : (
        <ActButton planId={planId} definition={mergeTasksAct(task, next, breakdown)} draft={`merge/${taskId}`} />
      )}
      {breakdown.tasks.length === 1 ? null : (
        <ActButton planId={planId} definition={dropTaskAct(task, breakdown)} draft={`drop-task/${taskId}`} />
      )}
    </div>
  );
}

function Parties({ task, names }: { readonly task: Task; readonly names: Readonly<Record<string, string>> }) {
  return (
    <p>
      {(['lead', 'support', 'district'] as const).map((role) => {
        const own = task.parties.filter((party) => party.role === role);
        return own.length === 0 ? null : (
          <span key={role} className="party-group">
            {roleNames[role]}：{own.map(({ unitId }) => names[unitId] ?? '').join('、')}
          </span>
        );
      })}
    </p>
  );
}
