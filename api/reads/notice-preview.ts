import { readDocument } from '../../documents/read-document.ts';
import type { SheetCorrection } from '../../documents/sheet-mapping.ts';
import type { Instant } from '../../domain/instant.ts';
import { previewNotice } from '../../store/plan/preview-notice.ts';
import type { Store } from '../../store/store.ts';
import type { NoticePreviewBody } from '../schemas/notice-preview.ts';
import { pointBody } from './plan-bodies.ts';

interface PreviewAsked {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly corrections: readonly SheetCorrection[];
  readonly at: Instant;
  /** The earlier year's plan that the notice goes on from; null without one. */
  readonly follows: string | null;
}

/** What a file of any kind reads as, for whoever is about to import it; nothing is stored. */
export async function noticePreviewBody(
  store: Store,
  { fileName, bytes, corrections, at, follows }: PreviewAsked,
): Promise<NoticePreviewBody> {
  const { kind, sha256, remarks, text, sheets } = await readDocument(bytes, fileName, { corrections });
  const { heading, drafts, points, coverage, register } = await previewNotice(
    store,
    { text, fileName },
    { at, follows },
  );
  return {
    fileName,
    kind,
    sha256,
    ...heading,
    text,
    remarks,
    sheets,
    tasks: drafts,
    points: points.map((point) => pointBody(point, null, { drafts, text })),
    coverage: coverage.map(({ span, marks, reason }) => ({ span, kinds: marks.map((mark) => mark.kind), reason })),
    units: register.filter(({ members }) => members.length === 0).map(({ unitId, name }) => ({ unitId, name })),
  };
}
