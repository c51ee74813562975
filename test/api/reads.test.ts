import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import { endpoints } from '../../api/schemas/endpoints/endpoints.ts';
import {
  actor,
  clerk,
  head,
  issue,
  leader,
  officer,
  playThirdQuarter,
  type RehearsedPlan,
  rehearse,
} from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, signedInAs } from './api-bed.ts';

const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const admin = actor('shuziban-admin', 'admin', 'shuziban');
const writer = actor('gongxinju-writer', 'writer', 'gongxinju');
const readers = { office: clerk, supervisor, leader, officer, head, writer, admin };

describe('every read of a plan whose third quarter was played', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  const asked = new Map<string, Ask>();

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await playThirdQuarter(plan);
    for (const [name, who] of Object.entries(readers)) asked.set(name, await signedInAs(bed, who));
  });
  afterAll(() => bed.close());

  const reads = Object.entries(endpoints as Readonly<Record<string, Endpoint>>).filter(
    ([, { method, answer, path }]) => method === 'get' && answer !== 'file' && !/\{(order|sheet)Id\}/.test(path),
  );

  const addressOf = ({ path }: Endpoint): string =>
    path
      .replace('{planId}', plan.planId)
      .replace('{taskId}', plan.taskId('1'))
      .replace('{unitId}', unitIdOf('gongxinju'))
      .replace('{period}', '2022Q3')
      .replace('{kind}', 'progress')
      .replace(/explained-date$/, 'explained-date?date=2022-10-12&from=2022-09-30&workingDays=5')
      .replace(/search$/, 'search?words=5G');

  describe.each(reads)('%s', (name, endpoint) => {
    it.each(Object.keys(readers))('answers what its schema says to the seat %s, or refuses', async (seat) => {
      const ask = asked.get(seat);
      const answer = await ask?.(addressOf(endpoint));
      const text = (await answer?.text()) ?? '';
      expect([200, 403], `${name} ${seat} ${text}`).toContain(answer?.status);
      if (answer?.status !== 200 || endpoint.answer === 'file') return;
      const parsed = endpoint.answer.safeParse(JSON.parse(text));
      expect(parsed.error?.issues ?? [], text.slice(0, 500)).toEqual([]);
    });
  });
});
