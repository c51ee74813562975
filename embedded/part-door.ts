import type { Child } from './process-group.ts';

/** Ends and restarts one part on the same port and state, as an operator or a crash would. */
export interface PartDoor {
  readonly start: () => Promise<void>;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
  /** Ends it with SIGKILL. */
  readonly kill: () => Promise<void>;
}

/** What one part needs of the start that it belongs to. */
export interface PartPlace {
  /** Takes note of a process, so that a later start can find it should this one be killed. */
  readonly note: (name: string, child: Child) => void;
  readonly isKept: boolean;
}

/** Starts the part and gives the door to it. */
export async function openDoor(name: string, place: PartPlace, startChild: () => Promise<Child>): Promise<PartDoor> {
  let child = await startChild();
  place.note(name, child);
  const start = async (): Promise<void> => {
    if (child.isAlive()) return;
    child = await startChild();
    place.note(name, child);
  };
  return { start, stop: () => child.stop(), kill: () => child.kill() };
}
