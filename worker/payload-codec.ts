import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import type { PayloadKey } from '../config/payload-key.ts';

const encoding = 'binary/duban-aes-256-gcm';
const keyIdName = 'duban-key-id';
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what Temporal stores with the first key, and decrypts by the key that each payload names, so that a key can be changed while
 * payloads under the old one are still about. Payloads from before there was a key are passed through.
 */
export function payloadCodec(keys: readonly [PayloadKey, ...PayloadKey[]]): PayloadCodec {
  const [writing] = keys;
  return {
    encode: async (payloads) => payloads.map((payload) => sealed(payload, writing)),
    decode: async (payloads) => payloads.map((payload) => opened(payload, keys)),
  };
}

function sealed(payload: Payload, { id, key }: PayloadKey): Payload {
  const plain = framed(payload);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
  const data = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { [METADATA_ENCODING_KEY]: bytesOf(encoding), [keyIdName]: bytesOf(id) }, data };
}

function opened(payload: Payload, keys: readonly PayloadKey[]): Payload {
  const { metadata, data } = payload;
  if (textOf(metadata?.[METADATA_ENCODING_KEY]) !== encoding) return payload;
  const id = textOf(metadata?.[keyIdName]);
  const known = keys.find((key) => key.id === id);
  if (known === undefined)
    throw new ValueError(`PAYLOAD_KEY 中没有编号为 ${id} 的密钥，无法读取以前加密的数据；请保留旧密钥`);
  const bytes = Buffer.from(data ?? []);
  const decipher = createDecipheriv(algorithm, known.key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagBytes));
  const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return unframed(plain);
}

// Metadata as JSON behind its length, then the data as it is: base64 of everything would add a third.
function framed({ metadata, data }: Payload): Uint8Array {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = bytesOf(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data ?? new Uint8Array()]);
}

function unframed(plain: Buffer): Payload {
  const end = 4 + plain.readUInt32BE();
  const head = JSON.parse(textOf(plain.subarray(4, end))) as Readonly<Record<string, string>>;
  const metadata = Object.fromEntries(
    Object.entries(head).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]),
  );
  return { metadata, data: new Uint8Array(plain.subarray(end)) };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}
