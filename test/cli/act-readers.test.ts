import { describe, expect, it } from 'vitest';
import { chainActs as accepted, sheetActs as acceptedSheets } from '../../api/schemas/acts/sheet-acts.ts';
import type { ActNames } from '../../cli/acts/act-names.ts';
import { chainActs, sheetActs } from '../../cli/acts/sheet-acts.ts';
import { UsageError } from '../../cli/exit-codes.ts';
import { uuid5 } from '../../domain/ids.ts';

const id = (of: string): string => uuid5('6b1f5e0e-0000-4000-8000-000000000000', of);
const names: ActNames = {
  unit: async (named) => id(`unit/${named}`),
  task: async (number) => id(`task/${number}`),
  person: async (key) => id(`person/${key}`),
  finding: (named) => id(`finding/${named}`),
  order: (named) => id(`order/${named}`),
  change: (named) => id(`change/${named}`),
  row: async ({ task, item }) => ({ taskId: id(`task/${task}`), subjectId: item }),
  of: async ({ unit, kind, period }) => ({ unitId: id(`unit/${unit}`), kind, period }),
};

const of = { unit: '市工信局', kind: 'progress', period: '2022Q3' };
const row = { task: '1', item: '1' };
const order = { order: 'slip/gongxinju/2022Q3' };
const finding = { task: '1', finding: 'visit-1' };
const request = { task: '1', request: 'later' };
const deputy = { unit: '市工信局', seat: 'head', person: 'a', deputy: 'b', to: '2022-08-31' };
const words = { text: '已核实。' };
const reason = { reason: '口径有误。' };

