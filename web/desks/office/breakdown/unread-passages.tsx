import { overlaps, type Span } from '../../../../domain/notice/span.ts';
import { ActButton } from '../../../blocks/act/act-button.tsx';
import type { BreakdownView } from './item-draft.tsx';
import { addTaskAct } from './passage-acts.ts';
import { PlaceButton } from './place-button.tsx';

const shownLength = 40;

/** What of the notice is in no task: first what may have been overlooked, then what is none, such as the opening and the end. */
export function UnreadPassages({ planId, breakdown, isRevisable, chosen, choose }: BreakdownView) {
  const { text, unread, tasks } = breakdown;
  const isFree = (span: Span): boolean => tasks.every((task) => !overlaps(task.span, span));
  const passages = (isDoubtful: boolean) => (
    <ul className="plain-list">
      {unread
        .filter((each) => each.isDoubtful === isDoubtful)
        .map(({ span, reason }) => (
          <li key={span[0]} className="open-point">
            <PlaceButton mark={`left/${span[0]}`} chosen={chosen} choose={choose}>
              “{shortened(text.slice(...span).trim())}”
            </PlaceButton>
            <p className="hint">{reason}</p>
            {isRevisable && isFree(span) ? (
              <ActButton planId={planId} definition={addTaskAct(span, breakdown)} draft={`add-task/${span[0]}`} />
            ) : null}
          </li>
        ))}
    </ul>
  );
  const doubtful = unread.filter(({ isDoubtful }) => isDoubtful).length;
  const rest = unread.length - doubtful;
  if (unread.length === 0) return null;
  return (
    <section>
      <h2>未读出的段落（{doubtful}）</h2>
      {doubtful === 0 ? <p>没有看似任务而未能读出的段落。</p> : passages(true)}
      {rest === 0 ? null : (
        <details>
          <summary>其他未列入任务的内容（{rest}段）</summary>
          {passages(false)}
        </details>
      )}
    </section>
  );
}

function shortened(words: string): string {
  return words.length <= shownLength ? words : `${words.slice(0, shownLength)}……`;
}
