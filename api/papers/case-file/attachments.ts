import type { Sha256 } from '../../../domain/canonical.ts';
import { chineseMoment } from '../../../domain/instant.ts';
import type { EventBase, Recorded } from '../../../domain/ledger/event.ts';
import type { EvidenceRef } from '../../../domain/task/task-state.ts';
import type { CaseAttachment } from '../../../papers/case-file/case-file.ts';
import { evidenceByIds } from '../../../store/evidence/evidence.ts';
import { caseFiles } from '../../../store/papers/case-record.ts';
import type { Store } from '../../../store/store.ts';
import { paperIn } from '../../reads/event-parts.ts';
import { peopleOf } from '../../sight.ts';
import type { CaseSight } from './opening-sections.ts';

/** The files that events of the case name by their hashes: evidence of rows, scans of signed sheets, files of checks. */
export async function attachmentsOf(
  store: Store,
  sight: CaseSight,
  events: readonly Recorded<EventBase>[],
): Promise<readonly CaseAttachment[]> {
  const evidence = await evidenceByIds(store, [...new Set(events.flatMap(({ event }) => evidenceIn(event)))]);
  const people = await peopleOf(
    store,
    sight,
    evidence.map(({ uploadedBy }) => uploadedBy),
  );
  const about = new Map<Sha256, { readonly name: string | null; readonly about: string }>();
  for (const { sha256, fileName, uploadedAt, uploadedBy } of evidence) {
    const words = `佐证材料，${people.person(uploadedBy).name}于${chineseMoment(uploadedAt)}上传`;
    if (!about.has(sha256)) about.set(sha256, { name: fileName, about: words });
  }
  for (const { event } of events) {
    const scan = paperIn(event)?.scanHash;
    const when = chineseMoment(event.at);
    if (scan !== undefined && !about.has(scan)) about.set(scan, { name: null, about: `纸质审签扫描件，${when}登记` });
    for (const hash of hashesIn(event)) {
      if (!about.has(hash)) about.set(hash, { name: null, about: `核查依据，${when}` });
    }
  }
  const files = await caseFiles(store, sight.planId, [...about.keys()]);
  return [...about].map(([sha256, { name, about: words }]) => {
    const file = files.get(sha256);
    const { mediaType = '', bytes = null } = file ?? {};
    return { name: name ?? file?.name ?? '（未保存）', about: words, mediaType, sha256, bytes };
  });
}

function evidenceIn(event: EventBase): readonly string[] {
  if (!('rows' in event) || !Array.isArray(event.rows)) return [];
  const rows = event.rows as readonly { readonly evidence?: readonly EvidenceRef[] }[];
  return rows.flatMap(({ evidence = [] }) => evidence.map(({ evidenceId }) => evidenceId));
}

function hashesIn(event: EventBase): readonly Sha256[] {
  if (event.type !== 'findingOpened' || !('evidence' in event)) return [];
  return (event.evidence as { readonly hashes: readonly Sha256[] }).hashes;
}
