import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../domain/plain-date.ts';
import type { Party } from '../../../../domain/task/issued-subject.ts';
import {
  accepting,
  act,
  actor,
  deliverableItem,
  issued,
  lettersAbout,
  numberItem,
  on,
  openOf,
  parties,
  refusalOf,
  report,
  row,
  subjectIn,
  text,
} from '../task-play.ts';
import { asking, changed, granting, office, proposing, typesOf } from './change-play.ts';

const added: readonly Party[] = parties(['industry', 'lead'], ['finance', 'support']).map((party) =>
  party.unitId === 'finance' ? { ...party, basis: 'added' } : party,
);
const decline = (unitId: string) => asking(unitId, { kind: 'decline', unitId });
const day = on('2022-08-24');

function assigned({ state }: { readonly state: { readonly parties: readonly Party[] } }): readonly string[] {
  return state.parties.map(({ unitId, role, basis }) => `${unitId} ${role} ${basis}`);
}

describe('a unit that declines its part', () => {
  it('is decided by the office alone where the office added it, and leaves with what it owed', () => {
    const asked = act(issued({ parties: added }), day, decline('finance'));
    expect(asked.state.changes.pending[0]?.decider).toBe('office');
    const left = act(asked, on('2022-08-25'), granting({ by: office }));
    expect(assigned(left)).toEqual(['industry lead named']);
    expect(left.state.obligations.map(({ unitId }) => unitId)).not.toContain('finance');
    expect(lettersAbout(left.waiting, 'contribution/finance/2022Q3')).toEqual([]);
  });

  it('is decided by a leader where the notice names it', () => {
    const asked = act(issued(), day, decline('finance'));
    expect(asked.state.changes.pending[0]?.decider).toBe('leader');
    expect(refusalOf(asked, day, granting({ by: office }))).toBe('not-permitted');
    expect(lettersAbout(asked.waiting, 'change/c')).toContain('change-asked leader 2022-08-25');
  });

  it('does not leave an item without a unit, nor the task without a lead', () => {
    expect(refusalOf(act(issued(), day, decline('industry')), day, granting())).toBe('item-without-unit');
    const bare = issued({ subjects: [deliverableItem('1', 'finance')] });
    expect(refusalOf(act(bare, day, decline('industry')), day, granting())).toBe('task-without-lead');
  });

  it('gives its items, its place and new obligations to the unit that takes over', () => {
    const moved = changed(issued(), day, decline('industry'), granting({ replacementId: 'science' }));
    expect(assigned(moved)).toEqual(['science lead decided', 'finance support named']);
    expect(subjectIn(moved, '1').unitId).toBe('science');
    expect(moved.state.obligations.map(({ id, due }) => `${id} ${due}`)).toEqual([
      'contribution/finance/2022Q3 2022-09-30',
      'stage-plan/science/plan 2022-09-13',
      'progress/science/2022Q3 2022-10-12',
    ]);
    expect(lettersAbout(moved.waiting, 'change/c#assigned')).toEqual([
      'task-assigned head 2022-08-24',
      'task-assigned officer 2022-08-24',
    ]);
  });

  it('is asked by its own head alone', () => {
    const other = asking('finance', { kind: 'decline', unitId: 'industry' });
    expect(refusalOf(issued(), day, other)).toBe('not-own-part');
    const officer = { ...decline('finance'), by: actor('officer', 'finance') };
    expect(refusalOf(issued(), day, officer)).toBe('not-permitted');
  });

  it('stays where the decision is no', () => {
    const kept = changed(issued(), day, decline('finance'), granting({ outcome: 'refused' }));
    expect(assigned(kept)).toEqual(['industry lead named', 'finance support named']);
    expect(typesOf(kept)).toEqual(['changeDecided']);
  });
});

