import { readAnew, readings, useReading } from '../http/readings.ts';
import { ask } from '../http/request.ts';
import { kept } from './kept.ts';
import type { HeldSeat } from './session.ts';

/** The session as the server has it; without a person where nobody is logged in. */
export function useSession() {
  return useReading<'session'>('/api/session');
}

/** Acts in another of the person's seats from now on; everything that was read is read anew. */
export async function takeSeat({ seat, unit: { unitId }, deputyFor }: HeldSeat): Promise<void> {
  await ask<'chooseSeat'>('put', '/api/session/seat', {
    body: { seat, unitId, deputyFor: deputyFor?.personId ?? null },
  });
  await readAnew();
}

/** Ends the session. Drafts go with it: the machine may be another's in the next hour. */
export async function logOut(): Promise<void> {
  await ask<'signOut'>('delete', '/api/session');
  kept.dropAll('draft/');
  readings.clear();
  window.location.assign('/login');
}
