import type { ReactNode } from 'react';

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
