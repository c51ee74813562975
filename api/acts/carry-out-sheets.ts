import type { PlannedAct } from '../../domain/act/person-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { NoteSheetOutcome } from '../../domain/sheet/sheet-command.ts';
import { actOnSheet } from '../../store/sheet/act-on-sheet.ts';
import { type SheetPage, readSheet, sheetsToCarryOut } from '../../store/sheet/read-sheets.ts';
import type { Store } from '../../store/store.ts';

type Perform = (planned: PlannedAct) => Promise<void>;

/**
 * Does the acts of all approved sheets of the plan, each under an id made of its sheet and version, and notes what became of it: one
 * that a crash kept from being done is done with the next. A refusal stands on the sheet; any other failure leaves it to be tried again.
 */
export async function carryOutSheets(store: Store, planId: string, perform: Perform): Promise<void> {
  for (const sheetId of await sheetsToCarryOut(store, planId)) {
    const sheet = await readSheet(store, sheetId);
    if (sheet === null || sheet.decidedBy === null || sheet.decidedAt === null) continue;
    await noteOutcome(store, sheet, await refusalOf(sheet, perform));
  }
}

async function refusalOf(sheet: SheetPage, perform: Perform): Promise<NoteSheetOutcome['refusal']> {
  const { key, version, act, decidedBy: by, decidedAt: at, paper } = sheet;
  if (act === null || by === null || at === null) {
    return { code: 'content-erased', message: '审签单的内容已按规定清除，不能再办理' };
  }
  try {
    await perform({ at, key: `sheet/${key}/${version}`, by, act, ...(paper === null ? {} : { paper }) });
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return { code: error.code, message: error.message };
    throw error;
  }
}

async function noteOutcome(
  store: Store,
  { planId, sheetId, version, decidedAt }: SheetPage,
  refusal: NoteSheetOutcome['refusal'],
): Promise<void> {
  if (decidedAt === null) return;
  const command: NoteSheetOutcome = { type: 'noteSheetOutcome', version, refusal };
  await actOnSheet(store, {
    planId,
    sheetId,
    command,
    at: decidedAt,
    commandId: uuid5(sheetId, `carried-out/${version}`),
    contentHash: contentHash(command),
    recordedAt: decidedAt,
    transport: 'sheet',
  });
}
