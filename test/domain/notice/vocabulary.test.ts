import { describe, expect, it } from 'vitest';
import { parseVocabulary } from '../../../domain/notice/parse-vocabulary.ts';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import type { Vocabulary } from '../../../domain/notice/vocabulary.ts';
import { defaultWords, wordsWith } from '../../../domain/notice/words.ts';
import { answersOf, type TaskAnswers } from './notice-answers.ts';

function taught(text: string, vocabulary: Vocabulary): readonly TaskAnswers[] {
  return answersOf(readNotice(text, wordsWith(vocabulary))).tasks;
}

const untaught = (text: string) => taught(text, {});

describe('a word that a city has taught the reader', () => {
  it('names a role as a label', () => {
    const text = '云岑市2024年要点\n1.建设平台。\n挂帅单位：市数据局\n策应单位：市财政局';
    const labels = { lead: ['挂帅单位'], support: ['策应单位'] };
    expect(untaught(text)).toEqual([]);
    expect(taught(text, { labels })).toMatchObject([{ lead: '市数据局', support: '市财政局' }]);
  });

  it('gives a familiar label another meaning', () => {
    const text = '云岑市2024年要点\n1.建设平台。\n主管单位：市数据局\n责任单位：市财政局';
    expect(taught(text, { labels: { lead: ['主管单位'], support: ['责任单位'] } })).toMatchObject([
      { lead: '市数据局', support: '市财政局' },
    ]);
  });

  it('gives a part as a verb', () => {
    const text = '云岑市2024年要点\n1.建设平台。（市数据局挂帅，市财政局策应）';
    expect(untaught(text)).toEqual([]);
    expect(taught(text, { roleVerbs: { lead: ['挂帅'], support: ['策应'] } })).toMatchObject([
      { lead: '市数据局', support: '市财政局' },
    ]);
  });

  it('ends a name', () => {
    const text = '云岑市2024年要点\n1.建设平台。（云岑公所牵头，各旗公所配合）';
    expect(taught(text, { unitEndings: ['公所'] })).toMatchObject([{ lead: '云岑公所', support: '各旗公所' }]);
  });

  it('heads a column', () => {
    const text = '| 序号 | 攻坚点 | 牵头单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |';
    expect(untaught(text)).toEqual([]);
    expect(taught(text, { columns: { title: ['攻坚点'] } })).toMatchObject([{ task: '1 建设平台', lead: '市数据局' }]);
  });

  it('measures and commits', () => {
    const text = '云岑市2024年要点\n1.扩大种植。冬闲田开镰3000垧以上，务期新育良种5系。（市农业农村局牵头）';
    const [task] = taught(text, {
      measures: { size: ['垧'], count: ['系'] },
      targetVerbs: ['开镰', '新育'],
      softWords: ['务期'],
    });
    expect(untaught(text)[0]?.targets).toBeUndefined();
    expect(task?.targets).toEqual(['>=3000垧', '=5系 力争']);
  });

  it('means a day of the plan year, or of the year said before it', () => {
    const text = '云岑市2024年要点\n1.修复水毁工程。汛前完成，2025年汛前验收。（市水利局牵头）';
    expect(untaught(text)[0]?.deadline).toBeUndefined();
    expect(taught(text, { days: { 汛前: '05-31' } })).toMatchObject([
      { times: ['due 汛前 2024-05-31', 'due 2025年汛前 2025-05-31'], deadline: '2025-05-31' },
    ]);
  });

  it('makes a deliverable, and sends it to the unit whose business it is', () => {
    const text = '云岑市2024年要点\n1.繁荣戏曲。敲定剧目名录。（市委办、市戏校牵头）';
    const words = wordsWith({ deliverableVerbs: ['敲定'], business: [{ matter: ['剧目'], unit: ['戏校'] }] });
    expect(readNotice(text).tasks[0]?.items).toEqual([]);
    expect(readNotice(text, words).tasks[0]?.items).toMatchObject([
      { accountableUnit: '市戏校', result: { verb: '敲定', object: '剧目名录' } },
    ]);
  });

  it('takes nothing away from the words of the genre', () => {
    const text = '云岑市2024年要点\n1.建设平台3个，年底前完成。（市数据局牵头，市财政局配合）';
    const many: Vocabulary = {
      labels: { lead: ['挂帅单位'] },
      targetVerbs: ['开镰'],
      unitEndings: ['公所'],
      days: { 汛前: '05-31' },
    };
    expect(readNotice(text, wordsWith(many))).toEqual(readNotice(text, defaultWords));
  });
});

describe('a vocabulary file', () => {
  it('may have every part, with words in full or half width', () => {
    const file = {
      labels: { lead: ['挂帅单位'] },
      roleVerbs: { other: ['盯办'] },
      unitEndings: ['公所'],
      columns: { title: ['攻坚点'] },
      measures: { count: ['ＧＷ'] },
      targetVerbs: ['开镰'],
      softWords: ['务期'],
      deliverableVerbs: ['敲定'],
      days: { 汛前: '05-31' },
      business: [{ matter: ['剧目'], unit: ['戏校'] }],
    };
    expect(parseVocabulary(file)).toEqual({ ok: true, value: { ...file, measures: { count: ['GW'] } } });
  });

  it.each([
    [[], '用词文件 应为一个对象，写在 { } 之中'],
    [{ label: {} }, '没有“label”这一部分，请从 labels、roleVerbs、'],
    [{ labels: { chief: ['挂帅单位'] } }, 'labels 中没有“chief”，请从 lead、support、'],
    [{ labels: { lead: '挂帅单位' } }, 'labels.lead 应为词的列表，如 ["词一", "词二"]'],
    [{ labels: { lead: ['挂帅单位', '帅'] } }, 'labels.lead 第2个词“帅”不能使用，应为2至12个汉字'],
    [
      { labels: { lead: ['挂帅单位'], support: ['挂帅单位'] } },
      'labels 中“挂帅单位”同时列在 lead 和 support 之下，请只保留一处',
    ],
    [{ roleVerbs: { lead: ['(a+)+'] } }, 'roleVerbs.lead 第1个词“(a+)+”不能使用，应为2至8个汉字'],
    [{ unitEndings: [3] }, 'unitEndings 第1个词“3”不能使用，应为1至12个汉字或字母'],
    [{ days: { 汛前: '02-30' } }, 'days 中“汛前”的日期“02-30”不存在，应写作“月-日”，如 05-31'],
    [{ business: [{ matter: ['剧目'] }] }, 'business 第1项的 unit 应为词的列表，如 ["词一", "词二"]'],
    [{ business: [{ matter: ['剧目'], units: ['戏校'] }] }, 'business 第1项中没有“units”，只能写 matter 和 unit'],
  ])('with a fault is refused by its place: %j', (file, fault) => {
    const parsed = parseVocabulary(file);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.issues).toContainEqual(expect.stringContaining(fault));
  });

  it('tells all its faults at once', () => {
    const parsed = parseVocabulary({ softWords: ['x'], days: { 汛前: '13-01' }, other: 1 });
    expect(parsed.ok ? [] : parsed.issues).toHaveLength(3);
  });
});
