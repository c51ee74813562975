import { documentRefusal } from '../document-refusal.ts';
import { parseMarkup } from '../markup.ts';
import type { ReadText } from '../read-text.ts';
import { gridHead } from '../table-grid.ts';
import { textWriter } from '../text-writer.ts';
import { writeGrid } from '../write-grid.ts';
import { decodePage } from './decode-page.ts';
import { mainContent } from './main-content.ts';
import { pageGrid } from './page-grid.ts';
import { pageParts } from './page-lines.ts';
import { isFurniture } from './page-vocabulary.ts';

/** Reads the text that a web page was published for, without the site around it. */
export function readHtml(bytes: Uint8Array): ReadText {
  const { main, title } = mainContent(parseMarkup(decodePage(bytes), 'html'));
  const parts = pageParts(main);
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.text] : []));
  const dropped = lines.filter((line) => isFurniture(line));
  const writer = textWriter();
  let paragraph = 0;
  let tables = 0;
  const write = (text: string) => {
    paragraph += 1;
    writer.line([{ text, place: { kind: 'paragraph', paragraph } }]);
  };
  if (title !== '' && !withoutBlanks(lines.slice(0, 60).join('')).includes(withoutBlanks(title))) write(title);
  for (const part of parts) {
    if (part.kind === 'table') {
      tables += 1;
      const grid = pageGrid(part.element, tables);
      writeGrid(writer, grid, gridHead(grid));
    } else if (!isFurniture(part.text)) write(part.text);
  }
  if (paragraph + tables < 2)
    throw documentRefusal(
      'document-no-text',
      '中没有读出正文，网页的内容可能由脚本载入；请在浏览器中打开网页，把正文复制到 Word 或文本文件后再导入。',
    );
  const remarks = dropped.length > 0 ? [`已略去网页的附属文字：${dropped.slice(0, 8).join('；')}。`] : [];
  return { text: writer.text(), origins: writer.origins(), remarks, sheets: [] };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
