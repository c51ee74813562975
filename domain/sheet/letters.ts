import { assertNever } from '../errors.ts';
import type { LetterChange } from '../ledger/letter.ts';
import { dailyLetter, onlyWithdraw } from '../ledger/make-letter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { SheetEvent } from './sheet-event.ts';
import type { SheetState } from './sheet-state.ts';

/** The approver hears of a sheet that waits, whoever drafted it of one that came back. */
export function sheetLetters(event: SheetEvent, _: SheetState, after: SheetState): LetterChange {
  switch (event.type) {
    case 'sheetAsked': {
      const receiver = { unitId: after.unitId, seat: after.approver };
      const letter = { kind: 'sheet-asked', receiver, key: 'asked', step: String(event.version), about: null } as const;
      return { make: [dailyLetter(event.mailDay, { ...letter, facts: factsOf(after) })], withdraw: ['came-back'] };
    }
    case 'sheetRefused':
      return cameBack(after, 'sheet-refused', event.mailDay);
    case 'sheetCarriedOut':
      return event.refusal === null ? onlyWithdraw() : cameBack(after, 'sheet-act-refused', event.mailDay);
    case 'sheetDrafted':
    case 'sheetApproved':
    case 'sheetWithdrawn':
      return onlyWithdraw('asked', 'came-back');
    default:
      return assertNever(event);
  }
}

function cameBack(after: SheetState, kind: 'sheet-refused' | 'sheet-act-refused', mailDay: PlainDate): LetterChange {
  const { drafter, version } = after;
  if (drafter === null) return onlyWithdraw('asked');
  const seat = drafter.seat === 'office' ? 'office' : 'officer';
  const receiver = { unitId: drafter.unitId, seat } as const;
  const letter = { kind, receiver, key: 'came-back', step: String(version), about: null };
  return { make: [dailyLetter(mailDay, { ...letter, facts: factsOf(after) })], withdraw: ['asked'] };
}

function factsOf({ sheetId, unitId, version, actType }: SheetState) {
  return { sheetId, unitId, version, actType };
}
