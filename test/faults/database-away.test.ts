import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../embedded/free-port.ts';
import { startPostgres, superuserUrl } from '../../embedded/postgres.ts';
import { createProcessGroup } from '../../embedded/process-group.ts';
import { migrate } from '../../store/migrate.ts';
import { provisionDatabase } from '../../store/provision-database.ts';
import { writerStatus } from '../../workflows/messages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { databaseUrl } from '../support/database-url.ts';
import { counterActivities, counterStore } from '../workflows/counter/counter-activities.ts';
import { counterEngine } from '../workflows/counter/counter-engine.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;
beforeAll(async () => {
  engine = await counterEngine();
});
afterAll(() => engine.close());

/** A migrated PostgreSQL of the test's own that can be stopped and started. */
async function ownDatabase() {
  const group = createProcessGroup(() => {});
  onTestFinished(() => group.stop());
  const folder = temporaryFolder();
  const access = { port: await freePort(), superuserPassword: 'superuser' };
  const startOne = () =>
    startPostgres({ ...access, group, folder, logFile: join(folder, 'postgres.log'), isDurable: false });
  let server = await startOne();
  const url = superuserUrl(access);
  await provisionDatabase({ superuserUrl: url, database: 'duban', ownerPassword: 'owner', appPassword: 'app' });
  await migrate(databaseUrl(url, 'duban_owner:owner', 'duban'), resolve('prisma/migrations'));
  return {
    appUrl: databaseUrl(url, 'duban_app:app', 'duban'),
    stop: () => server.stop(),
    start: async () => void (server = await startOne()),
  };
}

/** A worker whose counters named in `ids` are kept in the database at `url`, and all others in the one of this file. */
async function startSplitWorker(url: string, ids: readonly string[]): Promise<void> {
  const store = counterStore(url);
  const [there, here] = [counterActivities(store), engine.activities];
  const chains = new Set(ids.map((id) => `task/${id}`));
  const of = (chain: string) => (chains.has(chain) ? there : here);
  const worker = await engine.startWorker({
    openCounter: (request: { readonly id: string }) => of(`task/${request.id}`).openCounter(request),
    append: (request: Parameters<typeof here.append>[0]) => of(request.chain).append(request),
    findAnswer: (question: Parameters<typeof here.findAnswer>[0]) => of(question.chain).findAnswer(question),
    noteParked: (note: Parameters<typeof here.noteParked>[0]) => of(note.chain).noteParked(note),
  });
  onTestFinished(async () => {
    await worker.stop();
    await store.pool.end();
  });
}

const historyOf = async (id: string): Promise<number> => (await engine.handle(id).describe()).historyLength;

describe('a database that is away for 90 seconds while 100 tasks wait for it', () => {
  it('keeps no other task from its answers, and no history of the waiting ones grows by more than 12 events', async () => {
    const database = await ownDatabase();
    const waiting = Array.from({ length: 100 }, () => randomUUID());
    await startSplitWorker(database.appUrl, waiting);
    const other = randomUUID();
    await engine.act(other, { type: 'add', n: 0 });
    await Promise.all(waiting.map((id) => engine.act(id, { type: 'add', n: 1 })));
    const before = await Promise.all(waiting.map(historyOf));

    await database.stop();
    let answered = 0;
    const answers = waiting.map(async (id) => {
      const answer = await engine.act(id, { type: 'add', n: 2 });
      answered += 1;
      return answer;
    });
    const allAnswers = Promise.all(answers);
    await vi.waitFor(async () => expect(await Promise.all(waiting.map(isRetrying))).not.toContain(false), {
      timeout: 60_000,
      interval: 500,
    });
    for (let n = 1; n <= 9; n += 1) {
      expect((await engine.act(other, { type: 'add', n })).events).toBe(1);
      expect(await engine.handle(other).query(writerStatus)).toMatchObject({ seq: n + 2, needsAttention: null });
      expect(answered).toBe(0);
      await wait(10_000);
    }
    const grown = async () => (await Promise.all(waiting.map(historyOf))).map((length, n) => length - (before[n] ?? 0));
    expect(Math.max(...(await grown()))).toBeLessThanOrEqual(12);

    await database.start();
    expect((await allAnswers).map(({ seq, events }) => ({ seq, events }))).toEqual(
      waiting.map(() => ({ seq: 3, events: 1 })),
    );
    expect(Math.max(...(await grown()))).toBeLessThanOrEqual(12);
  });
});

/** Whether the counter's append has been tried in vain. */
async function isRetrying(id: string): Promise<boolean> {
  const { raw } = await engine.handle(id).describe();
  return (raw.pendingActivities?.[0]?.attempt ?? 0) > 1;
}
