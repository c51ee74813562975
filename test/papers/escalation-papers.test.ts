import { describe, expect, it } from 'vitest';
import { orderPaper } from '../../papers/escalation/order-paper.ts';
import { slipPaper } from '../../papers/escalation/slip-paper.ts';
import { partOf, runningText } from './office-parts.ts';
import { order, slip } from './sample-data.ts';

const textOf = async (paper: Promise<Uint8Array>) => runningText(await partOf(await paper, 'word/document.xml'));

describe('an urging slip', () => {
  it('names its number, unit, overdue reports, earlier urgings, and until when an answer is due', async () => {
    const text = await textOf(slipPaper(slip));
    expect(text).toContain('镇数字办催〔2022〕1号\n');
    expect(text).toContain('催　办　单');
    expect(text).toContain('你单位承担的4项工作任务尚有4件报送任务逾期未报');
    expect(text).toContain('于10月13日、10月17日发送系统提醒，于10月18日电话催办（承诺10月19日报送）');
    expect(text).toContain('于2022年10月24日前书面回复');
    expect(text).toContain('（联系人：沈知舟，电话：0511-00000001）');
  });

  it('is a letter to a vertical unit, and threatens nothing', async () => {
    const text = await textOf(slipPaper({ ...slip, form: 'letter' }));
    expect(text).toContain('关于商请报送');
    expect(text).not.toContain('催　办　单');
    expect(text).not.toContain('督办');
    expect(text).toContain('请贵单位于2022年10月24日前补报，并函告有关情况。');
  });

  it('leaves room for number and day while it is a draft', async () => {
    const text = await textOf(slipPaper({ ...slip, number: null, issuedOn: null, answerDue: null }));
    expect(text).toMatch(/〔　+〕　+号/);
    expect(text).toMatch(/年　+月　+日/);
  });
});

describe('a supervision order', () => {
  it('gives its reasons, who opened it, the matters, what is demanded and until when', async () => {
    const text = await textOf(orderPaper(order));
    expect(text).toContain('镇江市人民政府督查室');
    expect(text).toMatch(/1．镇数字办催〔2022〕1号催办单要求10月24日前回复，逾期未回复。\n2．同一任务连续两个季度/);
    expect(text).toContain('经市领导甲同意，现予督办。');
    expect(text).toMatch(/一、督办缘由[^]*二、督办事项[^]*三、办理要求/);
    expect(text).toContain('对逾期原因作出书面说明，明确责任处室和完成时间。');
    expect(text).toContain('请你单位于2022年11月1日前报送整改情况');
  });

  it('is a letter to a vertical unit', async () => {
    const text = await textOf(orderPaper({ ...order, form: 'letter' }));
    expect(text).toContain('关于商请落实');
    expect(text).toContain('现商请贵单位落实下列事项');
    expect(text).not.toContain('约谈');
  });
});
