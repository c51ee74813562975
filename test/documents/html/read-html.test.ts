import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../documents/html/read-html.ts';
import { htmlFile } from '../html-file.ts';

const linesOf = (page: string) => readHtml(Buffer.from(page)).text.trimEnd().split('\n');
const texts =
  '<p>为加快建设，推动数字经济与实体经济深度融合，现制定本要点。请各单位认真落实好各项工作，并按时报送进展情况。</p><p>1．建设平台。（市数据局牵头）</p>';

describe('a page of a site', () => {
  it('is read without navigation, hidden parts and foot, and with its title', () => {
    expect(linesOf(htmlFile(texts))).toEqual([
      '云川市2026年数字经济发展工作要点',
      '为加快建设，推动数字经济与实体经济深度融合，现制定本要点。请各单位认真落实好各项工作，并按时报送进展情况。',
      '1．建设平台。（市数据局牵头）',
    ]);
  });

  it('says its title once where the text says it too', () => {
    const page = htmlFile(`<p>云川市2026年数字经济<br>发展工作要点</p>${texts}`);
    expect(linesOf(page).filter((line) => line.includes('2026'))).toEqual(['云川市2026年数字经济']);
  });

  it('keeps all of a text whose parts stand in boxes of their own', () => {
    const page = htmlFile(`<div>${texts}</div><div><p>各单位要加强领导，按时报送进展情况，确保落实。</p></div>`);
    expect(linesOf(page)).toContain('各单位要加强领导，按时报送进展情况，确保落实。');
  });

  it('loses the tools of the site that stand in its text, and says so', () => {
    const page = htmlFile(
      `<p>【打印】 【关闭】</p>${texts}<p>责任编辑：某某</p><ul><li><a href="1">解读一</a></li><li><a href="2">解读二</a></li><li><a href="3">解读三</a></li></ul>`,
    );
    const { text, remarks } = readHtml(Buffer.from(page));
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(remarks).toEqual(['已略去网页的附属文字：【打印】 【关闭】；责任编辑：某某。']);
  });

  it('is read through tables that only place it on the page', () => {
    const page = `<html><body><table><tr><td>首页</td><td><table><tr><td>${texts}</td></tr></table></td></tr></table></body></html>`;
    expect(linesOf(page)).toContain('1．建设平台。（市数据局牵头）');
  });

  it('has cells that go over several rows and columns', () => {
    const table =
      '<table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th></tr>' +
      '<tr><td>1</td><td>建设平台</td><td rowspan="2">市数据局</td><td>市科技局<br>市财政局</td></tr>' +
      '<tr><td>2</td><td>运行平台</td><td>市财政局</td></tr><tr><td colspan="4">二、应用</td></tr></table>';
    expect(linesOf(htmlFile(texts + table)).slice(3)).toEqual([
      '| 序号 | 工作任务 | 牵头单位 | 配合单位 |',
      '| 1 | 建设平台 | 市数据局 | 市科技局<br>市财政局 |',
      '| 2 | 运行平台 | 市数据局 | 市财政局 |',
      '| 二、应用 |  |  |  |',
    ]);
  });
});

describe('the encoding of a page', () => {
  // 建设平台 and two full stops, in the encoding of older sites.
  const old = Buffer.from('bda8c9e8c6bdcca8a1a3', 'hex');
  const page = (charset: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>`,
      ),
      content,
      Buffer.from('</p><p>'),
      content,
      Buffer.from('</p></body></html>'),
    ]);

  it.each(['gb2312', 'GBK', 'gb18030'])('is taken from the page: %s', (charset) => {
    expect(readHtml(page(charset, old)).text).toBe('建设平台。\n建设平台。\n');
  });

  it('is UTF-8 where the bytes are, whatever the page says', () => {
    expect(readHtml(page('gb2312', Buffer.from('建设平台。'))).text).toBe('建设平台。\n建设平台。\n');
  });
});
