import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import { instant } from '../../domain/instant.ts';

/** The columns of `event` that give back an event as it was recorded. */
export const eventColumns = 'chain, seq, command_id, ordinal, content_hash, canonical, hash, recorded_at';

/** A row of `event`, as far as `eventColumns` brings it. */
export interface EventRow {
  readonly chain: string;
  readonly seq: number;
  readonly command_id: string;
  readonly ordinal: number;
  readonly content_hash: string;
  readonly canonical: string;
  readonly hash: string;
  readonly recorded_at: string;
}

/** The form in which events are written now. */
export const eventVersion = 1;

/** The event of a row, brought up to the present form whatever version it was written in. */
export function recordedOf(row: EventRow): Recorded<EventBase> {
  const { v, event } = JSON.parse(row.canonical) as { readonly v: number; readonly event: EventBase };
  if (v !== eventVersion) {
    throw new Error(
      `留痕链 ${row.chain} 第 ${row.seq} 条的格式版本为 ${v}，本程序只认识 ${eventVersion}：请使用较新的版本。`,
    );
  }
  const { chain, seq, hash, ordinal } = row;
  return { chain, seq, hash, commandId: row.command_id, ordinal, recordedAt: instant(row.recorded_at), event };
}
