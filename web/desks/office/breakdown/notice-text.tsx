import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { type Marked, piecesOf, pressedIn } from './spans.ts';

interface NoticeTextProps {
  readonly text: string;
  readonly marks: readonly Marked[];
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

/**
 * The notice with every place marked from which something was read; a press on a place chooses what was read from it. By
 * keyboard one goes the other way, from the list: buttons in running text could not break over lines.
 */
export function NoticeText({ text, marks, chosen, choose }: NoticeTextProps) {
  const pieces = useMemo(() => piecesOf(text, marks), [text, marks]);
  const place = useRef<HTMLDivElement>(null);
  usePresses(place, choose);
  useEffect(() => {
    if (chosen !== null) place.current?.querySelector('.is-chosen')?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className="notice-text" ref={place} role="region" aria-label="文件原文" tabIndex={0}>
      {pieces.map(({ text: words, start, marks: covering }) => {
        const pressed = pressedIn(covering, chosen);
        if (pressed === null) return <span key={start}>{words}</span>;
        const isChosen = covering.some(({ key }) => key === chosen);
        return (
          <mark
            key={start}
            data-key={pressed.key}
            className={`mark mark-${pressed.kind}${isChosen ? ' is-chosen' : ''}`}
          >
            {words}
          </mark>
        );
      })}
    </div>
  );
}

function usePresses(place: { readonly current: HTMLElement | null }, choose: (key: string) => void): void {
  const press = useEffectEvent((target: EventTarget | null) => {
    const marked = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    const key = marked?.dataset['key'];
    if (key !== undefined) choose(key);
  });
  useEffect(() => {
    const element = place.current;
    const pressed = ({ target }: MouseEvent): void => press(target);
    element?.addEventListener('click', pressed);
    return () => element?.removeEventListener('click', pressed);
  }, [place]);
}
