import type { PersonActor } from '../../actor.ts';
import type { Instant } from '../../instant.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PlainDate } from '../../plain-date.ts';

/** How a unit was reached by hand: 电话, 政务即时通讯, 当面, 书面. */
export type UrgingChannel = 'phone' | 'message' | 'in-person' | 'writing';

/** The channels with their names, in the order in which forms offer them. */
export const urgingChannels: Readonly<Record<UrgingChannel, string>> = {
  phone: '电话',
  message: '政务即时通讯',
  'in-person': '当面',
  writing: '书面',
};

/** The office urged a unit by hand 人工催办. */
export interface Urged {
  readonly type: 'urged';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly urgingId: string;
  readonly unitId: string;
  readonly obligationIds: readonly string[];
  readonly channel: UrgingChannel;
  /** Who was reached, in words. */
  readonly reached: ContentRef;
  /** What was promised, by when, and when it comes back on the office's list. */
  readonly promise: { readonly text: ContentRef; readonly by: PlainDate; readonly returnsOn: PlainDate } | null;
  /** The content of the reminders was handed over too: that counts as delivered where mail had failed. */
  readonly delivers: boolean;
}

/** What was promised for this day is still owed. */
export interface PromiseDue {
  readonly type: 'promiseDue';
  readonly at: Instant;
  readonly by: 'system';
  readonly urgingIds: readonly string[];
  readonly mailDay: PlainDate;
}

/** What urging by hand adds to a task's chain. */
export type UrgingEvent = Urged | PromiseDue;
