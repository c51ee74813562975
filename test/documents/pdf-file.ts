/** A stretch of text on a page, in points from the upper left corner; `tilt` stands it askew. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly tilt?: boolean;
}

/** A thin line on a page, drawn as a filled box, as office programs draw the borders of cells. */
export interface PdfRule {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const pageWidth = 595;
const pageHeight = 842;

/**
 * A PDF file whose letters are numbers of a font without outlines, with a table that says what they mean: what a program
 * makes that brings its own fonts. `meaning` says which character a letter is declared to be.
 */
export function pdfFile(
  pages: readonly (readonly (PdfText | PdfRule)[])[],
  meaning: (letter: string) => string = (letter) => letter,
): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap((part) => ('text' in part ? [...part.text] : [])))];
  const code = (letter: string) => hex(letters.indexOf(letter) + 1);
  const drawn = (part: PdfText | PdfRule) => {
    if (!('text' in part)) return `${part.left} ${pageHeight - part.top} ${part.width} ${-part.height} re f`;
    const { text, x, y, size = 16, tilt = false } = part;
    const turn = tilt ? '0.7 0.7 -0.7 0.7' : '1 0 0 1';
    return `BT /F ${size} Tf ${turn} ${x} ${pageHeight - y} Tm <${[...text].map(code).join('')}> Tj ET`;
  };
  const contents = pages.map((parts) => parts.map(drawn).join('\n'));
  const mapping = letters.map((letter) => `<${code(letter)}> <${utf16(meaning(letter))}>`).join('\n');
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${letters.length} beginbfchar
${mapping}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end`;
  const first = 6;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000
/FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>`,
    stream(toUnicode),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ]);
}

/** A file of these objects, the first of them the catalogue; `trailer` adds to what the end of the file says. */
export function assembled(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Sets paragraphs as an official document is set: 28 letters a line, two blanks before each, 22 lines a page. */
export function setPages(
  paragraphs: readonly string[],
  furniture: (page: number) => readonly PdfText[] = () => [],
): PdfText[][] {
  const lines = paragraphs.flatMap((paragraph) => {
    const cut: { text: string; x: number }[] = [{ text: paragraph.slice(0, 26), x: 72 + 32 }];
    for (let start = 26; start < paragraph.length; start += 28)
      cut.push({ text: paragraph.slice(start, start + 28), x: 72 });
    return cut;
  });
  const pages: PdfText[][] = [];
  for (let start = 0; start < lines.length; start += 22) {
    const page = lines.slice(start, start + 22).map(({ text, x }, index) => ({ text, x, y: 110 + index * 28 }));
    pages.push([...page, ...furniture(pages.length + 1)]);
  }
  return pages;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16(text: string): string {
  return [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A table with lines between its cells, whose text is cut by their widths; a row is as high as its highest cell. */
export function setTable(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  top: number,
): (PdfText | PdfRule)[] {
  const size = 10;
  const parts: (PdfText | PdfRule)[] = [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  let y = top;
  for (const cells of rows) {
    const cut = cells.map((cell, column) => wrapped(cell, Math.floor(((widths[column] ?? 0) - 8) / size)));
    const height = Math.max(...cut.map(({ length }) => length)) * 14 + 6;
    let x = 40;
    for (const [column, lines] of cut.entries()) {
      parts.push({ left: x, top: y, width: 0.5, height });
      for (const [index, text] of lines.entries()) parts.push({ text, x: x + 4, y: y + 13 + index * 14, size });
      x += widths[column] ?? 0;
    }
    parts.push({ left: 40, top: y, width: total, height: 0.5 }, { left: x, top: y, width: 0.5, height });
    y += height;
  }
  return [...parts, { left: 40, top: y, width: total, height: 0.5 }];
}

function wrapped(text: string, width: number): string[] {
  const lines = Array.from({ length: Math.ceil(text.length / width) }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );
  return lines.length === 0 ? [''] : lines;
}
