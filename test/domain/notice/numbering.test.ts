import { describe, expect, it } from 'vitest';
import { markAt } from '../../../domain/notice/numbering.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';

describe('a number at the head of a line', () => {
  it.each([
    ['一、总体要求', 'han', '一', 1],
    ['十二、保障措施', 'han', '十二', 12],
    ['（三）深化改革', 'han-bracket', '三', 3],
    ['〔三〕深化改革', 'han-bracket', '三', 3],
    ['(二十一) 推进共享', 'han-bracket', '二十一', 21],
    ['1.提升能级', 'arabic', '1', 1],
    ['1．提升能级', 'arabic', '1', 1],
    ['26、提升能级', 'arabic', '26', 26],
    ['１２．提升能级', 'arabic', '12', 12],
    ['3. 提升能级', 'arabic', '3', 3],
    ['2.5G网络建设', 'arabic', '2', 2],
    ['（4）开展试点', 'arabic-bracket', '4', 4],
    ['4）开展试点', 'arabic-bracket', '4', 4],
    ['①开展试点', 'circled', '①', 1],
    ['⒈ 开展试点', 'arabic', '1', 1],
    ['⑵开展试点', 'arabic-bracket', '2', 2],
    ['㈢开展试点', 'han-bracket', '三', 3],
    ['任务四：开展试点', 'named', '四', 4],
    ['改革事项5 开展试点', 'named', '5', 5],
    ['一是加强领导', 'ordinal', '一', 1],
    ['第三条 建设枢纽', 'article', '三', 3],
    ['第二部分 重点任务', 'part', '二', 2],
    ['第四章　附则', 'part', '四', 4],
  ])('%s is a %s mark', (line, style, number, value) => {
    expect(markAt(sourceText(line).folded, 0, 'line')).toMatchObject({ style, number, value });
  });

  it.each([
    '2022年底前完成',
    '1.5亿元专项资金',
    '3.14',
    '三年行动',
    '任务分工如下',
    '工程12个标段',
    '（含6亩）',
    '5G基站',
    '(市发改委牵头)',
  ])('%s begins with none', (line) => {
    expect(markAt(sourceText(line).folded, 0, 'line')).toBeNull();
  });
});
