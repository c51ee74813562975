import { RuleViolation } from '../../domain/errors.ts';
import type { SheetData } from '../../domain/papers/sheet-data.ts';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { actWords } from '../../domain/sheet/act-words.ts';
import { sheetIdOf, sheetNumber } from '../../domain/sheet/sheet-of.ts';
import { personsOn } from '../registry/persons.ts';
import { readSheet } from '../sheet/read-sheets.ts';
import type { Store } from '../store.ts';
import { namesOfAct } from './names-of-acts.ts';
import { type PaperQuestion, readPaper } from './paper-scope.ts';

/** The sheet with this key as it stands, with the check code of exactly that. */
export function readSheetPaper(
  store: Pick<Store, 'pool'>,
  question: PaperQuestion & { readonly sheet: string },
): Promise<SheetData> {
  return readPaper(store, question, async (scope) => {
    const { source, plan, view, head, nameOf } = scope;
    const sheetId = sheetIdOf(plan.planId, question.sheet);
    const page = await readSheet(source, sheetId);
    if (page === null) throw new RuleViolation('unknown-sheet', `没有代码为“${question.sheet}”的审签单，请核对代码`);
    const { personId } = page.draftedBy;
    const drafter = (await personsOn(source, view, [personId])).get(personId)?.particulars ?? null;
    return {
      head,
      unitName: nameOf(page.unitId),
      isForLeader: page.approver === 'leader',
      number: sheetNumber({ planYear: plan.planYear, sheetId }),
      version: page.version,
      checkCode: page.checkCode,
      matter: actMatter(page.actType, page.approver),
      lines: page.act === null ? ['（正文已按规定清除）'] : actWords(page.act, await namesOfAct(scope, page.act)),
      draftedBy: drafter === null ? null : { name: drafter.name, phone: drafter.phone },
    };
  });
}
