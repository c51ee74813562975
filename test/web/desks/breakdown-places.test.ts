import { describe, expect, it } from 'vitest';
import { cutsOf } from '../../../web/desks/office/breakdown/cuts.ts';
import { printedIn } from '../../../web/desks/office/breakdown/passage-acts.ts';
import { type Marked, pressedIn } from '../../../web/desks/office/breakdown/spans.ts';

describe('places at which a task can be divided', () => {
  const text = '前文。1.建设网络。 年内新增站点30个以上;开展巡查。\n(市工信局牵头)后文';

  it('are where sentences of its own passage begin, but for the first', () => {
    const span = [3, text.indexOf('后文')] as const;
    const cuts = cutsOf(text, span);
    expect(cuts.map(({ words }) => words)).toEqual(['年内新增站点30个以上;', '开展巡查。', '(市工信局牵头)']);
    for (const { at, words } of cuts) expect(text.slice(at).startsWith(words)).toBe(true);
  });

  it('are told by their first words', () => {
    const long = `一、建设。${'很长的一句话'.repeat(5)}。`;
    expect(cutsOf(long, [0, long.length])).toEqual([{ at: 5, words: '很长的一句话很长的一句话很长的一句话很长……' }]);
  });

  it('are none in a passage of one sentence', () => {
    expect(cutsOf('建设网络。', [0, 5])).toEqual([]);
  });
});

describe('a passage that may become a task', () => {
  it.each([
    ['5.推进上云。年内新增20家。', '5', '推进上云'],
    ['  建立项目库;按月更新', '', '建立项目库'],
    ['2022年建成平台。', '', '2022年建成平台'],
    ['\n12、开展巡查\n(市工信局牵头)', '12', '开展巡查'],
  ])('of “%s” is proposed as number “%s”, “%s”', (passage, number, title) => {
    expect(printedIn(passage)).toEqual({ number, title });
  });
});

describe('a press on words of the notice', () => {
  const mark = (key: string, start: number, end: number): Marked => ({ key, kind: 'task', span: [start, end] });
  const [whole, a, b] = [mark('whole', 0, 9), mark('a', 2, 5), mark('b', 2, 5)];

  it('chooses the innermost of what was read from them, and of several with the same words one after the other', () => {
    expect(pressedIn([whole, a], null)?.key).toBe('a');
    expect(pressedIn([whole, a, b], null)?.key).toBe('b');
    expect(pressedIn([whole, a, b], 'b')?.key).toBe('a');
    expect(pressedIn([whole, a, b], 'a')?.key).toBe('b');
    expect(pressedIn([], null)).toBeNull();
  });
});
