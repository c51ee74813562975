/** A new id of an act, made when its form opens: whatever is sent of that form, however often, is one act. */
export function newActId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // On plain http beyond this machine the browser offers random bytes only.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, place) => versioned(byte, place).toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function versioned(byte: number, place: number): number {
  if (place === 6) return (byte & 0x0f) | 0x40;
  return place === 8 ? (byte & 0x3f) | 0x80 : byte;
}