const contents: Readonly<Record<keyof typeof chainActs | keyof typeof sheetActs, object>> = {
  beginConsultation: {},
  answerConsultation: { unit: '市工信局', opinions: [{ task: '1', text: '建议调整。' }] },
  reviseItem: { task: '1', from: '原文', title: '新文', ...reason },
  reviseTask: { task: '1', title: '新题', parties: [{ unit: '市工信局', role: 'lead' }], ...reason },
  draftItem: {
    task: '1',
    item: {
      title: '新增事项',
      unit: '市工信局',
      target: { value: 5, unit: '个', comparator: '>=' },
      commitment: 'binding',
      due: '2022-12-31',
      dueBasis: 'stated',
      tracked: false,
    },
    ...reason,
  },
  splitTask: {
    task: '1',
    rest: { title: '建设', parties: [{ unit: '市工信局', role: 'lead' }] },
    added: { title: '推广', parties: [{ unit: '市科技局', role: 'lead' }] },
    itemIds: ['2'],
    ...reason,
  },
  mergeTasks: { task: '1', next: '2', title: '建设和推广', ...reason },
  addTask: {
    start: 120,
    end: 150,
    number: '6',
    task: { title: '建设平台', parties: [{ unit: '市工信局', role: 'lead' }] },
    ...reason,
  },
  dropTask: { task: '3', ...reason },
  decideOpinion: { opinionId: 'o-1', decision: 'adopted', ...reason },
  askApproval: {},
  approveBreakdown: {},
  returnBreakdown: reason,
  issuePlan: {},
  askSummaryApproval: {},
  approveSummary: {},
  returnSummary: reason,
  proposeOrder: { unit: '市工信局', reasons: '长期未报。' },
  amendNotice: { amendmentId: id('amendment') },
  receiptAmendment: { amendment: id('amendment'), unit: '市工信局' },
  receiptNotice: { unit: '市工信局', contacts: '责任领导：某某。' },
  saveRows: { ...of, rows: [{ ...row, value: 800, done: '已建成。', ending: { ending: 'completed' } }] },
  handOverRows: { ...of, rows: [row], writerId: id('person/w') },
  askHeadApproval: of,
  refuseHeadApproval: { ...of, ...reason },
  submitReturn: { ...of, version: 1 },
  reviewReturn: { ...of, version: 1, sendBack: [{ ...row, ...reason }] },
  openFinding: {
    ...row,
    unit: '市工信局',
    finding: 'visit-1',
    claim: '已建成。',
    method: 'on-site',
    checkers: ['a', 'b'],
    evidence: '照片。',
  },
  stateOnFinding: { ...finding, ...words },
  concludeFinding: { ...finding, outcome: 'partly', ...words },
  decideLight: { ...row, unit: '市工信局', light: 'behind', ...reason },
  requestChange: {
    ...request,
    what: { change: 'extend-item', item: '1', unit: '市工信局', to: '2022-12-31' },
    ...reason,
  },
  withdrawChange: { ...request, ...reason },
  decideChange: { ...request, outcome: 'granted', ...reason },
  recordInstruction: { task: '1', ...words },
  decideEndings: { task: '1', rows: [{ item: '1', unit: '市工信局', ending: 'completed' }] },
  endTask: { task: '1' },
  fileStatement: { task: '1', aboutUnit: '市工信局', period: '2022Q3', ...words },
  writeSummary: { task: '1', period: '2022Q3', ...words },
  fileObjection: { about: 'row', ...row, ...of, grounds: '口径有误。' },
  answerObjection: { objection: id('objection'), outcome: 'upheld', ...reason },
  withdrawObjection: { objection: id('objection'), ...reason },
  confirmSlip: order,
  dismissSlip: { ...order, ...reason },
  answerOrder: { ...order, ...words },
  reviewSlipAnswer: { ...order, verdict: 'accepted' },
  escalateSlip: { ...order, reasons: '逾期未回复。' },
  openOrder: { ...order, demand: '请于一周内报送。' },
  refuseProposal: { ...order, ...reason },
  reviewOrderAnswer: { ...order, verdict: 'returned', ...reason },
  closeOrder: { ...order, ...reason },
  recordStep: { ...order, step: 'interview', on: '2022-11-01', outcome: '已约谈。' },
  recordDelivery: { ...order, channel: 'phone', reached: '值班人员', on: '2022-11-01' },
  urge: {
    unit: '市工信局',
    of: [{ task: '1', kind: 'progress', period: '2022Q3' }],
    channel: 'phone',
    reached: '某某',
  },
  changeContacts: { unit: '市工信局', from: '2022-08-31', takes: [{ person: 'c', seat: 'officer' }], ...reason },
  authoriseDeputy: { ...deputy, from: '2022-08-29', ...reason },
  endDeputy: deputy,
  draftSheet: { sheet: 'q3', action: 'submitReturn', content: { ...of, version: 1 } },
  askSheetApproval: { sheet: 'q3' },
  refuseSheet: { sheet: 'q3', ...reason },
  approveSheet: { sheet: 'q3', version: 1 },
  withdrawSheet: { sheet: 'q3' },
};
const readers = { ...chainActs, ...sheetActs };
const schemas = { ...accepted, ...acceptedSheets };
const types = Object.keys(readers) as (keyof typeof readers)[];

describe('an act that a command names', () => {
  it.each(types)('is one that the API takes: %s', async (type) => {
    const act = await readers[type](contents[type], names);
    const { success, error } = schemas[type].safeParse(act);
    expect(success, error?.message).toBe(true);
  });

  it.each([
    {
      type: 'recordStep',
      content: { ...order, step: 'interview', on: '2022-02-30', outcome: '已约谈。' },
      place: 'on',
    },
    { type: 'reviseItem', content: { task: '1', from: '', title: '新文', ...reason }, place: 'from' },
    { type: 'saveRows', content: { ...of, period: '2022Q9', rows: [row] }, place: 'period' },
    { type: 'closeOrder', content: { ...order, outcome: 'lost', ...reason }, place: 'outcome' },
  ] as const)('is refused with the place of what does not fit: $place of $type', async ({ type, content, place }) => {
    const reading = readers[type](content, names);
    await expect(reading).rejects.toBeInstanceOf(UsageError);
    await expect(reading).rejects.toThrow(`\n${place}：`);
  });
});
