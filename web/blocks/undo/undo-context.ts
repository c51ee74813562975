import { createContext, useContext } from 'react';

/** An act that is sent in ten seconds unless it is taken back. */
export interface DelayedAct {
  /** What was asked for, as a person reads it: 审核通过市科技局第三季度进展情况表. */
  readonly label: string;
  /** Sends it, with the same act id each time; `isLeaving` when the page is being closed. */
  readonly send: (isLeaving: boolean) => Promise<void>;
  /** After it was recorded. */
  readonly onRecorded?: () => void;
  /** After it was taken back. */
  readonly onTakenBack?: () => void;
}

/** Puts acts into the bar. */
export type Delay = (act: DelayedAct) => void;

/** Reached through `useUndo`. */
export const UndoContext = createContext<Delay>(() => {
  throw new Error('an act was delayed outside the page that could take it back');
});

/** Delays an act by ten seconds, in which it can be taken back: the command itself is sent only then. */
export function useUndo(): Delay {
  return useContext(UndoContext);
}
