import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../domain/notice/read-notice.ts';
import { docxFile, docxParagraph } from '../documents/docx-file.ts';
import { paragraphs, plainNotice, tasksIn } from '../documents/sample-notice.ts';
import { xlsxFile } from '../documents/xlsx-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = resolve(import.meta.dirname, '../../bin/duban');

function parse(fileName: string, content: string | Uint8Array, ...options: readonly string[]) {
  const file = join(temporaryFolder(), fileName);
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(program, ['parse', file, ...options], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('duban parse', () => {
  it('prints of a text file what the reader gives, with spans in the file itself, and nothing else', () => {
    const content = plainNotice.replaceAll('\n', '\r\n');
    expect(parse('要点.txt', content, '--json')).toEqual({
      status: 0,
      stdout: `${JSON.stringify(readNotice(content))}\n`,
      stderr: '',
    });
  });

  it('prints of a Word file the text beside the spans that count in it', () => {
    const body = paragraphs.map(({ text, level }) => docxParagraph(text, level)).join('');
    const { status, stdout } = parse('要点.docx', docxFile({ body }), '--json');
    const printed: unknown = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(printed).toMatchObject({ document: { kind: 'docx', text: plainNotice, remarks: [] } });
    expect(printed).toMatchObject({ tasks: tasksIn(plainNotice).map(() => expect.anything()) });
  });

  it('shows how the columns of a workbook are understood, and takes corrections', async () => {
    const bytes = await xlsxFile((workbook) => {
      const sheet = workbook.addWorksheet('任务');
      sheet.addRow(['序号', '工作任务', '甲方']);
      sheet.addRow([1, '建设平台', '市数据局']);
    });
    const shown = parse('任务.xlsx', bytes, '--text', '--head-row', '任务!1', '--column', '任务!C=牵头单位');
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    expect(shown.stdout).toMatch(/C\s+甲方\s+牵头单位\s+牵头单位/);
    expect(shown.stdout).toContain('| 1 | 建设平台 | 市数据局 |');
  });

  it.each([
    { fileName: 'a.doc', options: [], status: 1, says: '请用 Word、Excel 或 WPS 打开并另存为' },
    { fileName: 'a.doc', options: ['--column', 'D=牵头单位'], status: 2, says: '选项 --column “D=牵头单位”有误' },
    { fileName: 'a.doc', options: ['--head-row', '任务!三'], status: 2, says: '选项 --head-row “任务!三”有误' },
  ])('ends with $status and says what to do: $says', ({ fileName, options, status, says }) => {
    const told = parse(fileName, Buffer.from('d0cf11e0a1b11ae1', 'hex'), ...options);
    expect(told).toMatchObject({ status, stdout: '' });
    expect(told.stderr).toContain(says);
  });

  it('reads by the words of a vocabulary file beside those of the genre', () => {
    const words = join(temporaryFolder(), '用词.json');
    writeFileSync(words, JSON.stringify({ labels: { lead: ['挂帅单位'] } }));
    const notice = '云岑市2024年要点\n1.建设平台。\n挂帅单位：市数据局';
    const { status, stdout } = parse('要点.txt', notice, '--json', '--vocabulary', words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ tasks: [{ lead: ['市数据局'] }] });
  });

  it.each([
    { content: '{"labels": {"chief": ["挂帅单位"]}}', says: 'labels 中没有“chief”' },
    { content: '{"labels": ', says: '不是有效的 JSON' },
  ])('refuses a vocabulary file with a fault: $says', ({ content, says }) => {
    const words = join(temporaryFolder(), '用词.json');
    writeFileSync(words, content);
    const told = parse('要点.txt', plainNotice, '--vocabulary', words);
    expect(told).toMatchObject({ status: 2, stdout: '' });
    expect(told.stderr).toContain('用词.json”');
    expect(told.stderr).toContain(says);
  });
});
