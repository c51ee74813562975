import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import { RuleViolation } from '../domain/errors.ts';
import type { DocumentLimits } from './document-limits.ts';
import { documentRefusal } from './document-refusal.ts';

/** The parts of a packed document; a part that is not there is `null`. */
export interface ZipParts {
  readonly names: readonly string[];
  readonly part: (name: string) => Promise<Buffer | null>;
}

/** Opens a packed document, refusing one that would unpack to more than a document can hold, before it is unpacked. */
export async function zipParts(bytes: Uint8Array, limits: DocumentLimits): Promise<ZipParts> {
  const zip = await whole(fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }));
  const entries = await whole(listEntries(zip, limits));
  return {
    names: [...entries.keys()],
    async part(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (name.endsWith('.xml') && entry.uncompressedSize > limits.mostPartBytes)
        throw documentRefusal(
          'document-too-large',
          `的内容过多（“${name}”超过 ${limits.mostPartBytes} 字节），请只保留工作任务所在的部分后另存再导入。`,
        );
      return whole(unpacked(zip, entry));
    },
  };
}

/** The text of a part that has to be there. */
export async function partText(parts: ZipParts, name: string): Promise<string> {
  const part = await parts.part(name);
  if (part === null) throw damaged(`缺少“${name}”`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch (error) {
    throw damaged(`“${name}”的编码有误`, error);
  }
}

async function listEntries(
  zip: ZipFile,
  { mostParts, mostUnpackedBytes }: DocumentLimits,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    // The size of an entry is what it says itself; a part that unpacks to more is refused when it is read.
    size += entry.uncompressedSize;
    if (size > mostUnpackedBytes || entries.size >= mostParts)
      throw documentRefusal(
        'document-bomb',
        `解压后超过 ${mostUnpackedBytes} 字节或 ${mostParts} 个部件，已停止读取；请用办公软件打开，删去图片等附带内容后另存再导入。`,
      );
    if (entry.isEncrypted()) throw documentRefusal('document-encrypted', '已加密，请解除密码保护后重新导入。');
    if (entries.has(entry.fileName)) throw damaged(`“${entry.fileName}”重复`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const part = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(part) !== entry.crc32) throw damaged(`“${entry.fileName}”的校验码不符`);
  return part;
}

/** Whatever the unpacking library throws says that the file is broken. */
async function whole<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RuleViolation) throw error;
    throw damaged('压缩结构有误', error);
  }
}

function damaged(what: string, cause?: unknown): RuleViolation {
  const refusal = documentRefusal(
    'document-damaged',
    `已损坏（${what}），请用办公软件打开后另存一份再导入；打不开的，请向发来文件的单位重新索取。`,
  );
  refusal.cause = cause;
  return refusal;
}
