import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { duban } from './run-duban.ts';

describe('a wrong call of duban', () => {
  it.each([
    { args: ['exprt'], says: '没有命令 exprt\n（是否要写 export？）' },
    { args: ['parse'], says: '缺少参数 <file>' },
    { args: ['parse', 'nosuch.txt'], says: '找不到文件“nosuch.txt”' },
    { args: ['inspect', 'task'], says: '缺少参数 <id>' },
    { args: ['import', 'a.txt', 'b.txt'], says: '参数过多：需要 1 个，给出了 2 个' },
    { args: ['advance', '1a2b', '--to', '2022-02-30'], says: '“2022-02-30”不是存在的日期' },
    { args: ['rehearse', 'a.txt', '--scenario', 'perfect'], says: '选项 --scenario <name> 不能取“perfect”，可取：' },
    { args: ['paper', 'register'], says: '必须给出选项 --out <file>' },
    { args: ['paper', 'summary', '--out', 'a.docx', '--period', '2022'], says: '“2022”不是季度' },
    { args: ['paper', 'bulletin', '--out', 'a.docx', '--period', '2022Q3', '--issue', '0'], says: '期号应为' },
    { args: ['act', 'issuePlan'], says: '必须给出选项 --seat <seat>' },
  ])('“$args” ends with 2 and says in Chinese: $says', async ({ args, says }) => {
    const ended = await duban(temporaryFolder(), ...args);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/\b(error|missing|unknown|invalid|required)\b/);
  });
});
