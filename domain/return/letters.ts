import { assertNever } from '../errors.ts';
import type { Letter, LetterChange } from '../ledger/letter.ts';
import { type LetterContent, dailyLetter, onlyWithdraw } from '../ledger/make-letter.ts';
import type { PlainDate } from '../plain-date.ts';
import { actOf } from './return-act.ts';
import type { ReturnDelivered, ReturnEvent, RowsHandedOver } from './return-event.ts';
import type { ReturnRow, ReturnState } from './return-state.ts';

/** What the event does to letters within the unit; letters about what the tasks took are the tasks' own. */
export function returnLetters(event: ReturnEvent, before: ReturnState, after: ReturnState): LetterChange {
  switch (event.type) {
    case 'returnOpened':
      return onlyWithdraw('refused', ...(before.askedBy === null ? [] : ['approval']));
    case 'rowsSaved': {
      const approval = before.askedBy === null ? [] : ['approval'];
      return onlyWithdraw(...approval, ...finishedWriters(before, after));
    }
    case 'rowsHandedOver':
      return handOverLetters(event, before, after);
    case 'headApprovalAsked':
      return {
        make: [letterOf(after, event.mailDay, { kind: 'approval-due', seat: 'head', key: 'approval' })],
        withdraw: ['approval-refused'],
      };
    case 'headApprovalRefused':
      return {
        make: [letterOf(after, event.mailDay, { kind: 'approval-refused', seat: 'officer', key: 'approval-refused' })],
        withdraw: ['approval'],
      };
    case 'returnSubmitted':
      return onlyWithdraw('approval', 'approval-refused', ...writersOf(before).map(writerKey));
    case 'returnReviewed':
    case 'rowsReopened':
      return onlyWithdraw();
    case 'returnDelivered':
      return deliveryLetters(event, after);
    default:
      return assertNever(event);
  }
}

function handOverLetters(
  { rows, writerId, mailDay }: RowsHandedOver,
  before: ReturnState,
  after: ReturnState,
): LetterChange {
  const withdraw = finishedWriters(before, after).filter((key) => writerId === null || key !== writerKey(writerId));
  if (writerId === null) return { make: [], withdraw };
  const content = { kind: 'row-handed-over', seat: 'writer', key: writerKey(writerId) } as const;
  const letter = letterOf(after, mailDay, content, rows.length);
  return { make: [{ ...letter, receiver: { ...letter.receiver, personId: writerId } }], withdraw };
}

function deliveryLetters({ act, refused, mailDay }: ReturnDelivered, after: ReturnState): LetterChange {
  const returned = after.rows.filter(({ state }) => state === 'refused').length;
  if (refused.length === 0 || returned === 0 || actOf(after.returnId, act).isReview) return onlyWithdraw();
  const content = { kind: 'needs-attention', seat: 'officer', key: 'refused' } as const;
  return { make: [letterOf(after, mailDay, content, returned)], withdraw: [] };
}

function letterOf(
  { unitId, rows, version, kind, period }: ReturnState,
  mailDay: PlainDate,
  { seat, ...content }: Pick<LetterContent, 'kind' | 'key'> & { readonly seat: 'head' | 'officer' | 'writer' },
  count?: number,
): Letter {
  const open = rows.filter(({ state }) => state === 'draft');
  return dailyLetter(mailDay, {
    ...content,
    receiver: { unitId, seat },
    step: String(version),
    about: open.map(({ due }) => due).toSorted()[0] ?? null,
    facts: { obligationKind: kind, period, unitId, rows: count ?? open.length, version },
  });
}

// Writers who had something to fill in before the event, and have nothing after it.
function finishedWriters(before: ReturnState, after: ReturnState): readonly string[] {
  const busy = writersOf(after, (row) => row.entry === null);
  return writersOf(before)
    .filter((writerId) => !busy.includes(writerId))
    .map(writerKey);
}

function writersOf({ rows }: ReturnState, isWanted: (row: ReturnRow) => boolean = () => true): readonly string[] {
  const writers = rows
    .filter((row) => row.state === 'draft' && isWanted(row))
    .flatMap(({ writerId }) => writerId ?? []);
  return [...new Set(writers)].toSorted();
}

function writerKey(writerId: string): string {
  return `handed/${writerId}`;
}
