import type { PersonActor } from '../../actor.ts';
import type { ComputedDate } from '../../calendar/working-calendar.ts';
import type { Sha256 } from '../../canonical.ts';
import type { Instant } from '../../instant.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { Ladder } from '../../task/ladder.ts';
import type { ToldUnit } from './units-to-tell.ts';

/** A new version of an issued notice was recorded 文件修改: what is kept of it, and who has to receipt their changed part. */
export interface NoticeAmended {
  readonly type: 'noticeAmended';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly amendmentId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  /** SHA-256 of the original file, of the text that was read out of it, and of the list of differences. */
  readonly originalHash: Sha256;
  readonly textHash: Sha256;
  readonly differencesHash: Sha256;
  readonly units: readonly ToldUnit[];
  readonly receiptDue: ComputedDate;
  readonly ladder: Ladder;
  readonly listedOn: PlainDate;
}

/** A unit receipted what changed for it. */
export interface AmendmentReceipted {
  readonly type: 'amendmentReceipted';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly amendmentId: string;
  readonly unitId: string;
  readonly late: boolean;
}

/** These units had not receipted the amendment on the day on which that is listed. */
export interface AmendmentListed {
  readonly type: 'amendmentListed';
  readonly at: Instant;
  readonly by: 'system';
  readonly amendmentId: string;
  readonly unitIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** Everything that amendments put in a plan's chain. */
export type AmendmentEvent = NoticeAmended | AmendmentReceipted | AmendmentListed;

const amendmentEvents: Readonly<Record<AmendmentEvent['type'], true>> = {
  noticeAmended: true,
  amendmentReceipted: true,
  amendmentListed: true,
};

/** Whether an event of a plan's chain is about a new version of the notice. */
export function isAmendmentEvent<E extends { readonly type: string }>(event: E): event is Extract<E, AmendmentEvent> {
  return Object.hasOwn(amendmentEvents, event.type);
}
