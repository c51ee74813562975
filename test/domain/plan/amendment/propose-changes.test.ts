import { describe, expect, it } from 'vitest';
import { proposeChanges } from '../../../../domain/plan/amendment/propose-changes.ts';
import { unitsToTell } from '../../../../domain/plan/amendment/units-to-tell.ts';
import { changed, granting, proposing } from '../../task/change/change-play.ts';
import { on } from '../../task/task-play.ts';
import { keyOf } from '../zhenjiang.ts';
import { changesTo, replaced } from './amended.ts';
import { issuedTasks, running } from './running-zhenjiang.ts';

const proposedFor = (text: string) => proposeChanges(changesTo(text), running);
const tellsUnits = (text: string) =>
  unitsToTell(changesTo(text), running).map(({ unitId, taskNumbers }) => [keyOf(unitId), taskNumbers]);

describe('1500 base stations in place of 1400', () => {
  const text = replaced('新建5G基站1400个', '新建5G基站1500个');

  it('are one change of one item, named after its new words', () => {
    const { proposals, left } = proposedFor(text);
    expect(left).toEqual([]);
    expect(proposals).toMatchObject([
      { taskNumber: '16', change: { kind: 'amendment', put: [{ target: { value: 1500, unit: '个' } }], remove: [] } },
    ]);
  });

  it('keep the old target in the task, once a leader has granted the change', () => {
    const [proposal] = proposedFor(text).proposals;
    const played = issuedTasks.find(({ state }) => state.number === '16');
    if (proposal === undefined || played === undefined) throw new Error('there is no task 16');
    const after = changed(played, on('2022-10-10'), proposing(proposal.change), granting());
    expect(after.last).toContainEqual(
      expect.objectContaining({
        type: 'assignmentChanged',
        before: [expect.objectContaining({ target: { value: 1400, unit: '个', comparator: '=' } })],
        put: [expect.objectContaining({ target: { value: 1500, unit: '个', comparator: '=' } })],
      }),
    );
  });

  it('are told to the two leads alone', () => {
    expect(tellsUnits(text)).toEqual(
      expect.arrayContaining([
        ['gongxinju', ['16']],
        ['tongguanban', ['16']],
      ]),
    );
    expect(tellsUnits(text)).toHaveLength(2);
  });
});

describe('what a new version asks of running tasks', () => {
  it.each([
    {
      what: 'an item that is due earlier',
      from: '2022年底,完成G312',
      to: '2022年11月底前,完成G312',
      changes: [{ kind: 'amendment', put: [{ due: '2022-11-30', dueBasis: 'stated' }], remove: [], joins: [] }],
    },
    {
      what: 'an item that is gone',
      from: '2022年底,完成G312宁镇段智慧公路设计。',
      to: '',
      changes: [{ kind: 'amendment', put: [], remove: [expect.any(String)], joins: [] }],
    },
    {
      what: 'an item that is new',
      from: '2022年底,完成G312宁镇段智慧公路设计。',
      to: '2022年底,完成G312宁镇段智慧公路设计。年内建设智慧灯杆300根。',
      changes: [{ kind: 'amendment', put: [{ target: { value: 300, unit: '根' } }], remove: [], joins: [] }],
    },
    {
      what: 'a unit that follows another',
      from: '市发改委、市科技局、市住建局、市交通运输局等',
      to: '市发改委、市商务局、市住建局、市交通运输局等',
      changes: [{ kind: 'reassignment' }],
    },
    {
      what: 'a unit that joins',
      from: '市委网信办、市发改委、市科技局、市住建局、市交通运输局等',
      to: '市委网信办、市发改委、市科技局、市商务局、市住建局、市交通运输局等',
      changes: [{ kind: 'amendment', put: [], remove: [], joins: [{ role: 'support' }] }],
    },
    { what: 'words alone', from: '壮大我市“智改数转”智囊团', to: '充实我市“智改数转”智囊团', changes: [] },
  ])('is the change for $what, and a leader can grant it', ({ from, to, changes }) => {
    const { proposals, left } = proposedFor(replaced(from, to));
    expect(left).toEqual([]);
    expect(proposals.map(({ change }) => change)).toMatchObject(changes);
    for (const { taskNumber, change } of proposals) {
      const played = issuedTasks.find(({ state }) => state.number === taskNumber);
      if (played === undefined) throw new Error(`there is no task ${taskNumber}`);
      const { last } = changed(played, on('2022-10-10'), proposing(change), granting());
      expect(last.map(({ type }) => type)).toContain('assignmentChanged');
    }
  });

  it('ends a task that the notice no longer has, and leaves a new one to people', () => {
    const old = replaced('24.强化组织协调', '24.建立数据资产登记制度。年内登记数据资产30项。(市财政局牵头)\n#');
    const text = old
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n');
    const { proposals, left } = proposedFor(text);
    expect(proposals).toMatchObject([{ taskNumber: '24', change: { kind: 'termination' } }]);
    expect(left).toMatchObject([{ difference: { kind: 'task-added', task: { title: '建立数据资产登记制度' } } }]);
  });

  it('leaves to people who takes over from a unit that is no longer named', () => {
    const { proposals, left } = proposedFor(
      replaced('市发改委、市科技局、市住建局、市交通运输局等', '市发改委、市住建局、市交通运输局等'),
    );
    expect(proposals).toEqual([]);
    expect(left).toMatchObject([{ difference: { kind: 'party-left' } }]);
  });
});
