import type { PersonActor } from '../../actor.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { UrgingChannel } from './urging-event.ts';

/** The office records that it urged a unit by hand. */
export interface RecordUrging {
  readonly type: 'recordUrging';
  readonly by: PersonActor;
  readonly urgingId: string;
  readonly unitId: string;
  readonly obligationIds: readonly string[];
  readonly channel: UrgingChannel;
  readonly reached: ContentRef;
  readonly promise: { readonly text: ContentRef; readonly by: PlainDate } | null;
  readonly delivers: boolean;
}
