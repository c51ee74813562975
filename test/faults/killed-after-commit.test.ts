import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createProcessGroup } from '../../embedded/process-group.ts';
import { counterEngine } from '../workflows/counter/counter-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { temporalServer } from '../support/temporal.ts';
import type { CounterWorkerOrder } from './counter-worker.ts';
import { randomMoments } from './random-moments.ts';

const seed = 20221201;
const kills = 10;

let engine: Awaited<ReturnType<typeof counterEngine>>;
beforeAll(async () => {
  engine = await counterEngine();
});
afterAll(() => engine.close());

interface JournalLine {
  readonly chain: string;
  readonly commandId: string;
  readonly isLast: boolean;
  readonly outcome: { readonly outcome: string; readonly recorded: readonly unknown[] };
}

function readJournal(file: string): readonly JournalLine[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as JournalLine]));
}

/** Keeps one worker process alive, as a supervisor does; each of the first ones dies right after a commit. */
async function superviseWorkers(folder: string, journalFile: string) {
  const { address, namespace } = await temporalServer();
  const bundleFile = join(folder, 'bundle.js');
  writeFileSync(bundleFile, engine.bundle.code);
  const common = {
    databaseUrl: engine.appUrl,
    address,
    namespace,
    taskQueue: engine.taskQueue,
    bundleFile,
    journalFile,
  };
  const group = createProcessGroup(() => {});
  let isOver = false;
  const startOne = (dieAfter: number | null) => {
    const order: CounterWorkerOrder = { ...common, dieAfter };
    return group.start({
      name: 'counter worker',
      command: process.execPath,
      args: [join(import.meta.dirname, 'counter-worker.ts'), JSON.stringify(order)],
      logFile: join(folder, 'worker.log'),
    });
  };
  const supervise = async (): Promise<void> => {
    for (const dieAfter of randomMoments(seed, kills, [1, 5])) {
      if (!isOver) await startOne(dieAfter).exited;
    }
    if (!isOver) startOne(null);
  };
  const supervision = supervise();
  return async (): Promise<void> => {
    isOver = true;
    await group.stop();
    await supervision;
  };
}

describe(`a worker that is killed ${kills} times between commit and report (seed ${seed})`, () => {
  it('finds its own rows again at the next try, and every caller gets an answer', async () => {
    const folder = temporaryFolder();
    const journalFile = join(folder, 'journal.ndjson');
    onTestFinished(await superviseWorkers(folder, journalFile));
    const ids = Array.from({ length: 5 }, () => randomUUID());
    const answersOf = async (id: string) => {
      const answers = [];
      for (let n = 1; n <= 8; n += 1) answers.push(await engine.act(id, { type: 'add', n }));
      return answers;
    };
    const answers = await Promise.all(ids.map(answersOf));

    const journal = readJournal(journalFile);
    const dead = journal.filter(({ isLast }) => isLast);
    expect(dead).toHaveLength(kills);
    expect(dead.map(({ outcome }) => outcome.outcome)).toContain('appended');
    for (const lost of dead) {
      const tries = journal.filter(({ chain, commandId }) => chain === lost.chain && commandId === lost.commandId);
      // The first try itself may have died unheard of, when another append of the same process was the last.
      expect(tries.slice(1).map(({ outcome }) => outcome.outcome)).toEqual(tries.slice(1).map(() => 'repeated'));
      expect(tries.length).toBeGreaterThan(1);
      for (const { outcome } of tries) expect(outcome.recorded).toEqual(lost.outcome.recorded);
    }
    for (const [index, id] of ids.entries()) {
      const events = await engine.events(id);
      expect(events.map(({ event }) => event.type)).toEqual(['begun', ...Array.from({ length: 8 }, () => 'added')]);
      expect(events.slice(1).map(({ commandId, seq }) => ({ commandId, seq }))).toEqual(
        answers[index]?.map(({ commandId, seq }) => ({ commandId, seq })),
      );
    }
  });
});
