import { decodeText } from '../decode-text.ts';

/** Encodings of Chinese pages by the names that pages use; all older ones are read as what contains them. */
const encodings: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
};

/** The source of a web page, in the encoding that it declares where its bytes agree, otherwise in the one that its bytes show. */
export function decodePage(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096)).toString('latin1');
  const declared = /<meta[^>]{0,200}charset\s{0,8}=\s{0,8}["']?([\w-]{1,20})/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const encoding = encodings[declared];
  // A page saved by a browser declares its old encoding and is UTF-8.
  return decoded(bytes, 'utf-8') ?? (encoding === undefined ? null : decoded(bytes, encoding)) ?? decodeText(bytes);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
