import { documentRefusal } from './document-refusal.ts';

/** A kind of document that duban reads; `text` is plain text and markdown. */
export type DocumentKind = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf';

/** The kind of a document by what its bytes begin with: names lie, and a renamed file is still what it is. */
export function documentKind(bytes: Uint8Array, fileName: string): DocumentKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).toString('latin1');
  if (isPdf(head, fileName)) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return packedKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw olderRefusal(bytes);
  if (head.startsWith('{\\rtf'))
    throw documentRefusal('document-old-format', '是 RTF 格式，请用 Word 或 WPS 打开并另存为 .docx 后再导入。');
  if (isImage(head))
    throw documentRefusal('document-scanned', '是图片，没有文字；请先作文字识别，或者向发文单位索取可编辑的电子文本。');
  if (head.startsWith('Rar!') || head.startsWith('7z\xbc\xaf') || head.startsWith('\x1f\x8b'))
    throw documentRefusal('document-unknown-kind', '是压缩包，请解压后逐个导入其中的文件。');
  return isPage(head, fileName) ? 'html' : 'text';
}

/** The names of the parts stand in clear in a packed file, whatever packed it; which of them are there is checked by its reader. */
function packedKind(bytes: Uint8Array): DocumentKind {
  const holds = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
  if (holds('word/document.xml')) return 'docx';
  if (holds('xl/workbook.xml')) return 'xlsx';
  if (holds('OFD.xml'))
    throw documentRefusal('document-unknown-kind', '是 OFD 版式文件，请用版式阅读软件转换为 PDF 或 .docx 后再导入。');
  if (holds('xl/workbook.bin'))
    throw documentRefusal('document-unknown-kind', '是二进制工作簿（.xlsb），请另存为 .xlsx 后再导入。');
  throw documentRefusal(
    'document-unknown-kind',
    '是压缩包或不支持的文档；可以导入的有 .docx、.xlsx、.pdf、.html、.txt 和 .md，请解压或另存后再导入。',
  );
}

/** The container of Word and Excel before 2007, in which newer ones stand only when they are encrypted. */
function olderRefusal(bytes: Uint8Array): Error {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return isEncrypted
    ? documentRefusal('document-encrypted', '已加密，请用 Word、Excel 或 WPS 解除密码保护并保存后重新导入。')
    : documentRefusal(
        'document-old-format',
        '是旧版格式（如 .doc、.xls、.wps、.et），请用 Word、Excel 或 WPS 打开并另存为 .docx 或 .xlsx 后再导入。',
      );
}

function isImage(head: string): boolean {
  const begins = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'BM'].some((mark) => head.startsWith(mark));
  return begins && head.includes('\0');
}

/** Some programs put a few bytes before the mark that a PDF begins with. */
function isPdf(head: string, fileName: string): boolean {
  return head.startsWith('%PDF-') || (head.includes('%PDF-') && /\.pdf$/i.test(fileName));
}

function isPage(head: string, fileName: string): boolean {
  return /\.(?:html?|xhtml|shtml)$/i.test(fileName) || /^[^<]{0,8}\s*(?:<!doctype html|<html[\s>])/i.test(head);
}
