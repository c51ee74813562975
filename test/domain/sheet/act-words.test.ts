import { describe, expect, it } from 'vitest';
import type { ChainAct } from '../../../domain/act/chain-act.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { actWords } from '../../../domain/sheet/act-words.ts';

const names = {
  unit: (unitId: string) => `市${unitId}局`,
  person: (key: string) => `${key}同志`,
  item: () => '新增5G基站',
  order: () => '催办单（镇数字办催〔2022〕1号，市工信局）',
  finding: () => '现场未见评审意见',
  objection: () => '市工信局对亮灯的异议',
  change: () => ({ kind: 'suspension' }) as const,
  task: (taskId: string) => `第${taskId}项任务“推进5G建设”`,
};
const contacts: ChainAct = {
  type: 'changeContacts',
  unitId: '工信',
  from: plainDate('2022-10-26'),
  leaves: [{ personKey: '王', seat: 'officer' }],
  takes: [
    {
      person: { key: 'sun', particulars: { name: '孙某', email: 'sun@unit.example', phone: '1', mobile: '2' } },
      seat: 'officer',
      rank: 'A',
    },
  ],
  contacts: null,
  reason: '岗位调整。',
};
const extension: ChainAct = {
  type: 'requestChange',
  taskId: '2',
  request: 'r',
  change: { kind: 'extension', of: { kind: 'item', subjectId: '1' }, to: plainDate('2023-03-31') },
  reason: '设备到货推迟。',
};
const decision: ChainAct = {
  type: 'decideChange',
  taskId: '2',
  changeId: 'c',
  outcome: 'granted',
  reason: '情况属实。',
  replacementId: null,
};

describe('the words of a sheet', () => {
  it.each([
    {
      act: contacts,
      lines: [
        '自2022年10月26日起变更联系人。',
        '不再担任联络员：王同志',
        '担任联络员（A角）：孙某，办公电话1，手机2，邮箱sun@unit.example',
        '变更理由：岗位调整。',
      ],
    },
    {
      act: extension,
      lines: [
        '涉及任务：第2项任务“推进5G建设”',
        '变更类型：延期',
        '延期对象：具体事项“新增5G基站”',
        '申请延期至：2023年3月31日',
        '申请理由：设备到货推迟。',
      ],
    },
    {
      act: decision,
      lines: ['涉及任务：第2项任务“推进5G建设”', '变更类型：暂停', '拟办意见：同意', '理由：情况属实。'],
    },
    {
      act: { type: 'stateOnFinding', taskId: '2', findingId: 'f', text: '数据口径不同。' } as const,
      lines: ['涉及任务：第2项任务“推进5G建设”', '核查事项：现场未见评审意见', '内容：数据口径不同。'],
    },
    {
      act: { type: 'answerOrder', orderId: 'o', text: '已经补报。' } as const,
      lines: ['对应文书：催办单（镇数字办催〔2022〕1号，市工信局）', '内容：已经补报。'],
    },
    {
      act: {
        type: 'answerObjection',
        objectionId: 'j',
        outcome: 'upheld',
        light: 'on-track',
        reason: '数据已核实。',
      } as const,
      lines: ['对应异议：市工信局对亮灯的异议', '处理意见：支持', '调整后的亮灯：正常', '理由：数据已核实。'],
    },
    {
      act: {
        ...extension,
        change: {
          kind: 'extension',
          of: { kind: 'obligation', obligationId: 'progress/u/2022Q3' },
          to: plainDate('2022-10-14'),
        },
      } as const,
      lines: [
        '涉及任务：第2项任务“推进5G建设”',
        '变更类型：延期',
        '延期对象：2022年第三季度进展情况',
        '申请延期至：2022年10月14日',
        '申请理由：设备到货推迟。',
      ],
    },
    {
      act: {
        type: 'fileObjection',
        about: { kind: 'row', taskId: '2', obligationId: 'progress/u/2022Q3', subjectId: '1' },
        grounds: '佐证已经上传。',
      } as const,
      lines: [
        '异议对象：退回修改',
        '涉及任务：第2项任务“推进5G建设”',
        '报送任务：2022年第三季度进展情况',
        '具体事项：新增5G基站',
        '异议理由：佐证已经上传。',
      ],
    },
  ])('say what $act.type asks for', ({ act, lines }) => {
    expect(actWords(act, names)).toEqual(lines);
  });
});
