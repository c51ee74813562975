import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';

function items(text: string): string[] {
  const [task] = readNotice(`云州市2023年工作要点\n1.${text}`).tasks;
  return (
    task?.items.map(({ result, accountableUnit, time, commitment }) => {
      const done =
        result.kind === 'number'
          ? `${result.comparator}${String(result.value)}${result.unit}`
          : `${result.verb}:${result.object}`;
      return `${done} → ${accountableUnit} (${time.text ?? '-'} ${time.date} ${time.basis}, ${commitment})`;
    }) ?? []
  );
}

describe('the items of a task', () => {
  it('are its figures and its deliverables, in the order of the text', () => {
    expect(items('健全制度。出台评价办法，力争年内培育企业40家，建立联席会议制度。（市发改委牵头）')).toEqual([
      '出台:评价办法 → 市发改委 (- 2023-12-31 derived, 刚性)',
      '=40家 → 市发改委 (年内 2023-12-31 derived, 力争)',
      '建立:联席会议制度 → 市发改委 (年内 2023-12-31 derived, 力争)',
    ]);
  });

  it('are due on the day that their sentence states, else on that of the field, else at the end of the plan year', () => {
    expect(items('建设道路。6月底前，完成道路设计。编制规划。\n责任单位：市交通局\n完成时限：11月底前')).toEqual([
      '完成:道路设计 → 市交通局 (6月底前 2023-06-30 stated, 刚性)',
      '编制:规划 → 市交通局 (11月底前 2023-11-30 stated, 刚性)',
    ]);
    expect(items('建设道路。编制规划。（市交通局负责）')).toEqual([
      '编制:规划 → 市交通局 (- 2023-12-31 derived, 刚性)',
    ]);
  });

  it('go to the unit whose usual business they are, also where it only supports', () => {
    expect(
      items('升级设施。完成智慧公路设计。（市发改委、市住建局牵头，市交通运输局、市水利局按职责分工负责）'),
    ).toEqual(['完成:智慧公路设计 → 市交通运输局 (- 2023-12-31 derived, 刚性)']);
  });

  it('go to nobody where several lead and nothing tells them apart, or where 等 hides the one whose business it is', () => {
    expect(items('完善体系。出台评价办法。（市甲委、市乙委牵头）')).toEqual([
      '出台:评价办法 → null (- 2023-12-31 derived, 刚性)',
    ]);
    expect(items('推进治理。建成智慧广电乡镇14个。（市甲办牵头，市乙委等按职责分工负责）')).toEqual([
      '=14个 → null (- 2023-12-31 derived, 刚性)',
    ]);
  });

  it('are one for each unit that the sentence itself lists', () => {
    expect(
      items(
        '加大支持。市发改、科技、工信等部门专项资金原则上安排50%以上。（市发改委牵头，市科技局、市工信局等按职责分工负责）',
      ),
    ).toEqual([
      '>=50% → 市发改委 (- 2023-12-31 derived, 原则上)',
      '>=50% → 市科技局 (- 2023-12-31 derived, 原则上)',
      '>=50% → 市工信局 (- 2023-12-31 derived, 原则上)',
    ]);
  });

  it('do not include what others are only encouraged to make, nor nouns that look like verbs', () => {
    expect(
      items('营造氛围。支持企业建立创新中心。鼓励高校设立研究院。实现政策发布、诉求反馈等功能。（市工信局负责）'),
    ).toEqual([]);
  });

  it('end where another thing begins, and name the thing, not a second verb', () => {
    expect(
      items('健全体系。推动建立调解中心、加快信访平台建设，制定公布审批标准，编制完成三年规划。（市司法局负责）'),
    ).toEqual([
      '建立:调解中心 → 市司法局 (- 2023-12-31 derived, 刚性)',
      '制定:审批标准 → 市司法局 (- 2023-12-31 derived, 刚性)',
      '编制:三年规划 → 市司法局 (- 2023-12-31 derived, 刚性)',
    ]);
  });

  it('with 将 take the verb that acts, however long what it handles is named', () => {
    expect(
      items('优化审批。年底前将工程建设项目审批涉及的行政许可、备案、中介服务等纳入线上平台。（市住建局负责）'),
    ).toEqual(['纳入:线上平台 → 市住建局 (年底前 2023-12-31 stated, 刚性)']);
  });

  it('are no caps for others and nothing that is only spoken of, but are limits to be worked towards', () => {
    expect(
      items(
        '完善服务。对完成备案的模型加强指导。每年遴选不超过10个。全市每年总额最高不超过500万元。办理时间压缩至不超过3个工作日。（市政务局负责）',
      ),
    ).toEqual(['<=3个工作日 → 市政务局 (- 2023-12-31 derived, 刚性)']);
  });
});
