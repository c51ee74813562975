import { documentRefusal } from './document-refusal.ts';

/**
 * The text of bytes that are UTF-8, UTF-16 with its mark, or GB18030; nothing is ever replaced by a question mark. A byte
 * order mark of UTF-8 stays in the text, so that offsets are those of the file's content.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = utf16(bytes) ?? decoded(bytes, 'utf-8') ?? gb18030(bytes);
  if (text === null)
    throw documentRefusal(
      'document-encoding',
      '的文字编码无法识别（既不是 UTF-8，也不是 GB18030），请用记事本或 WPS 打开并另存为 UTF-8 文本后再导入。',
    );
  if (text.includes('\0'))
    throw documentRefusal(
      'document-unknown-kind',
      '不是文本文件，也不是可以识别的文档；可以导入的有 .docx、.xlsx、.pdf、.html、.txt 和 .md。',
    );
  return text;
}

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? decoded(bytes, 'utf-16be') : null;
}

function gb18030(bytes: Uint8Array): string | null {
  return isCommonChinese(bytes) ? decoded(bytes, 'gb18030') : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Nearly any bytes are valid GB18030. Chinese text shows itself by what it is made of: the characters that GB 2312 lists
 * by frequency make up more than nine in ten, in text of another encoding fewer than half.
 */
function isCommonChinese(bytes: Uint8Array): boolean {
  let common = 0;
  let other = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    index += 1;
    const trail = bytes[index] ?? 0;
    const isListed = trail >= 0xa1 && trail <= 0xfe;
    if (isListed && lead >= 0xb0 && lead <= 0xd7) common += 1;
    else if (!isListed || lead > 0xa9) other += 1;
  }
  return common > other * 3;
}
