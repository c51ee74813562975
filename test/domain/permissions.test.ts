import { describe, expect, it } from 'vitest';
import { type PersonActor, type Seat, seats } from '../../domain/actor.ts';
import { type Action, assertMay, may, permissions, scopeOf } from '../../domain/permissions.ts';

// Written out by hand from what each seat may do, and not derived from the table under test.
const officeActs = `importNotice settlePoints reviseTask beginConsultation decideOpinion askApproval issuePlan reviewReturn endTask
  rehearsePlan recordPaperApproval recordUrging confirmSlip reviewSlipAnswer proposeOrder recordStep decideLight answerObjection
  proposeChange decideOfficeChange decideEndings askSummaryApproval draftSheet amendNotice`;
const adminActs = `registerUnit registerPerson assignSeat importCalendar importRules eraseContent resumeParked authoriseDeputy`;
const contentReads = 'readTask readReturn readInbox';
const expected: Readonly<Record<Seat, Readonly<Record<string, string>>>> = {
  office: { any: `${officeActs} ${contentReads} readPlan readRegistry readMailState` },
  officer: {
    'own-unit': `recordPaperApproval draftSheet fileContactChange answerWithoutOpinion receiptNotice saveRows handOverRows askHeadApproval submitUnreviewedReturn fileStatement
      writeSummary ${contentReads} readPlan readRegistry`,
  },
  writer: { 'own-rows': `saveRows ${contentReads} readPlan` },
  head: {
    'own-unit': `answerWithoutOpinion answerWithOpinion refuseHeadApproval submitReviewedReturn submitUnreviewedReturn
      answerOrder stateOnFinding fileObjection declineTask requestChange approveSheet authoriseDeputy approveContactChange
      ${contentReads} readPlan readRegistry`,
  },
  supervisor: {
    any: `openOrder reviewOrderAnswer closeOrder recordStep openFinding concludeFinding decideLight answerObjection ${contentReads} readPlan readRegistry readMailState readLedger readEngineHistory`,
  },
  leader: {
    any: `openOrder reviewOrderAnswer closeOrder recordInstruction answerObjection decideChange approveSummary returnSummary
    approveSheet authoriseDeputy approveBreakdown returnBreakdown ${contentReads} readPlan readRegistry`,
  },
  admin: { any: `${adminActs} readPlan readRegistry readMailState` },
};

function expectedScope(seat: Seat, action: string): string | null {
  const entries = Object.entries(expected[seat]);
  return entries.find(([, actions]) => actions.split(/\s+/).includes(action))?.[0] ?? null;
}

const actions = Object.keys(permissions) as Action[];
const someone = (seat: Seat): PersonActor => ({ personId: 'p', seat, unitId: 'own' });

describe('the table of rights', () => {
  it.each(seats.flatMap((seat) => actions.map((action) => ({ seat, action, scope: expectedScope(seat, action) }))))(
    '$seat has the scope $scope for $action',
    ({ seat, action, scope }) => {
      expect(scopeOf(seat, action)).toBe(scope);
      const reaches = {
        nothing: may(someone(seat), action),
        ownUnit: may(someone(seat), action, { unitId: 'own' }),
        otherUnit: may(someone(seat), action, { unitId: 'other' }),
        ownRows: may(someone(seat), action, { unitId: 'own', writerIds: ['p', 'p'] }),
        mixedRows: may(someone(seat), action, { unitId: 'own', writerIds: ['p', null] }),
        ownRowsElsewhere: may(someone(seat), action, { unitId: 'other', writerIds: ['p'] }),
      };
      const any = scope === 'any';
      const own = any || scope === 'own-unit';
      expect(reaches).toEqual({
        nothing: any,
        ownUnit: own,
        otherUnit: any,
        ownRows: scope !== null,
        mixedRows: own,
        ownRowsElsewhere: any,
      });
    },
  );

  it('names no action that does not exist', () => {
    const named = Object.values(expected).flatMap((scopes) =>
      Object.values(scopes).flatMap((list) => list.split(/\s+/)),
    );
    expect(named.filter((name) => !actions.includes(name as Action))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('says who does it instead', () => {
    expect(() => assertMay(someone('officer'), 'issuePlan')).toThrow(
      '联络员不能办理“印发交办”，该事项由领导小组办公室办理',
    );
  });

  it('says that another unit is not the own one', () => {
    expect(() => assertMay(someone('head'), 'answerWithOpinion', { unitId: 'other' })).toThrow('只能为本单位办理');
  });

  it('carries one stable code', () => {
    expect(() => assertMay(someone('admin'), 'readReturn')).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });
});
