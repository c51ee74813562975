import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endSessionsOf } from '../../store/account/logins.ts';
import { actor, issue, officer, on, q3, type RehearsedPlan, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

interface Told {
  readonly event: string;
  readonly data: { readonly planId: string; readonly chains?: readonly string[] };
}

/** The events of a stream, one at a time; heartbeats are passed over. */
function eventsOf(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('an answer without a body');
  let rest = '';
  const next = async (): Promise<Told | null> => {
    const end = rest.indexOf('\n\n');
    if (end < 0) {
      const { done, value } = await reader.read();
      if (done) return null;
      rest += value;
      return next();
    }
    const block = rest.slice(0, end);
    rest = rest.slice(end + 2);
    const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
    const [event, data] = [field('event'), field('data')];
    return event === undefined || data === undefined ? next() : { event, data: JSON.parse(data) as Told['data'] };
  };
  return { next, close: () => reader.cancel() };
}

describe('the stream of changes', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let ask: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-10-08'));
    ask = await signedInAs(bed, officer);
  });
  afterAll(() => bed.close());

  const watch = async (by: Ask) => by(`/api/changes?planId=${plan.planId}`);
  const save = async (value: number): Promise<void> => {
    const row = { taskId: plan.taskId('1'), subjectId: '1', value, texts: { done: '已建成。' } };
    const { seat, unitId } = officer;
    const act = { actId: randomUUID(), seat: { seat, unitId }, act: { type: 'saveRows', of: q3, rows: [row] } };
    await bodyOf(await ask(`/api/plans/${plan.planId}/acts`, { method: 'POST', body: JSON.stringify(act) }));
  };
  const watchers = async (): Promise<string | undefined> =>
    (await (await bed.ask('/api/metrics')).text()).match(/^duban_change_streams (\d+)$/m)?.[1];

  it('tells each act that was recorded since it began, by its chain', async () => {
    const answer = await watch(ask);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const stream = eventsOf(answer);
    expect(await stream.next()).toEqual({ event: 'listening', data: { planId: plan.planId } });
    await save(800);
    expect(await stream.next()).toMatchObject({
      event: 'changed',
      data: { planId: plan.planId, chains: [expect.stringMatching(/^return\//)] },
    });
    await save(810);
    expect((await stream.next())?.event).toBe('changed');
    expect(await watchers()).toBe('1');
    await stream.close();
    expect(await watchers()).toBe('0');
  });

  it('is closed when its session ends', async () => {
    const other = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
    const stream = eventsOf(await watch(await signedInAs(bed, other)));
    expect((await stream.next())?.event).toBe('listening');
    await endSessionsOf(bed.store, other.personId);
    expect(await stream.next()).toBeNull();
  });

  it('is opened to nobody who is not signed in, and for no plan that is none', async () => {
    expect((await watch(bed.ask)).status).toBe(401);
    expect((await ask(`/api/changes?planId=${randomUUID()}`)).status).toBe(404);
    expect((await ask('/api/changes')).status).toBe(400);
  });
});

describe('the metrics', () => {
  it('have each family that operators watch, with the figures of the database', async () => {
    const bed = await apiBed();
    const plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await bed.ask('/api/health');
    const answer = await bed.ask('/api/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect([...text.matchAll(/^# TYPE (duban_\S+) (\w+)$/gm)].map(([, name, type]) => `${name} ${type}`)).toEqual([
      'duban_http_request_seconds histogram',
      'duban_acts_total counter',
      'duban_change_streams gauge',
      'duban_letters gauge',
      'duban_mails gauge',
      'duban_ledger_events gauge',
      'duban_chains_parked gauge',
      'duban_deliveries_pending gauge',
    ]);
    expect(text).toContain('duban_http_request_seconds_count{method="GET",area="health",status="200"} 1');
    const figure = (name: string) => Number(text.match(new RegExp(`^duban_${name} (.*)$`, 'm'))?.[1]);
    const { rows } = await bed.store.pool.query<{ n: string }>('SELECT count(*) AS n FROM event');
    expect(figure('ledger_events')).toBe(Number(rows[0]?.n));
    expect(figure('letters{state="coming"}')).toBeGreaterThan(0);
    expect(figure('letters{state="sent"}')).toBe(0);
    expect(figure('chains_parked')).toBe(0);
    expect(figure('deliveries_pending')).toBe(0);
    await bed.close();
  });

  it('are told to this machine, and to another only with the word', async () => {
    const metricsToken = 'a-word-of-at-least-16';
    const bed = await apiBed({ trustsProxy: true, metricsToken });
    const from = async (headers: Record<string, string>) => (await bed.ask('/api/metrics', { headers })).status;
    const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
    expect(await from({})).toBe(200);
    expect(await from(elsewhere)).toBe(403);
    expect(await from({ ...elsewhere, authorization: 'Bearer another-word' })).toBe(403);
    expect(await from({ ...elsewhere, authorization: `Bearer ${metricsToken}` })).toBe(200);
    await bed.close();
  });
});
