import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../domain/instant.ts';
import { largestFileBytes, putFile } from '../../../store/files/put-file.ts';
import { assertScanKept, readStoredFile } from '../../../store/files/read-file.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { freshDatabase } from '../../support/database.ts';
import { actor } from '../plan/rehearsed-plan.ts';

const by = actor('gongxinju-officer-a', 'officer', 'gongxinju');
const at = instant('2022-10-10T01:00:00.000Z');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj');
const docx = Buffer.from('PK\u0003\u0004…word/document.xml…', 'latin1');

describe('a file that is handed in', () => {
  let store: OpenStore;
  beforeAll(async () => {
    store = openStore({ url: (await freshDatabase()).appUrl, size: 4, name: 'test' });
  });
  afterAll(() => store.close());
  const put = (bytes: Uint8Array, planId: string = randomUUID(), name = '扫描件.pdf') =>
    putFile(store, { planId, name, bytes, by, at });

  it('is kept byte for byte under its hash, with who handed it in', async () => {
    const planId = randomUUID();
    const { hash } = await put(pdf, planId);
    expect(hash).toBe(createHash('sha256').update(pdf).digest('hex'));
    const kept = await readStoredFile(store, planId, hash);
    expect(kept).toMatchObject({
      name: '扫描件.pdf',
      mediaType: 'application/pdf',
      size: 16,
      storedBy: by,
      storedAt: at,
    });
    expect(Buffer.from(kept?.bytes ?? [])).toEqual(pdf);
    expect(await readStoredFile(store, randomUUID(), hash)).toBeNull();
  });

  it('is kept once, however often it comes', async () => {
    const planId = randomUUID();
    expect(await put(pdf, planId)).toEqual(await put(pdf, planId));
    const { rowCount } = await store.pool.query('SELECT FROM stored_file WHERE plan_id = $1', [planId]);
    expect(rowCount).toBe(1);
  });

  it.each([
    { what: 'a PDF', bytes: pdf, kind: 'application/pdf' },
    { what: 'a JPEG', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]), kind: 'image/jpeg' },
    { what: 'a PNG', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), kind: 'image/png' },
    {
      what: 'a Word document',
      bytes: docx,
      kind: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  ])('is known as $what by its content, whatever its name says', async ({ bytes, kind }) => {
    expect(await put(bytes, randomUUID(), 'x.bin')).toMatchObject({ mediaType: kind });
  });

  it.each([
    { what: 'nothing', bytes: Buffer.alloc(0), code: 'file-empty' },
    { what: 'a program named .pdf', bytes: Buffer.from('MZ\u0090'), code: 'file-kind' },
    { what: 'any other archive', bytes: Buffer.from('PK\u0003\u0004nothing', 'latin1'), code: 'file-kind' },
    {
      what: 'more than 20 MB',
      bytes: Buffer.concat([pdf, Buffer.alloc(largestFileBytes)]),
      code: 'file-too-large',
    },
  ])('is refused where it is $what', async ({ bytes, code }) => {
    await expect(put(bytes)).rejects.toMatchObject({ code });
  });

  it('shows a signature only where it is kept, and a picture', async () => {
    const planId = randomUUID();
    const [scan, words] = [await put(pdf, planId), await put(docx, planId)];
    await assertScanKept(store, planId, scan.hash);
    await expect(assertScanKept(store, planId, words.hash)).rejects.toMatchObject({ code: 'scan-kind' });
    await expect(assertScanKept(store, randomUUID(), scan.hash)).rejects.toMatchObject({ code: 'scan-missing' });
  });
});
