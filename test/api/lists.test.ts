import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import { endpoints } from '../../api/schemas/endpoints/endpoints.ts';
import type { YearEndBody } from '../../api/schemas/ending.ts';
import type { ChangeListBody, FindingListBody } from '../../api/schemas/matter.ts';
import type { OrderListBody, UrgingBoardBody } from '../../api/schemas/order.ts';
import type { ReceiptBoardBody } from '../../api/schemas/plan.ts';
import type { PersonListBody } from '../../api/schemas/registry.ts';
import type { SheetListBody } from '../../api/schemas/sheet.ts';
import type { TimelinePageBody } from '../../api/schemas/task.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import {
  actor,
  clerk,
  head,
  issue,
  officer,
  on,
  q3,
  type RehearsedPlan,
  rehearse,
} from '../store/plan/rehearsed-plan.ts';
import { acting } from './acting.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

interface Page {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly rows: readonly unknown[];
}

interface Described {
  readonly paths: Readonly<
    Record<string, Record<string, { readonly parameters?: readonly { readonly name: string; readonly in: string }[] }>>
  >;
}

const gongxinju = unitIdOf('gongxinju');
const supervisor = actor('duchashi-supervisor-1', 'supervisor', 'duchashi');
const lists = Object.entries(endpoints as Readonly<Record<string, Endpoint>>).filter(
  ([, { query }]) => query !== undefined && 'page' in query.shape,
);

