import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { createLedger } from '../../../activities/ledger.ts';
import { contentHash } from '../../../domain/canonical.ts';
import { type Instant, instantOfEpoch } from '../../../domain/instant.ts';
import type { EventBase, Recorded } from '../../../domain/ledger/event.ts';
import type { PlanClock } from '../../../domain/plan/plan-state.ts';
import rules from '../../../seeds/rules/default.json' with { type: 'json' };
import { type Books, chainBook } from '../../../store/ledger/chain-book.ts';
import { loadChain, readEvents } from '../../../store/ledger/load.ts';
import { openPool } from '../../../store/pool.ts';
import type { OpenedBook } from '../../../workflows/ledger-port.ts';
import type { CommandAnswer } from '../../../domain/ledger/command-answer.ts';
import type { Envelope } from '../../../workflows/messages.ts';
import { attributesOf } from '../../../workflows/search-attributes.ts';
import { freshDatabase } from '../../support/database.ts';
import { testEngine } from '../../support/worker.ts';
import { type CounterAct, type CounterCommand, type CounterState, counterBook } from './counter-book.ts';
import { type actOnCounter, counter } from './counter-workflow.ts';

const book = chainBook(
  counterBook,
  () => null,
  () => [],
);
const books: Books = { task: book, plan: book, return: book, registry: book };

/** The counter on the real Temporal server and the real ledger; on a real clock unless `steppedId` made its id. */
export async function counterEngine(converter?: DataConverter) {
  const { appUrl, superuserUrl } = await freshDatabase();
  const store = { pool: openPool({ url: appUrl, size: 5, name: 'counter' }), books };
  const engine = await testEngine(fileURLToPath(new URL('./counter-workflow.ts', import.meta.url)), converter);
  const ledger = createLedger(store);
  const stepped = new Set<string>();

  const openCounter = async ({ id }: { readonly id: string }): Promise<OpenedBook<CounterState, CounterCommand>> => {
    const chain = `task/${id}`;
    const clock: PlanClock = stepped.has(id) ? 'stepped' : 'real';
    const loaded = await loadChain(store, chain);
    const first: CounterCommand = { type: 'begin' };
    const at = clock === 'stepped' ? startOfSteps : instantOfEpoch(Date.now());
    return {
      chain,
      position: { seq: loaded.seq, hash: loaded.hash },
      state: loaded.state as CounterState,
      context: { rules, calendar: [], decisionVersion: 1 },
      clock,
      planInstant: clock === 'stepped' ? startOfSteps : null,
      recent: loaded.recent,
      first: loaded.seq > 0 ? null : { commandId: `begin/${id}`, contentHash: contentHash(first), at, command: first },
    };
  };

  const gate = openGate();
  const append: typeof ledger.append = async (request) => {
    await gate.passed();
    return ledger.append(request);
  };
  const activities = { ...ledger, append, openCounter };
  const startOptions = (id: string) => ({
    workflowId: `task/${id}`,
    taskQueue: engine.taskQueue,
    args: [{ id }] as [{ readonly id: string }],
    typedSearchAttributes: attributesOf('none'),
  });
  const startOperation = (id: string) =>
    new WithStartWorkflowOperation(counter, { ...startOptions(id), workflowIdConflictPolicy: 'USE_EXISTING' });

  return {
    ...engine,
    store,
    superuserUrl,
    activities,
    /** Holds every append until it is opened again, so that commands queue. */
    gate,
    /** The id of a counter on a stepped clock. */
    steppedId: (): string => {
      const id = randomUUID();
      stepped.add(id);
      return id;
    },
    handle: (id: string): WorkflowHandle<typeof counter> => engine.client.workflow.getHandle(`task/${id}`),
    startOptions: (id: string) => ({
      ...startOptions(id),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    }),
    /** Sends a command as people's browsers do: with an id of its own, to a counter that may not run yet. */
    act: (id: string, command: CounterAct, sent: Partial<Envelope<CounterAct>> = {}): Promise<CommandAnswer> => {
      const envelope = envelopeOf(command, sent);
      return engine.client.workflow.executeUpdateWithStart<typeof counter, CommandAnswer, [Envelope<CounterAct>]>(
        updateName,
        { updateId: envelope.commandId, args: [envelope], startWorkflowOperation: startOperation(id) },
      );
    },
    events: (id: string): Promise<readonly Recorded<EventBase>[]> => readEvents(store, `task/${id}`),
    close: async (): Promise<void> => {
      gate.open();
      await engine.close();
      await store.pool.end();
    },
  };
}

const updateName = 'actOnCounter' satisfies typeof actOnCounter.name;

/** Where the clock of stepped counters begins. */
export const startOfSteps = '2022-08-22T01:00:00.000Z' as Instant;

/** An envelope with its parts as given, or of its own. */
export function envelopeOf(command: CounterAct, sent: Partial<Envelope<CounterAct>> = {}): Envelope<CounterAct> {
  return {
    commandId: randomUUID(),
    contentHash: contentHash(command),
    receivedAt: instantOfEpoch(Date.now()),
    command,
    ...sent,
  };
}

function openGate() {
  let open = Promise.resolve();
  let release = (): void => {};
  let held = 0;
  return {
    passed: async (): Promise<void> => {
      held += 1;
      await open;
      held -= 1;
    },
    held: (): number => held,
    close: (): void => {
      open = new Promise((done) => (release = done));
    },
    open: (): void => release(),
  };
}
