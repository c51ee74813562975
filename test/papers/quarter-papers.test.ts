import { describe, expect, it } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import { demandOf } from '../../papers/quarter/problem-blocks.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { summaryPaper } from '../../papers/quarter/summary-paper.ts';
import { partOf, runningText } from './office-parts.ts';
import { behind, quarter } from './sample-data.ts';

const textOf = async (paper: Promise<Uint8Array>) => runningText(await partOf(await paper, 'word/document.xml'));
const problem = {
  taskNumber: '3',
  title: '建设示范区',
  unit: '市工信局',
  light: behind,
  problem: '',
  next: '',
  due: plainDate('2022-12-31'),
};

describe('the summary of a quarter', () => {
  it('counts the reports, names who was late and who is missing, and counts the lights', async () => {
    const text = await textOf(summaryPaper(quarter));
    expect(text).toContain('应报送季度进展情况表的单位46个，时限为2022年10月12日；已报送45个，报送率97.8%');
    expect(text).toContain('按时报送42个，按时率91.3%');
    expect(text).toContain('迟报3个：市第2工作局、市第3工作局、市第4工作局。逾期未报1个：市第1工作局。');
    expect(text).toContain('共32个报送事项，正常16个（占50%）、滞后8个（占25%）、未设节点8个（占25%）');
  });

  it('prints each task with what was reported of it, and says where nothing was', async () => {
    const text = await textOf(summaryPaper(quarter));
    expect(text).toContain('1．任务1\n汇总1第1步');
    expect(text).toContain('市科技局：报告1第1步');
    expect(text).toContain('26．任务26\n本季度未报送进展。');
  });

  it('says that there is no problem where there is none', async () => {
    const text = await textOf(summaryPaper({ ...quarter, problems: [] }));
    expect(text).toContain('本季度没有滞后、严重滞后和未设节点的事项。');
    expect(text).not.toContain('问题事项清单');
  });
});

describe('a bulletin', () => {
  const head = { issue: 3, recipients: '各有关单位', copies: '市委办公室' };

  it('has its issue, its figures, its names, its demands, and who gets a copy', async () => {
    const text = await textOf(bulletinPaper(quarter, head));
    expect(text).toContain('督办通报〔2022〕第3期');
    expect(text).toContain('逾期未报的单位：市第1工作局，共1个。');
    expect(text).toContain('（一）立即补报。市第1工作局应当立即补报');
    expect(text).toContain('抄送：市委办公室。');
    expect(text).toContain('滞后：累计完成620，按计划应达940');
  });

  it('demands no belated report where nothing is missing', async () => {
    const units = quarter.units.filter(({ report }) => report === 'in-time');
    const text = await textOf(bulletinPaper({ ...quarter, units, problems: [] }, head));
    expect(text).toContain('各单位均按时报送，没有滞后事项。');
    expect(text).toContain('（一）按季推进。');
  });
});

describe('what is demanded of a problem', () => {
  it.each([
    { cause: behind.cause, day: '2022-10-20', says: '逐项制定追赶措施；2022年12月31日前完成。' },
    {
      cause: { kind: 'no-plan' as const },
      day: '2022-10-20',
      says: '立即补报阶段计划，明确基数和里程碑；2022年12月31日前完成。',
    },
    {
      cause: behind.cause,
      day: '2023-01-16',
      says: '逐项制定追赶措施；2022年12月31日已到期，书面说明原因和拟完成时间，尽快完成。',
    },
  ])('is “$says” on $day', ({ cause, day, says }) => {
    expect(demandOf({ ...problem, light: { ...behind, cause } }, plainDate(day))).toBe(says);
  });
});
