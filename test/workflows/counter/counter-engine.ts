import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { contentHash } from '../../../domain/canonical.ts';
import { instantOfEpoch } from '../../../domain/instant.ts';
import type { CommandAnswer } from '../../../domain/ledger/command-answer.ts';
import type { EventBase, Recorded } from '../../../domain/ledger/event.ts';
import { readEvents } from '../../../store/ledger/load.ts';
import type { Envelope } from '../../../workflows/messages.ts';
import { attributesOf } from '../../../workflows/search-attributes.ts';
import { freshDatabase } from '../../support/database.ts';
import { testEngine } from '../../support/worker.ts';
import { counterActivities, counterStore } from './counter-activities.ts';
import type { CounterAct } from './counter-book.ts';
import { type actOnCounter, counter } from './counter-workflow.ts';

/** The counter on the real Temporal server and the real ledger; on a real clock unless `steppedId` made its id. */
export async function counterEngine(converter?: DataConverter) {
  const { appUrl, superuserUrl } = await freshDatabase();
  const store = counterStore(appUrl);
  const engine = await testEngine(fileURLToPath(new URL('./counter-workflow.ts', import.meta.url)), converter);
  const stepped = new Set<string>();
  const ledger = counterActivities(store, (id) => stepped.has(id));

  const gate = openGate();
  const append: typeof ledger.append = async (request) => {
    await gate.passed();
    return ledger.append(request);
  };
  const activities = { ...ledger, append };
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
    appUrl,
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
