import { describe, expect, it } from 'vitest';
import { keyOf, noticeText } from '../zhenjiang.ts';
import { changesTo, replaced } from './amended.ts';

describe('two versions of a notice', () => {
  it('have no differences when they are the same, whatever their line ends', () => {
    expect(changesTo(noticeText)).toEqual([]);
    expect(changesTo(noticeText.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('differ in one target when 1400 becomes 1500, with the place in both', () => {
    const text = replaced('1400', '1500');
    const changes = changesTo(text);
    expect(changes).toMatchObject([
      { kind: 'target', taskNumber: '16', from: { value: 1400, unit: '个' }, to: { value: 1500, unit: '个' } },
    ]);
    const [change] = changes;
    expect(noticeText.slice(...(change?.before?.span ?? [0, 0]))).toBe(change?.before?.quote);
    expect(text.slice(...(change?.after?.span ?? [0, 0]))).toBe(change?.after?.quote);
  });

  it.each([
    {
      what: 'a date',
      from: '2022年底,完成G312',
      to: '2022年11月底前,完成G312',
      said: [{ kind: 'due', taskNumber: '17', from: '2022-12-31', to: '2022-11-30' }],
    },
    {
      what: 'how much a figure binds',
      from: '力争全年融资授信规模超150亿元',
      to: '全年融资授信规模超150亿元',
      said: [{ kind: 'commitment', taskNumber: '25', from: 'striving', to: 'binding' }],
    },
    {
      what: 'a title',
      from: '24.强化组织协调。',
      to: '24.强化组织领导和协调。',
      said: [{ kind: 'title', taskNumber: '24', to: '强化组织领导和协调' }],
    },
    {
      what: 'words that ask nothing of anybody',
      from: '壮大我市“智改数转”智囊团和专家团队',
      to: '充实我市“智改数转”智囊团和专家团队',
      said: [{ kind: 'wording', taskNumber: '18', before: { quote: '壮大' }, after: { quote: '充实' } }],
    },
    {
      what: 'a name that the register lacks',
      from: '5场以上“智改数转”人才培训、招引、对接等活动。(市工信局牵头)',
      to: '5场以上“智改数转”人才培训、招引、对接等活动。(市工信局牵头,市火星事务局配合)',
      said: [{ kind: 'unknown-unit', taskNumber: '18', name: '市火星事务局' }],
    },
    {
      what: 'a figure of the preamble',
      from: '新增90家星级上云企业',
      to: '新增120家星级上云企业',
      said: [{ kind: 'target', taskNumber: null, from: { value: 90 }, to: { value: 120 } }],
    },
    {
      what: 'words outside of all tasks',
      from: '数字治理能力持续提升',
      to: '数字治理能力稳步提升',
      said: [{ kind: 'wording', taskNumber: null, before: { quote: '持续' }, after: { quote: '稳步' } }],
    },
  ])('differ in $what and in nothing else', ({ from, to, said }) => {
    const changes = changesTo(replaced(from, to));
    expect(changes).toHaveLength(said.length);
    expect(changes).toMatchObject(said);
  });

  it('differ in a unit that supports and one that leaves', () => {
    const changes = changesTo(
      replaced(
        '市委网信办、市发改委、市科技局、市住建局、市交通运输局等',
        '市委网信办、市发改委、市商务局、市住建局、市交通运输局等',
      ),
    );
    const parties = changes.map((change) => [change.kind, 'party' in change ? keyOf(change.party.unitId) : '']);
    expect(parties).toEqual([
      ['party-left', 'kejiju'],
      ['party-joined', 'shangwuju'],
    ]);
  });

  it('know a task by its words when a new one before it moves its number', () => {
    const inserted = replaced(
      '24.强化组织协调',
      '24.建立数据资产登记制度。年内登记数据资产30项。(市财政局牵头)\n25.强化组织协调',
    );
    const text = replaced('26.加强监测分析', '27.加强监测分析', replaced('25.加大财税', '26.加大财税', inserted));
    const changes = changesTo(text);
    expect(changes.map(({ kind, taskNumber }) => [kind, taskNumber])).toEqual([
      ['task-moved', '24'],
      ['task-moved', '25'],
      ['task-moved', '26'],
      ['task-added', '24'],
    ]);
  });

  it('know a task that is gone', () => {
    const task = noticeText.split('\n').find((line) => line.startsWith('24.')) ?? '';
    const changes = changesTo(replaced(`${task}\n`, ''));
    expect(changes.map(({ kind, taskNumber }) => [kind, taskNumber])).toEqual([['task-removed', '24']]);
  });
});
