import { type MailedLetter } from '../../../domain/letters/mail-lines.ts';
import { mailHour } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';

/** A reminder to the officer of the unit `bureau` about its third-quarter return, with what a test says over it. */
export function letterLike(number: number, changes: Partial<MailedLetter> = {}): MailedLetter {
  return {
    id: `letter-${number}`,
    chain: `task/${number}`,
    kind: 'obligation-reminder',
    receiver: { unitId: 'bureau', seat: 'officer' },
    key: 'progress/bureau/2022Q3',
    step: '-3',
    dueAt: mailHour(plainDate('2022-10-09')),
    mergeClass: 'daily',
    about: plainDate('2022-10-12'),
    facts: { obligationKind: 'progress', period: '2022Q3' },
    ...changes,
  };
}
