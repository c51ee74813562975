import type { EvidenceRef } from '../../domain/task/task-state.ts';
import { type EvidenceRecord, evidenceByIds } from '../../store/evidence/evidence.ts';
import type { Store } from '../../store/store.ts';
import type { EvidenceLineBody } from '../schemas/evidence.ts';
import { type People, type Sight, peopleOf } from '../sight.ts';

/** Files as screens show them, by their ids. */
export async function evidenceById(
  store: Store,
  sight: Sight,
  refs: readonly EvidenceRef[],
): Promise<ReadonlyMap<string, EvidenceLineBody>> {
  const records = await evidenceByIds(
    store,
    refs.map(({ evidenceId }) => evidenceId),
  );
  const people = await peopleOf(
    store,
    sight,
    records.map(({ uploadedBy }) => uploadedBy),
  );
  return new Map(records.map((record) => [record.evidenceId, evidenceLine(record, people)]));
}

/** A file as screens show it. */
export function evidenceLine(record: EvidenceRecord, people: People): EvidenceLineBody {
  const { evidenceId, subjectId, fileName, kind, bytes, sha256, uploadedAt, uploadedBy } = record;
  return { evidenceId, subjectId, fileName, kind, bytes, sha256, uploadedAt, uploadedBy: people.person(uploadedBy) };
}
