import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import { endpoints } from '../../api/schemas/endpoints/endpoints.ts';
import { type Seat, seats } from '../../domain/actor.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { scopeOf } from '../../domain/permissions.ts';
import { issue, rehearse } from '../store/plan/rehearsed-plan.ts';
import { actors } from './actors.ts';
import { type ApiBed, type Ask, apiBed, signedInAs } from './api-bed.ts';

const table = Object.entries(endpoints as Readonly<Record<string, Endpoint>>);
const guarded = table.filter(([, { access }]) => access !== 'open' && access !== 'signed-in');
const own = 'gongxinju';
// A unit of the plan, and one that has nothing to do with it.
const units = [own, 'fagaiwei', 'jiaoyuju'];

// What is told of the plan or of a unit as a whole: not to a unit, and not to who sees only the rows that were handed to them (none here).
const ofWholePlan: ReadonlySet<string> = new Set(['planTimeline', 'quarter']);
const ofWholeUnit: ReadonlySet<string> = new Set(
  `addEvidence consultation receipts task taskTimeline coming glance heatMap load orders urgings changes findings objections yearEnd sheets handOver`.split(
    ' ',
  ),
);

function isRefused(name: string, scope: ReturnType<typeof scopeOf>, isOwnUnit: boolean): boolean {
  if (scope === null) return true;
  if (scope === 'any') return false;
  return !isOwnUnit || ofWholePlan.has(name) || (scope === 'own-rows' && ofWholeUnit.has(name));
}

describe('the table of rights, asked over HTTP', () => {
  let bed: ApiBed;
  let planId = '';
  let taskId = '';
  const asks = new Map<Seat, Ask>();

  beforeAll(async () => {
    bed = await apiBed();
    const plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    planId = plan.planId;
    taskId = plan.taskId('1');
    for (const seat of seats) asks.set(seat, await signedInAs(bed, actors[seat]));
  });
  afterAll(() => bed.close());

  const statusOf = async (ask: Ask | undefined, { path, method }: Endpoint, unit: string) => {
    const address = path
      .replace('{planId}', planId)
      .replace('{taskId}', taskId)
      .replace('{unitId}', unitIdOf(unit))
      .replace('{period}', '2022Q3')
      .replace('{kind}', 'progress')
      .replace('{evidenceId}', taskId);
    const file = `?evidenceId=${taskId}&fileName=a.pdf&taskId=${taskId}&subjectId=1`;
    const query = path.endsWith('/evidence') ? file : '';
    const answer = await ask?.(`${address}${query}`, {
      method: method.toUpperCase(),
      ...(method === 'get' ? {} : { body: '{}' }),
    });
    if (answer === undefined) throw new Error('nobody asked');
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    const { code = 'none' } = isJson ? ((await answer.json()) as { readonly code?: string }) : {};
    return { status: answer.status, code };
  };

  describe.each(guarded)('%s', (name, endpoint) => {
    it.each(seats)('lets the seat %s in only where the table does, and nobody into another unit', async (seat) => {
      const { access } = endpoint;
      for (const unit of endpoint.path.includes('{unitId}') ? units : [own]) {
        const { status, code } = await statusOf(asks.get(seat), endpoint, unit);
        const scope = access === 'seated' ? 'any' : scopeOf(seat, access as Parameters<typeof scopeOf>[1]);
        const isOwnUnit = unit === own;
        expect(code === 'not-permitted', `${seat} in ${unit}: ${status} ${code}`).toBe(
          isRefused(name, scope, isOwnUnit),
        );
      }
    });

    it('asks who is there', async () => {
      expect(await statusOf(bed.ask, endpoint, own)).toEqual({ status: 401, code: 'not-signed-in' });
    });
  });

  it('leaves no route without a right but those that everybody needs', () => {
    expect(table.filter(([, { access }]) => access === 'open').map(([name]) => name)).toEqual([
      'session',
      'signIn',
      'confirmSecondFactor',
      'signOut',
      'firstAdministrator',
      'acceptInvitation',
    ]);
  });
});
