import type { Rules } from '../../rules.ts';
import type { TaskState } from '../task-state.ts';
import type { ChangeDecider, DueMove } from './change-state.ts';
import { type TaskChange, thingKey } from './task-change.ts';

/**
 * Who decides on the change: the office the first extensions of a thing and what it added to the notice by itself, a leader
 * everything else, above all what touches a unit that the notice names.
 */
export function deciderOf(
  change: TaskChange,
  { parties, changes }: Pick<TaskState, 'parties' | 'changes'>,
  { extensionsByOffice }: Pick<Rules, 'extensionsByOffice'>,
): ChangeDecider {
  switch (change.kind) {
    case 'extension':
      return extensionsOf(changes.dueMoves, thingKey(change.of)) < extensionsByOffice ? 'office' : 'leader';
    case 'decline': {
      const own = parties.filter(({ unitId }) => unitId === change.unitId);
      return own.length > 0 && own.every(({ basis }) => basis === 'added') ? 'office' : 'leader';
    }
    case 'reassignment':
    case 'target':
    case 'amendment':
    case 'suspension':
    case 'resumption':
    case 'termination':
      return 'leader';
  }
}

/** How many extensions of the thing were granted so far. */
export function extensionsOf(moves: readonly DueMove[], thing: string): number {
  return moves.filter((move) => move.cause === 'extension' && move.thing === thing).length;
}
