import type { RegisterUnit } from '../../domain/plan/unit-names.ts';
import { compareNotices } from '../../domain/plan/amendment/compare-notices.ts';
import type { NoticeVersion } from '../../domain/plan/amendment/notice-change.ts';
import { proposeChanges } from '../../domain/plan/amendment/propose-changes.ts';
import { unitsToTell } from '../../domain/plan/amendment/units-to-tell.ts';
import { draftPlan } from '../../domain/plan/draft-plan.ts';
import { readNotice } from '../../domain/notice/read-notice.ts';
import type { NoticeReading } from '../../domain/notice/notice-reading.ts';
import type { Words } from '../../domain/notice/words.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import { type AmendmentFindings, noticeInForce } from './notice-versions.ts';
import type { PlanLine } from './plans.ts';
import { runningTasks } from './running-tasks.ts';

/** A new version compared with the one in force, which `follows` names (null: the one that was imported). */
export interface ComparedNotice {
  readonly reading: NoticeReading;
  readonly follows: string | null;
  readonly findings: AmendmentFindings;
}

/** Compares a new text of a plan's notice with the one in force, and finds what it asks of the plan's tasks; records nothing. */
export async function compareWithNotice(
  store: Pick<Store, 'pool' | 'books'>,
  plan: PlanLine,
  { text, words, at }: { readonly text: string; readonly words?: Words; readonly at: Instant },
): Promise<ComparedNotice> {
  const { planId, planYear, clock } = plan;
  const register = await unitRegister(store, { planId: clock === 'stepped' ? planId : null, day: dayOf(at) });
  const inForce = await noticeInForce(store, planId);
  const basis = { planId, planYear, register };
  const [old, now] = [versionOf(inForce.text, basis, words), versionOf(text, basis, words)];
  const differences = compareNotices(old, now);
  const running = { tasks: await runningTasks(store, plan), isIssuedText: inForce.amendmentId === null };
  const units = unitsToTell(differences, running);
  const findings = { differences, ...proposeChanges(differences, running), units };
  return { reading: now.reading, follows: inForce.amendmentId, findings };
}

interface Basis {
  readonly planId: string;
  readonly planYear: number;
  readonly register: readonly RegisterUnit[];
}

function versionOf(text: string, basis: Basis, words?: Words): NoticeVersion {
  const reading = readNotice(text, words);
  return { text, reading, drafted: draftPlan(reading, { ...basis, text }) };
}
