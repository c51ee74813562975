import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PayloadKey } from '../../config/payload-key.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { payloadCodec } from '../../worker/payload-codec.ts';
import { counterEngine } from '../workflows/counter/counter-engine.ts';

const keyOf = (id: string, fill: number): PayloadKey => ({ id, key: new Uint8Array(32).fill(fill) });
const [oldKey, newKey] = [keyOf('2025', 1), keyOf('2026', 2)];
const payload = defaultPayloadConverter.toPayload({ personId: '张三' });

describe('a payload', () => {
  it('comes back as it was', async () => {
    const codec = payloadCodec([newKey]);
    const [back] = await codec.decode(await codec.encode([payload]));
    expect(defaultPayloadConverter.fromPayload(back ?? {})).toEqual({ personId: '张三' });
  });

  it('shows nothing of itself but the id of its key', async () => {
    const [sealed] = await payloadCodec([newKey]).encode([payload]);
    expect(Buffer.from(sealed?.data ?? []).includes('张三')).toBe(false);
    expect(Buffer.from(sealed?.metadata?.['duban-key-id'] ?? []).toString()).toBe('2026');
  });

  it('is sealed anew each time', async () => {
    const codec = payloadCodec([newKey]);
    expect((await codec.encode([payload]))[0]?.data).not.toEqual((await codec.encode([payload]))[0]?.data);
  });

  it('of an older key is read as long as that key is kept', async () => {
    const sealed = await payloadCodec([oldKey]).encode([payload]);
    expect(await payloadCodec([newKey, oldKey]).decode(sealed)).toEqual([
      { ...payload, data: expect.anything(), metadata: expect.anything() },
    ]);
    await expect(payloadCodec([newKey]).decode(sealed)).rejects.toThrow('没有编号为 2025 的密钥');
  });

  it('that was changed on the way is refused', async () => {
    const [sealed] = await payloadCodec([newKey]).encode([payload]);
    const data = Uint8Array.from(sealed?.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    await expect(payloadCodec([newKey]).decode([{ ...sealed, data }])).rejects.toThrow('unable to authenticate data');
  });

  it('from before there was a key is passed through', async () => {
    expect(await payloadCodec([newKey]).decode([payload])).toEqual([payload]);
  });
});

describe('a history under a key', () => {
  let engine: Awaited<ReturnType<typeof counterEngine>>;

  beforeAll(async () => {
    engine = await counterEngine(dataConverter([newKey]));
    await engine.startWorker(engine.activities);
  });

  afterAll(() => engine.close());

  it('holds neither what was sent nor why it was refused', async () => {
    const id = randomUUID();
    const { commandId } = await engine.act(id, { type: 'add', n: 1 });
    await expect(engine.act(id, { type: 'add', n: -1 })).rejects.toMatchObject({ cause: { message: '只能增加' } });
    const text = JSON.stringify(historyToJSON(await engine.handle(id).fetchHistory()));
    const clear =
      text + text.replaceAll(/"data":"([^"]+)"/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());
    expect(clear).toContain(commandId);
    expect(clear).not.toContain('receivedAt');
    expect(clear).not.toContain('只能增加');
  });
});