describe('an amendment by the office', () => {
  const item = numberItem('2', 'finance', { title: '落实专项资金' });

  it('adds an item, which the supporting unit reports on from then on instead of contributing', () => {
    const amended = changed(issued(), day, proposing({ kind: 'amendment', put: [item], remove: [], joins: [] }));
    expect(amended.state.subjects.map(({ id }) => id)).toEqual(['1', '2']);
    expect(amended.state.obligations.map(({ id }) => id)).toEqual([
      'stage-plan/industry/plan',
      'progress/industry/2022Q3',
      'stage-plan/finance/plan',
      'progress/finance/2022Q3',
    ]);
  });

  it('adds a row to a report that nobody has touched yet', () => {
    const put = [numberItem('2', 'industry')];
    const amended = changed(issued(), day, proposing({ kind: 'amendment', put, remove: [], joins: [] }));
    expect(openOf(amended, 'progress/industry/2022Q3').rows.map(({ subjectId }) => subjectId)).toEqual(['1', '2']);
  });

  it('removes the last item of a lead, which then answers for the task as a whole', () => {
    const amended = changed(issued(), day, proposing({ kind: 'amendment', put: [], remove: ['1'], joins: [] }));
    expect(amended.state.subjects.map(({ id }) => id)).toEqual(['whole/industry']);
    expect(openOf(amended, 'progress/industry/2022Q3').rows.map(({ subjectId }) => subjectId)).toEqual([
      'whole/industry',
    ]);
  });

  it.each([
    { put: [], remove: [], code: 'nothing-amended' },
    { put: [], remove: ['9'], code: 'unknown-item' },
    { put: [numberItem('2', 'culture')], remove: [], code: 'unit-not-on-task' },
    { put: [numberItem('2', 'finance', { target: null })], remove: [], code: 'item-target' },
    { put: [numberItem('1', 'industry')], remove: ['1'], code: 'item-twice' },
  ])('is refused: $code', ({ put, remove, code }) => {
    expect(refusalOf(issued(), day, proposing({ kind: 'amendment', put, remove, joins: [] }))).toBe(code);
  });

  it('is not asked by a unit', () => {
    const change = { kind: 'amendment', put: [item], remove: [], joins: [] } as const;
    expect(refusalOf(issued(), day, asking('finance', change))).toBe('asked-by-office');
  });
});

describe('a target that a leader changes', () => {
  const target = { value: 1000, unit: '台', comparator: '>=' } as const;

  it('is another number, with the one before on record', () => {
    const lower = changed(issued(), day, asking('industry', { kind: 'target', subjectId: '1', target }));
    expect(subjectIn(lower, '1').target).toEqual(target);
    expect(lower.last.find(({ type }) => type === 'assignmentChanged')).toMatchObject({
      before: [{ id: '1', target: { value: 1400 } }],
      endedObligations: [],
      rowChanges: [],
    });
  });

  it('is not the same number again', () => {
    const same = { value: 1400, unit: '台', comparator: '>=' } as const;
    expect(refusalOf(issued(), day, asking('industry', { kind: 'target', subjectId: '1', target: same }))).toBe(
      'target-same',
    );
  });
});

describe('a leader’s note', () => {
  const note = { type: 'recordInstruction', text: { contentId: 'note', commitment: '' } } as const;

  it('reaches the leads at once and the office with its next mail', () => {
    const noted = act(issued(), day, { ...note, by: actor('leader', 'leadership') });
    expect(lettersAbout(noted.waiting, 'instruction')).toEqual([
      'instruction-given head 2022-08-24',
      'instruction-given office 2022-08-25',
      'instruction-given officer 2022-08-24',
    ]);
  });

  it('is nobody else’s, but the office records it from the paper', () => {
    expect(refusalOf(issued(), day, { ...note, by: office })).toBe('not-permitted');
    const paper = {
      signer: actor('leader', 'leadership'),
      signedOn: plainDate('2022-08-24'),
      scanHash: 'a',
      checkCode: 'b',
    };
    expect(typesOf(act(issued(), day, { ...note, by: office, paper }))).toEqual(['instructionGiven']);
  });
});

describe('an item that is removed while its row has been sent back and the others are accepted', () => {
  it('leaves the report settled, and nobody is reminded of it', () => {
    const two = issued({ subjects: [numberItem('1', 'industry'), numberItem('2', 'industry')] });
    const first = report('industry', '2022Q3', on('2022-10-11'), [row('1', 300), row('2', 300)]);
    const sendBack = [{ subjectId: '2', reason: text('why') }];
    const back = act(
      act(two, on('2022-10-11'), first),
      on('2022-10-12'),
      accepting(first, { accept: ['1'], sendBack }),
    );
    const change = { kind: 'amendment', put: [], remove: ['2'], joins: [] } as const;
    const removed = changed(back, on('2022-10-13'), proposing(change));
    expect(removed.state.settled.map(({ id }) => id)).toContain('progress/industry/2022Q3');
    expect(
      removed.waiting.filter(({ key }) => key.startsWith('progress/industry/2022Q3')).map(({ kind }) => kind),
    ).toEqual([]);
  });
});
