import { type Action, scopeOf } from '../../domain/permissions.ts';
import type { Session } from './session.ts';

/** Whether the chosen seat has this right at all; over what it reaches, the server decides with the same table. */
export function mayAtAll({ chosen }: Session, action: Action): boolean {
  return chosen !== null && scopeOf(chosen.seat, action) !== null;
}
