import type { Activities } from '../activities/index.ts';
import { createBookOpening } from '../activities/open-book.ts';
import { createLedger } from '../activities/ledger.ts';
import { type Instant, instantOfEpoch } from '../domain/instant.ts';
import type { EventBase } from '../domain/ledger/event.ts';
import type { OpenStore } from '../store/store.ts';
import type { AppendOutcome, AppendRequest } from '../workflows/ledger-port.ts';

/** The activities of a task's writer, on the real ledger. */
export function wholeActivities(
  store: OpenStore,
): Pick<Activities, 'append' | 'findAnswer' | 'noteParked' | 'loadTask'> {
  return { ...createLedger(store), loadTask: createBookOpening(store).loadTask };
}

/** The same with an append that records nothing and answers at once: what is left is the engine's own time. */
export function bareActivities(store: OpenStore): ReturnType<typeof wholeActivities> {
  return { ...wholeActivities(store), append: recordNothing };
}

async function recordNothing<E extends EventBase>(request: AppendRequest<E>): Promise<AppendOutcome<E>> {
  const { chain, commandId, events, expected } = request;
  const recordedAt: Instant = request.recordedAt ?? instantOfEpoch(Date.now());
  const recorded = events.map((event, ordinal) => {
    const seq = expected.seq + ordinal + 1;
    return { chain, commandId, ordinal, recordedAt, event, seq, hash: String(seq).padStart(64, '0') };
  });
  return { outcome: 'appended', recorded };
}
