import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { sheetPhaseNames } from '../../domain/sheet/phase-names.ts';
import { sheetNumber } from '../../domain/sheet/sheet-of.ts';
import { seatCandidates } from '../../store/registry/actors.ts';
import { readSheetPaper } from '../../store/papers/sheet.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { type SheetLine, listSheets, readSheet } from '../../store/sheet/read-sheets.ts';
import type { Store } from '../../store/store.ts';
import type { SheetLineBody, SheetListBody, SheetPageBody, SheetQuery, SignerListBody } from '../schemas/sheet.ts';
import { type People, type Sight, peopleOf, personsIn } from '../sight.ts';
import { pageOfLines } from './list-part.ts';
import { textsOf } from './texts.ts';

/** A reader with the seat in which they read. */
export interface SheetReader {
  readonly sight: Sight & { readonly reach: TaskReach };
  readonly actor: PersonActor;
}

/** Sheets that the reader may see; their numbers and matters, in which words are looked for, are the domain's. */
export async function sheetList(store: Store, reader: SheetReader, query: SheetQuery): Promise<SheetListBody> {
  const { sight } = reader;
  const { unitId, phase, approver } = query;
  const question = { ...(unitId === undefined ? {} : { unitId }), ...(phase === undefined ? {} : { phase }) };
  const lines = (await listSheets(store, sight.planId, question)).filter(
    (line) => isSheetSeenBy(reader, line) && (approver === undefined || line.approver === approver),
  );
  const people = await peopleOf(store, sight, lines.flatMap(personsOfSheet));
  return pageOfLines(
    lines.map((line) => lineOf(line, sight, people)),
    query,
    {
      texts: ({ number, matter, unit, draftedBy }) => [number, matter, unit.name, draftedBy.label],
      sorts: {
        drafted: ({ draftedAt }) => draftedAt,
        asked: ({ askedAt }) => askedAt,
        decided: ({ decidedAt }) => decidedAt,
      },
    },
  );
}

/** One sheet with what it says. */
export async function sheetPage(store: Store, reader: SheetReader, sheetId: string): Promise<SheetPageBody> {
  const { sight } = reader;
  const sheet = await readSheet(store, sheetId);
  if (sheet === null || sheet.planId !== sight.planId || !isSheetSeenBy(reader, sheet))
    throw new RuleViolation('unknown-sheet', '没有这份审签单，或者不由本岗位查阅，请核对。');
  const people = await peopleOf(store, sight, personsOfSheet(sheet));
  const text = await textsOf(store, [sheet.reasonId]);
  const { lines } = await readSheetPaper(store, { planId: sight.planId, day: sight.today, sheet: sheet.key });
  return {
    ...lineOf(sheet, sight, people),
    lines,
    checkCode: sheet.checkCode,
    reason: text(sheet.reasonId),
    refusal: sheet.refusal?.message ?? null,
    scanHash: sheet.paper?.scanHash ?? null,
  };
}

/** Who may have signed on the day what the reader records. */
export async function signerList(store: Store, { sight, actor }: SheetReader, on: PlainDate): Promise<SignerListBody> {
  const seat = actor.seat === 'office' ? 'leader' : 'head';
  const unitId = seat === 'leader' ? sight.plan.leadershipUnitId : actor.unitId;
  const candidates = await seatCandidates(store, { ...sight.view, day: on }, { seat, unitId });
  const people = await peopleOf(store, sight, personsIn(candidates.map((each) => each.actor)));
  return {
    on,
    signers: candidates.map(({ actor: signer }) => ({ signer, label: people.actor(signer).label })),
  };
}

/** A sheet is its unit's and its head's, or the office's and the leader's; the supervisor reads all. */
export function isSheetSeenBy({ sight, actor }: SheetReader, { approver, unitId }: SheetLine): boolean {
  if (actor.seat === 'supervisor') return true;
  if (approver === 'leader') return actor.seat === 'office' || actor.seat === 'leader';
  return sight.reach.unitId === unitId;
}

function lineOf(line: SheetLine, { unitRef, plan }: Sight, people: People): SheetLineBody {
  const { sheetId, key, unitId, approver, actType, phase, version, paper, decidedBy } = line;
  const decider = paper?.signer ?? decidedBy;
  return {
    sheetId,
    key,
    number: sheetNumber({ planYear: plan.planYear, sheetId }),
    unit: unitRef(unitId),
    approver,
    matter: actMatter(actType, approver),
    phase,
    phaseName: sheetPhaseNames[phase],
    version,
    draftedBy: people.actor(line.draftedBy),
    draftedAt: line.draftedAt,
    askedAt: line.askedAt,
    decidedAt: line.decidedAt,
    decidedBy: decider === null ? null : people.actor(decider),
    onPaper: paper !== null,
  };
}

function personsOfSheet({ draftedBy, decidedBy, paper }: SheetLine): readonly string[] {
  return personsIn([draftedBy, decidedBy, paper?.signer ?? null]);
}
