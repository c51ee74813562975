import { useCallback, useRef, useState } from 'react';
import { type Problem, isUnconfirmed, problemOf } from '../../http/problem.ts';
import { newActId } from './act-id.ts';

/** Where a form's act stands. */
export interface Sending {
  readonly phase: 'ready' | 'sending' | 'unconfirmed' | 'refused' | 'recorded';
  readonly problem: Problem | null;
  /** The id under which the form's act goes; the same until the server refused it. */
  readonly actId: string;
  /** Sends; resolves to whether it is recorded. While one is under way a second call does nothing. */
  readonly send: (post: (actId: string) => Promise<unknown>) => Promise<boolean>;
  /** A new form: a new act. */
  readonly renew: () => void;
}

/** Sends one form's act: a double click is one act, and after an answer that got lost the same can be sent again. */
export function useSending(firstId?: string): Sending {
  const [actId, setActId] = useState(() => firstId ?? newActId());
  const [phase, setPhase] = useState<Sending['phase']>('ready');
  const [problem, setProblem] = useState<Problem | null>(null);
  const isUnderWay = useRef(false);

  const send = useCallback(
    async (post: (id: string) => Promise<unknown>): Promise<boolean> => {
      if (isUnderWay.current) return false;
      isUnderWay.current = true;
      setPhase('sending');
      setProblem(null);
      try {
        await post(actId);
        setPhase('recorded');
        return true;
      } catch (error) {
        const told = problemOf(error);
        setProblem(told);
        setPhase(isUnconfirmed(told) ? 'unconfirmed' : 'refused');
        // A refusal was answered under this id; what the person corrects is another act.
        if (!isUnconfirmed(told)) setActId(newActId());
        return false;
      } finally {
        isUnderWay.current = false;
      }
    },
    [actId],
  );
  const renew = useCallback(() => {
    setActId(newActId());
    setPhase('ready');
    setProblem(null);
  }, []);
  return { phase, problem, actId, send, renew };
}
