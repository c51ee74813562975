import type { ReactNode } from 'react';
import { dueBasisText } from '../../../../domain/task/due-basis-text.ts';
import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { DateWithReason } from '../../../blocks/date/date-with-reason.tsx';
import { ActButton } from '../../../blocks/act/act-button.tsx';
import { draftItemAct, dropItemAct, reviseTaskAct } from './draft-acts.ts';
import { commitmentNames, roleNames, targetText } from '../../../words/names.ts';

interface TaskDraftsProps {
  readonly planId: string;
  readonly breakdown: BreakdownBody;
  /** Until the approval is asked for. */
  readonly isRevisable: boolean;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

type Task = BreakdownBody['tasks'][number];

/** Tasks and items as they were read; pressing one shows its place in the notice. */
export function TaskDrafts({ planId, breakdown, isRevisable, chosen, choose }: TaskDraftsProps) {
  const names = Object.fromEntries(breakdown.units.map(({ unitId, name }) => [unitId, name]));
  return (
    <ol className="plain-list">
      {breakdown.tasks.map((task) => (
        <li key={task.taskId} className="task-draft keep-together">
          <PlaceButton mark={`task/${task.taskId}`} chosen={chosen} choose={choose}>
            {task.number}　{task.title}
          </PlaceButton>
          <p className="hint">{task.group}</p>
          <Parties task={task} names={names} />
          <ul className="plain-list">
            {task.items.map((item) => (
              <li key={item.id}>
                <PlaceButton mark={`item/${task.taskId}/${item.id}`} chosen={chosen} choose={choose}>
                  {item.title}
                </PlaceButton>
                <span className="hint">
                  {' '}
                  {item.unitId === null ? '责任单位待定' : (names[item.unitId] ?? '')}，
                  {commitmentNames[item.commitment]}，{targetText(item.target) ?? '成果'}，
                  <DateWithReason date={item.due} why={{ counted: null, said: dueBasisText(item.dueBasis) }} />
                  {item.dueBasis === 'stated' ? '（明确）' : '（推定）'}
                </span>
                {isRevisable ? (
                  <span className="actions">
                    <ActButton
                      planId={planId}
                      definition={draftItemAct(task, item, breakdown)}
                      draft={`draft-item/${task.taskId}/${item.id}`}
                    />
                    <ActButton
                      planId={planId}
                      definition={dropItemAct(task, item, breakdown)}
                      draft={`drop-item/${task.taskId}/${item.id}`}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          {isRevisable ? (
            <div className="actions">
              <ActButton
                planId={planId}
                definition={reviseTaskAct(task, breakdown)}
                draft={`revise-task/${task.taskId}`}
              />
              <ActButton
                planId={planId}
                definition={draftItemAct(task, null, breakdown)}
                draft={`new-item/${task.taskId}`}
              />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
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

interface PlaceButtonProps {
  readonly mark: string;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
  readonly children: ReactNode;
}

/** Names a thing that was read and shows its place when pressed. */
export function PlaceButton({ mark, chosen, choose, children }: PlaceButtonProps) {
  const isChosen = mark === chosen;
  return (
    <button
      type="button"
      className={isChosen ? 'place is-chosen' : 'place'}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => choose(mark)}
    >
      {children}
      <span className="for-readers">，在原文中显示</span>
    </button>
  );
}
