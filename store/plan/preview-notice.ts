import { randomUUID } from 'node:crypto';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { type CoveragePart, coverageOf } from '../../domain/notice/coverage.ts';
import { readNotice } from '../../domain/notice/read-notice.ts';
import type { Words } from '../../domain/notice/words.ts';
import type { DraftedPlan } from '../../domain/plan/draft-plan.ts';
import type { RegisterUnit } from '../../domain/plan/unit-names.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import { draftFromNotice } from './draft-from-notice.ts';
import { assertKnownYear, noticeHeading } from './import-notice.ts';
import type { ImportedNotice, NoticeHeading } from './import-plan.ts';

/** What an import of a file would make. */
export interface NoticePreview extends DraftedPlan {
  readonly heading: NoticeHeading;
  readonly coverage: readonly CoveragePart[];
  readonly register: readonly RegisterUnit[];
}

/** When and by which words a file is read, and the earlier year's plan that it goes on from. */
export interface PreviewBasis {
  readonly at: Instant;
  readonly words?: Words;
  readonly follows?: string | null;
}

/** Reads a notice as an import would, and keeps nothing of it; refuses what an import would refuse for its year. */
export async function previewNotice(
  store: Pick<Store, 'pool' | 'books'>,
  { text, fileName }: Pick<ImportedNotice, 'text' | 'fileName'>,
  { at, words, follows = null }: PreviewBasis,
): Promise<NoticePreview> {
  const reading = readNotice(text, words);
  const heading = noticeHeading(reading, fileName);
  await assertKnownYear(store, heading.planYear);
  const register = await unitRegister(store, { planId: null, day: dayOf(at) });
  // Ids of tasks are made of the plan's id: those of a preview are nobody's.
  const basis = { planId: randomUUID(), planYear: heading.planYear, register, text, follows, clock: null };
  const drafted = await draftFromNotice(store, reading, basis);
  return { heading, ...drafted, coverage: coverageOf(reading, text), register };
}