describe('lists of a plan whose units have not reported their third quarter', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let supervision: Ask;
  let office: Ask;
  let unit: Ask;

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await askedChanges(plan);
    await openedFindings(plan);
    await plan.advance(on('2022-10-20', 9));
    await urgedUnits(plan);
    const act = { type: 'changeContacts', unitId: gongxinju, from: plainDate('2022-10-21'), leaves: [] } as const;
    const texts = { takes: [], contacts: '张三 88881234', reason: '人员变动。' };
    for (const sheet of ['contacts-1', 'contacts-2'])
      await acting(
        bed.store,
        plan,
      )({ by: officer, at: on('2022-10-20', 10), act: { type: 'draftSheet', sheet, act: { ...act, ...texts } } });
    [supervision, office, unit] = [
      await signedInAs(bed, supervisor),
      await signedInAs(bed, clerk),
      await signedInAs(bed, officer),
    ];
  });
  afterAll(() => bed.close());

  const addressOf = ({ path }: Endpoint): string =>
    path.replace('{planId}', plan.planId).replace('{taskId}', plan.taskId('1'));
  const readerOf = ({ access }: Endpoint): Ask => (access === 'reviewReturn' ? office : supervision);
  const read = async <B>(ask: Ask, path: string): Promise<B> =>
    bodyOf<B>(await ask(path.startsWith('/') ? path : `/api/plans/${plan.planId}/${path}`));

  describe.each(lists)('%s', (name, endpoint) => {
    const shape = endpoint.query?.shape ?? {};
    const sorts = 'sort' in shape ? optionsOf(shape['sort']) : [null];
    const orders = 'order' in shape ? ['asc', 'desc'] : [null];

    it.each(sorts.flatMap((sort) => orders.map((order) => ({ sort, order }))))(
      'is the same list page by page and at once, in the order $sort $order',
      async ({ sort, order }) => {
        const [ask, path] = [readerOf(endpoint), addressOf(endpoint)];
        const asked = new URLSearchParams({ ...(sort && { sort }), ...(order && { order }) }).toString();
        const whole = await read<Page>(ask, `${path}?${asked}&size=200`);
        expect(whole.rows.length, name).toBe(whole.total);
        const rows: unknown[] = [];
        for (let page = 1; rows.length < Math.min(whole.total, 9); page += 1) {
          const { rows: some, total } = await read<Page>(ask, `${path}?${asked}&page=${page}&size=3`);
          expect([total, some.length], name).toEqual([whole.total, Math.min(3, whole.total - rows.length)]);
          rows.push(...some);
        }
        expect(rows).toEqual(whole.rows.slice(0, rows.length));
        const past = await read<Page>(ask, `${path}?${asked}&page=900&size=200`);
        expect(past).toMatchObject({ total: whole.total, page: 900, size: 200, rows: [] });
      },
    );

    it('is described with everything that it can be asked', async () => {
      const { paths } = await read<Described>(supervision, '/api/openapi.json');
      const { parameters = [] } = paths[endpoint.path]?.[endpoint.method] ?? {};
      const asked = parameters.filter((each) => each.in === 'query').map((each) => each.name);
      expect(asked.toSorted()).toEqual(Object.keys(shape).toSorted());
    });

    it('has an ETag, and is not sent again while nothing has changed', async () => {
      const [ask, path] = [readerOf(endpoint), `${addressOf(endpoint)}?size=2`];
      const etag = (await ask(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    });
  });

  it.each(lists.filter(([, { query }]) => 'search' in (query?.shape ?? {})))(
    '%s has nothing that says words which nobody wrote',
    async (_, endpoint) => {
      const path = `${addressOf(endpoint)}?search=${encodeURIComponent('没有人写过的话')}`;
      expect(await read<Page>(readerOf(endpoint), path)).toMatchObject({ total: 0, rows: [] });
    },
  );

  it('finds people by seat, account and words, plans by year, and units that have not receipted', async () => {
    const people = async (query: string) =>
      (await read<PersonListBody>(office, `/api/registry/people?planId=${plan.planId}&${query}`)).rows;
    const supervisors = await people('seat=supervisor');
    expect(supervisors).toHaveLength(2);
    expect(supervisors.every(({ seats }) => seats.some(({ seat }) => seat === 'supervisor'))).toBe(true);
    const own = await people(`unitId=${gongxinju}&seat=head`);
    expect(own.flatMap(({ seats }) => seats.map(({ unit: of, seat }) => [of.name, seat]))).toEqual([
      ['市工信局', 'head'],
    ]);
    expect(await people(`search=${encodeURIComponent(own[0]?.name ?? '')}&seat=head`)).toEqual(own);
    expect((await read<Page>(office, '/api/plans?year=2022&clock=stepped')).total).toBe(1);
    expect((await read<Page>(office, '/api/plans?year=2021')).total).toBe(0);
    const names = (await people('sort=name&size=200')).map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare));
    const open = await read<ReceiptBoardBody>(office, 'receipts?receipted=false&order=desc&sort=tasks');
    expect(open.rows.map(({ tasks }) => tasks)).toEqual([2, 2]);
    expect((await read<Page>(office, 'receipts?receipted=true')).total).toBe(0);
  });

  it('finds year-end rows that are not decided, with the figures of all', async () => {
    const all = await read<YearEndBody>(office, 'year-end');
    const left = await read<YearEndBody>(office, `year-end?decided=false&unitId=${gongxinju}`);
    expect(left.rows).toEqual(all.rows.filter(({ unit: of }) => of.unitId === gongxinju));
    expect([left.undecided, left.counts]).toEqual([all.undecided, all.counts]);
    expect((await read<YearEndBody>(office, 'year-end?decided=true')).total).toBe(0);
  });

  it('finds slips by unit, by the name of the unit and by where they stand', async () => {
    const { total } = await read<OrderListBody>(office, 'orders');
    expect(total).toBeGreaterThan(1);
    for (const query of [`unitId=${gongxinju}`, 'search=市工信局', `unitId=${gongxinju}&kind=slip&phase=drafted`])
      expect((await read<OrderListBody>(office, `orders?${query}`)).rows, query).toMatchObject([
        { unit: { unitId: gongxinju }, phase: 'drafted' },
      ]);
    for (const query of ['kind=order', 'phase=sent', `unitId=${randomUUID()}`])
      expect((await read<OrderListBody>(office, `orders?${query}`)).total, query).toBe(0);
    expect((await read<OrderListBody>(unit, `orders?unitId=${unitIdOf('fagaiwei')}`)).total).toBe(0);
  });

  it('finds changes by task, kind, state and words, and shows a unit its own', async () => {
    const numbers = async (ask: Ask, query: string) =>
      (await read<ChangeListBody>(ask, `changes?${query}`)).rows.map(({ taskNumber }) => taskNumber);
    expect(await numbers(office, 'sort=task&order=asc')).toEqual(['1', '2']);
    expect(await numbers(office, 'sort=task&order=desc')).toEqual(['2', '1']);
    expect(await numbers(office, 'sort=asked')).toEqual(['2', '1']);
    expect(await numbers(office, `taskId=${plan.taskId('2')}`)).toEqual(['2']);
    expect(await numbers(office, 'kind=decline&search=产业园')).toEqual(['2']);
    expect(await numbers(office, 'search=职责')).toEqual(['2', '1']);
    expect(await numbers(office, 'state=granted')).toEqual([]);
    expect(await numbers(await signedInAs(bed, actor('fagaiwei-officer-a', 'officer', 'fagaiwei')), '')).toEqual([]);
  });

  it('finds findings by task and by what they say', async () => {
    const claims = async (query: string) =>
      (await read<FindingListBody>(supervision, `findings?${query}`)).rows.map(({ claim }) => claim);
    expect(await claims('order=asc')).toEqual(['实地核查现场。', '查阅台账。']);
    expect(await claims('')).toEqual(['查阅台账。', '实地核查现场。']);
    expect(await claims('search=台账')).toEqual(['查阅台账。']);
    expect(await claims('phase=concluded')).toEqual([]);
    expect(await claims(`taskId=${plan.taskId('1')}&unitId=${gongxinju}`)).toHaveLength(2);
  });

  it('finds urgings by promise and by words, beside every unit that is late', async () => {
    const board = async (query: string) => read<UrgingBoardBody>(office, `urgings?${query}`);
    const all = await board('');
    expect([all.total, all.overdue.length > 0]).toEqual([2, true]);
    const found = await board('search=本周五&promiseState=open');
    expect(found.rows).toMatchObject([{ promise: '本周五前报送。' }]);
    expect(found.overdue).toEqual(all.overdue);
    expect((await board('promiseState=kept')).total).toBe(0);
  });

  it('finds sheets by where they stand and by what they are about', async () => {
    const all = await read<SheetListBody>(unit, 'sheets?phase=drafted&approver=head');
    expect(all.total).toBe(2);
    const [first] = all.rows;
    expect((await read<SheetListBody>(unit, `sheets?search=${first?.number}`)).rows).toEqual([first]);
    expect((await read<SheetListBody>(unit, 'sheets?phase=approved')).total).toBe(0);
    expect((await read<SheetListBody>(office, 'sheets')).total).toBe(0);
  });

  it('tells what happened on some days, by one person, of one kind, and the latest first', async () => {
    for (const path of ['timeline', `tasks/${plan.taskId('1')}/timeline`]) {
      const all = await read<TimelinePageBody>(supervision, `${path}?size=200`);
      const { rows: late } = await read<TimelinePageBody>(supervision, `${path}?order=desc&size=200`);
      expect(late).toEqual(all.rows.toReversed());
      const [from, until] = ['2022-08-16', '2022-09-30'];
      const { rows } = await read<TimelinePageBody>(supervision, `${path}?from=${from}&until=${until}&size=200`);
      expect(rows).toEqual(all.rows.filter(({ at }) => at >= on(from, 0) && at < on('2022-10-01', 0)));
      expect([rows.length > 0, rows.length < all.total], path).toEqual([true, true]);
      const one = all.rows.find(({ by }) => by !== null);
      const { rows: own } = await read<TimelinePageBody>(
        supervision,
        `${path}?personId=${one?.by?.person.personId}&type=${one?.type}&size=200`,
      );
      expect(own).toEqual(
        all.rows.filter(({ by, type }) => by?.person.personId === one?.by?.person.personId && type === one?.type),
      );
    }
  });
});

