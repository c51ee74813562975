import type { Env } from '../config/env.ts';
import { databasePart } from './database-part.ts';
import type { MailCatcher } from './mail-catcher.ts';
import { mailPart } from './mail-part.ts';
import type { PartDoor } from './part-door.ts';
import { type PartAddresses, dropPartsFile, readPartsFile, writePartsFile } from './parts-file.ts';
import { type Child, type ChildPlan, type Crash, type ProcessGroup, createProcessGroup } from './process-group.ts';
import { type StateDirectory, openStateDirectory } from './state-directory.ts';
import { holderOf } from './state-lock.ts';
import { temporalPart } from './temporal-part.ts';

export interface PartsPlan {
  /** The state directory; a second start on it is refused. */
  readonly home: string;
  /** A part whose setting is given here is used as it is and neither started nor stopped. */
  readonly env: Env;
  /** Hears of a part, or a process started beside them, that ended by itself. */
  readonly onCrash: (crash: Crash) => void;
  /** False only for tests: the parts' state need not survive this process. */
  readonly isKept?: boolean;
}

/** The running parts: PostgreSQL with its roles and database (not migrated), Temporal with its namespace, and mail. */
export interface Parts extends PartAddresses {
  /** Starts a process of duban beside the parts, with a log file of that name; it is ended before them. */
  readonly startProcess: (logName: string, plan: Omit<ChildPlan, 'logFile'>) => Child;
  /** Fault tests stop, kill and restart parts through these; null for a part that the environment gave. */
  readonly doors: Doors;
  /** Ends everything that was started, in order, and gives the state directory back. */
  readonly stop: () => Promise<void>;
}

export interface Doors {
  readonly postgres: PartDoor | null;
  readonly temporal: PartDoor | null;
  readonly mail: MailCatcher | null;
}

/** Starts what the environment does not give and waits until all of it answers; if one fails, the others are ended. */
export async function startParts(plan: PartsPlan): Promise<Parts> {
  const state = await openStateDirectory(plan.home);
  let isUp = false;
  // A part that ends while starting is told by the error that this function throws.
  const group = createProcessGroup((crash) => isUp && plan.onCrash(crash));
  const processes = new Map<string, Child>();
  try {
    const { addresses, doors } = await startAll(plan, state, group, processes);
    isUp = true;
    const startProcess: Parts['startProcess'] = (logName, child) => {
      const started = group.start({ ...child, logFile: state.logFile(logName) });
      processes.set(logName, started);
      writePartsFile(plan.home, addresses, [...processes.values()]);
      return started;
    };
    return { ...addresses, startProcess, doors, stop: () => stopAll(state, group, doors.mail) };
  } catch (error) {
    await stopAll(state, group, null);
    throw error;
  }
}

/** The parts of a start that is running on `home` now, or null; they are that start's, and not to be ended by others. */
export function runningParts(home: string): PartAddresses | null {
  return holderOf(home) === null ? null : readPartsFile(home);
}

async function startAll(
  { env, home, isKept = true }: PartsPlan,
  state: StateDirectory,
  group: ProcessGroup,
  processes: Map<string, Child>,
): Promise<{ readonly addresses: PartAddresses; readonly doors: Doors }> {
  let addresses: PartAddresses | null = null;
  const note = (name: string, child: Child): void => {
    processes.set(name, child);
    if (addresses !== null) writePartsFile(home, addresses, [...processes.values()]);
  };
  const place = { note, isKept };
  const mail = await mailPart(env, state);
  const [database, temporal] = await bothOrNeither(
    databasePart(env, state, group, place),
    temporalPart(env, state, group, place),
  ).catch(async (error: unknown) => {
    await mail.door?.close();
    throw error;
  });
  addresses = { ...withoutDoor(mail), ...withoutDoor(database), ...withoutDoor(temporal) };
  writePartsFile(home, addresses, [...processes.values()]);
  return { addresses, doors: { postgres: database.door, temporal: temporal.door, mail: mail.door } };
}

// Both are waited for even when one fails, so that nothing starts after everything was ended.
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

function withoutDoor<T extends { readonly door: unknown }>({ door: _door, ...addresses }: T): Omit<T, 'door'> {
  return addresses;
}

async function stopAll(state: StateDirectory, group: ProcessGroup, mail: MailCatcher | null): Promise<void> {
  await group.stop();
  await mail?.close();
  dropPartsFile(state.home);
  state.release();
}
