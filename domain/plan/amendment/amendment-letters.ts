import { assertNever } from '../../errors.ts';
import type { LetterChange } from '../../ledger/letter.ts';
import { dailyLetter, onlyWithdraw, urgentLetter } from '../../ledger/make-letter.ts';
import type { PlanState } from '../plan-state.ts';
import type { AmendmentEvent, AmendmentListed, NoticeAmended } from './amendment-event.ts';

/** What an event about an amendment does to letters: units are told of what changed for them alone. */
export function amendmentLetters(event: AmendmentEvent, after: PlanState): LetterChange {
  switch (event.type) {
    case 'noticeAmended':
      return amendedLetters(event);
    case 'amendmentReceipted': {
      const { amendmentId, unitId } = event;
      const amendment = after.amendments.find((each) => each.amendmentId === amendmentId);
      const isLast = amendment !== undefined && Object.keys(amendment.waiting).length === 0;
      return onlyWithdraw(unitKey(amendmentId, unitId), ...(isLast ? [listKey(amendmentId)] : []));
    }
    case 'amendmentListed':
      return listedLetters(event, after);
    default:
      return assertNever(event);
  }
}

function amendedLetters({ at, amendmentId, title, units, receiptDue, ladder }: NoticeAmended): LetterChange {
  const make = units.flatMap(({ unitId, taskNumbers }) => {
    const content = {
      receiver: { unitId, seat: 'officer' },
      key: unitKey(amendmentId, unitId),
      about: receiptDue.date,
      facts: { title, tasks: taskNumbers.length },
    } as const;
    const reminders = Object.entries(ladder).map(([step, day]) =>
      dailyLetter(day, { ...content, kind: 'amendment-reminder', step }),
    );
    return [urgentLetter(at, { ...content, kind: 'notice-amended', step: '0' }), ...reminders];
  });
  return { make, withdraw: [] };
}

function listedLetters({ amendmentId, unitIds, mailDay }: AmendmentListed, after: PlanState): LetterChange {
  const amendment = after.amendments.find((each) => each.amendmentId === amendmentId);
  const about = amendment?.receiptDue ?? null;
  const title = amendment?.title ?? after.title;
  const toHeads = unitIds.map((unitId) =>
    dailyLetter(mailDay, {
      kind: 'amendment-listed',
      receiver: { unitId, seat: 'head' },
      key: unitKey(amendmentId, unitId),
      step: 'head',
      about,
      facts: { title, tasks: amendment?.waiting[unitId] ?? 0 },
    }),
  );
  const toOffice = dailyLetter(mailDay, {
    kind: 'amendment-listed',
    receiver: { unitId: after.officeUnitId, seat: 'office' },
    key: listKey(amendmentId),
    step: 'office',
    about,
    facts: { title, units: unitIds.length },
  });
  return { make: [...toHeads, toOffice], withdraw: [] };
}

function unitKey(amendmentId: string, unitId: string): string {
  return `amendment/${amendmentId}/${unitId}`;
}

function listKey(amendmentId: string): string {
  return `amendment/${amendmentId}`;
}