function optionsOf(schema: unknown): readonly string[] {
  const inner = (schema as { readonly def: { readonly innerType: { readonly options: readonly string[] } } }).def;
  return inner.innerType.options;
}

async function askedChanges(plan: RehearsedPlan): Promise<void> {
  const reason = await plan.write('decline/reason', '职责不在本单位。');
  for (const [number, hour] of [
    ['1', 9],
    ['2', 10],
  ] as const) {
    const change = { kind: 'decline', unitId: head.unitId } as const;
    const asked = { type: 'requestChange', by: head, changeId: randomUUID(), change, reason } as const;
    const { unitId: leadershipUnitId } = actor('shilingdao-group-leader', 'leader', 'shilingdao');
    await plan.actOnTask(number, { ...asked, leadershipUnitId }, on('2022-08-25', hour));
  }
}

async function openedFindings(plan: RehearsedPlan): Promise<void> {
  for (const [text, day] of [
    ['实地核查现场。', '2022-09-01'],
    ['查阅台账。', '2022-09-05'],
  ] as const) {
    const claim = await plan.write(`finding/${day}/claim`, text);
    const evidence = await plan.write(`finding/${day}/evidence`, '现场照片。');
    await plan.actOnTask(
      '1',
      {
        type: 'openFinding',
        by: supervisor,
        findingId: randomUUID(),
        subjectId: '1',
        claim,
        method: 'on-site',
        checkers: [supervisor.personId, actor('duchashi-supervisor-2', 'supervisor', 'duchashi').personId],
        reportedValue: null,
        foundValue: null,
        evidence: { text: evidence, hashes: ['b'.repeat(64)] },
      },
      on(day),
    );
  }
}

async function urgedUnits(plan: RehearsedPlan): Promise<void> {
  for (const [hour, promise] of [
    [9, null],
    [10, '本周五前报送。'],
  ] as const) {
    const reached = await plan.write(`urging/${hour}`, '已电话联系联络员。');
    const text = promise === null ? null : await plan.write(`urging/${hour}/promise`, promise);
    await plan.actOnTask(
      '1',
      {
        type: 'recordUrging',
        by: clerk,
        urgingId: randomUUID(),
        unitId: gongxinju,
        obligationIds: [obligationId('progress', gongxinju, q3.period)],
        channel: 'phone',
        reached,
        promise: text === null ? null : { text, by: plainDate('2022-10-21') },
        delivers: false,
      },
      on('2022-10-20', hour),
    );
  }
}
