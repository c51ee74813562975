import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { PlaceButton } from './place-button.tsx';

interface UnreadPassagesProps {
  readonly breakdown: Pick<BreakdownBody, 'text' | 'unread'>;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

const shownLength = 40;

/** What of the notice is in no task: first what may have been overlooked, then what is none, such as the opening and the end. */
export function UnreadPassages({ breakdown: { text, unread }, chosen, choose }: UnreadPassagesProps) {
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
