/** An AES-256-GCM key for what Temporal stores, with the id that each payload names it by. */
export interface PayloadKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/**
 * Reads `id:base64` entries separated by commas. The first key encrypts, the others only decrypt, so that a key can be
 * changed while payloads under the old one are still about; null when any entry is malformed or an id stands twice.
 */
export function payloadKeys(text: string): readonly PayloadKey[] | null {
  const keys = text.split(',').map((entry): PayloadKey | null => {
    const [, id, base64] = /^\s*([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]{43}=)\s*$/.exec(entry) ?? [];
    return id === undefined || base64 === undefined
      ? null
      : { id, key: Uint8Array.from(Buffer.from(base64, 'base64')) };
  });
  const whole = keys.filter((key) => key !== null);
  const isUnique = new Set(whole.map(({ id }) => id)).size === whole.length;
  return whole.length === keys.length && isUnique ? whole : null;
}
