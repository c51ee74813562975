import { createContext, useContext } from 'react';

/** An act that is sent in ten seconds unless it is taken back. */
export interface DelayedAct {
  /** Names what is decided: as long as one act about it waits, another is not taken, however often it is asked for. */
  readonly about: string;
  /** What was asked for, as a person reads it: 审核通过市科技局第三季度进展情况表. */
  readonly label: string;
  /** Sends it, with the same act id each time; `isLeaving` when the page is being closed. */
  readonly send: (isLeaving: boolean) => Promise<void>;
  /** After it was recorded. */
  readonly onRecorded?: () => void;
}

/** Puts acts into the bar. */
export type Delay = (act: DelayedAct) => void;

interface Undo {
  readonly delay: Delay;
  /** What waits in the bar or is being sent. */
  readonly asked: readonly string[];
}

/** Reached through `useUndo` and `useIsAsked`. */
export const UndoContext = createContext<Undo>({
  asked: [],
  delay: () => {
    throw new Error('an act was delayed outside the page that could take it back');
  },
});

/** Delays an act by ten seconds, in which it can be taken back: the command itself is sent only then. */
export function useUndo(): Delay {
  return useContext(UndoContext).delay;
}

/** Whether an act about that waits in the bar or is being sent, on whatever page it was asked for. */
export function useIsAsked(about: string): boolean {
  return useContext(UndoContext).asked.includes(about);
}
