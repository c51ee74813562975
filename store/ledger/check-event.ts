import { emptyChain } from '../../domain/ledger/event.ts';
import { sha256Joined } from './hash.ts';
import { ownCanonicalText } from './own-canonical.ts';

/** Every column of `event` but the generated one. */
export const checkedColumns =
  'chain, seq, command_id, ordinal, content_hash, version, canonical, previous_hash, hash, recorded_at, transport, seal';

/** A row of `event`, as far as `checkedColumns` brings it. */
export interface CheckedRow {
  readonly chain: string;
  readonly seq: number;
  readonly command_id: string;
  readonly ordinal: number;
  readonly content_hash: string;
  readonly version: number;
  readonly canonical: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly recorded_at: string;
  readonly transport: string;
  readonly seal: string;
}

/** What is wrong with an event, a text, or the end of a chain. */
export type FaultKind =
  | 'gap'
  | 'chain'
  | 'hash'
  | 'text'
  | 'columns'
  | 'seal'
  | 'tail'
  | 'content'
  | 'erasure'
  | 'scan';

/** The fault of one row, seen after the row before it in the same chain; null where there is none. */
export function faultOf(row: CheckedRow, previous: CheckedRow | null): FaultKind | null {
  if (row.seq !== (previous?.seq ?? 0) + 1) return 'gap';
  if (row.previous_hash !== (previous?.hash ?? emptyChain.hash)) return 'chain';
  if (row.hash !== sha256Joined(row.previous_hash, row.canonical)) return 'hash';
  const said = parsed(row.canonical);
  if (said === null || ownCanonicalText(said) !== row.canonical) return 'text';
  const { chain, seq, ordinal, version: v } = row;
  const columns = { chain, seq, commandId: row.command_id, contentHash: row.content_hash, ordinal, v };
  if (ownCanonicalText({ ...columns, event: said['event'] }) !== row.canonical) return 'columns';
  return row.seal === sha256Joined(row.hash, row.recorded_at, row.transport) ? null : 'seal';
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** The fault in words for the person who runs the check. */
export const faultTexts: Readonly<Record<FaultKind, string>> = {
  gap: '序号不连续：此前的记录缺失',
  chain: '与上一条记录的校验值不衔接',
  hash: '校验值不符：内容被改动',
  text: '内容不是规范文本',
  columns: '列与规范文本所载不一致',
  seal: '封签不符：记录时间或来源被改动',
  tail: '链尾不符：最后的记录缺失或链首登记被改动',
  content: '所引用的正文缺失或被改动',
  erasure: '正文已清除，但留痕链中没有清除记录',
  scan: '纸质审签单的扫描件缺失或被改动',
};
