import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../domain/actor.ts';
import { contentHash } from '../../domain/canonical.ts';
import { knownUntil } from '../../domain/calendar/working-calendar.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import type { NoticeReading } from '../../domain/notice/notice-reading.ts';
import { readNotice } from '../../domain/notice/read-notice.ts';
import type { Words } from '../../domain/notice/words.ts';
import { yearOf } from '../../domain/plain-date.ts';
import type { DraftedPlan } from '../../domain/plan/draft-plan.ts';
import { calendarOf, rulesOf } from '../registry/decision-data.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import { draftFromNotice } from './draft-from-notice.ts';
import { type ImportedNotice, type NoticeHeading, type SteppedClock, importPlan } from './import-plan.ts';

/** A file that somebody hands in to become a plan. */
export interface NoticeImport {
  readonly notice: ImportedNotice;
  /** The words to read it by; those of the genre alone where none are given. */
  readonly words?: Words;
  readonly clock: SteppedClock | null;
  readonly by: PersonActor;
  readonly recordedAt: Instant;
  readonly transport: string;
  /** For a second try of the same import; a new plan otherwise. */
  readonly planId?: string;
  /** The earlier year's plan that this notice goes on from: what it leaves to be taken on becomes open points. */
  readonly follows?: string | null;
}

/** The plan that an import made, with what was read and what people have to decide. */
export interface ImportedPlan extends DraftedPlan {
  readonly planId: string;
  readonly heading: NoticeHeading;
  readonly reading: NoticeReading;
}

/**
 * Reads a notice and takes it in as the draft of a new plan, all of it or nothing. Refuses a file without tasks, without a year, or
 * of a year whose holidays are not registered: nothing could be counted in working days.
 */
export async function importNotice(store: Store, request: NoticeImport): Promise<ImportedPlan> {
  const { notice, words, clock, by, recordedAt, transport, planId = randomUUID(), follows = null } = request;
  const at = clock?.startsAt ?? recordedAt;
  const reading = readNotice(notice.text, words);
  const heading = noticeHeading(reading, notice.fileName);
  await assertKnownYear(store, heading.planYear);
  const register = await unitRegister(store, { planId: null, day: dayOf(at) });
  const leadership = register.find(({ kind }) => kind === 'leadership');
  if (leadership === undefined) throw new RuleViolation('no-leadership', '登记簿中没有市领导的岗位，请先登记再导入。');
  const { planYear } = heading;
  const drafted = await draftFromNotice(store, reading, {
    planId,
    planYear,
    register,
    text: notice.text,
    follows,
    clock: clock === null ? 'real' : 'stepped',
  });
  const { version: rulesVersion } = await rulesOf(store, null);
  const said = {
    planId,
    notice,
    heading,
    ...drafted,
    rulesVersion,
    leadershipUnitId: leadership.unitId,
    follows,
    clock,
    by,
    at,
  };
  const following = follows === null ? {} : { follows };
  const identity = {
    commandId: `import/${planId}`,
    contentHash: contentHash({ text: notice.text, clock, planId, ...following }),
  };
  const acted = await importPlan(store, { ...said, ...identity, recordedAt, transport });
  if (acted.outcome === 'other-content')
    throw new RuleViolation('other-content', '该编号已用于导入另一文件，请重新导入。');
  return { planId, heading, reading, ...drafted };
}

/** What a notice says of itself; refuses one from which no year can be read. */
export function noticeHeading(reading: NoticeReading, fileName: string): NoticeHeading {
  const { title, issuer, documentNumber, issuedOn } = reading;
  const planYear = reading.planYear ?? (issuedOn === null ? null : yearOf(issuedOn)) ?? yearIn(fileName);
  if (planYear === null) {
    throw new RuleViolation(
      'no-plan-year',
      `文件“${fileName}”的标题、落款和文件名中都没有读出年度，请在标题中写明年度，或者在文件名中写明年度（如“2022年任务分解表”）后重新导入。`,
    );
  }
  return { title: title ?? fileName.replace(/\.[^.]*$/, ''), issuer, documentNumber, noticeDate: issuedOn, planYear };
}

// Tables often say the year nowhere but in their name.
function yearIn(fileName: string): number | null {
  const year = /(?:^|[^0-9])(20\d{2})\s*年/.exec(fileName)?.[1];
  return year === undefined ? null : Number(year);
}

/** Refuses a year whose holidays are not registered: nothing could be counted in working days. */
export async function assertKnownYear(store: Pick<Store, 'pool'>, planYear: number): Promise<void> {
  const calendar = await calendarOf(store, null);
  const until = knownUntil(calendar);
  if (calendar.some(({ year }) => year === planYear)) return;
  throw new RuleViolation(
    'calendar-unknown',
    `${planYear}年的放假安排尚未导入（现有安排到${until ?? '无'}为止），工作日无法计算；请先导入该年国务院办公厅的放假通知。`,
  );
}
