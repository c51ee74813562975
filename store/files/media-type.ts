/** Kinds of files that duban keeps. */
export type MediaType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/ofd';

/** Kinds that can show a signature and a seal. */
export const scanTypes: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** The kind of a file by its first bytes, whatever its name says; null for a kind that is not kept. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return null;
  // The names of a package's parts stand unpacked in its directory.
  if (head.includes('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (head.includes('OFD.xml')) return 'application/ofd';
  return head.includes('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null;
}

function startsWith(head: Buffer, marks: readonly number[]): boolean {
  return marks.every((mark, index) => head[index] === mark);
}
