import type { ChainAct } from '../../domain/act/chain-act.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { SheetData } from '../../domain/papers/sheet-data.ts';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { type NamesOfActs, actWords } from '../../domain/sheet/act-words.ts';
import { sheetIdOf, sheetNumber } from '../../domain/sheet/sheet-of.ts';
import type { TaskChange } from '../../domain/task/change/task-change.ts';
import { readDrafts } from '../plan/breakdown.ts';
import { personsOn } from '../registry/persons.ts';
import { readSheet } from '../sheet/read-sheets.ts';
import type { Store } from '../store.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

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
      lines: page.act === null ? ['（正文已按规定清除）'] : actWords(page.act, await namesIn(scope, page.act)),
      draftedBy: drafter === null ? null : { name: drafter.name, phone: drafter.phone },
    };
  });
}

async function namesIn({ source, plan, view, nameOf }: PaperScope, act: ChainAct): Promise<NamesOfActs> {
  const drafts = await readDrafts(source, plan.planId);
  const titles = new Map(drafts.map(({ taskId, number, title }) => [taskId, `第${number}项任务“${title}”`]));
  const persons = await personsOn(source, view, personKeysIn(act).map(personIdOf));
  const { rows: changes } = await source.pool.query<{ readonly id: string; readonly change: TaskChange }>(
    'SELECT change_id AS id, change FROM change_request WHERE plan_id = $1',
    [plan.planId],
  );
  const { rows: items } = await source.pool.query<{ readonly key: string; readonly title: string }>(
    `SELECT task_id || ' ' || id AS key, title FROM subject WHERE plan_id = $1`,
    [plan.planId],
  );
  const [asked, itemTitles] = [
    new Map(changes.map(({ id, change }) => [id, change])),
    new Map(items.map(({ key, title }) => [key, title])),
  ];
  return {
    unit: nameOf,
    change: (changeId) => asked.get(changeId) ?? null,
    item: (taskId, subjectId) => itemTitles.get(`${taskId} ${subjectId}`) ?? titles.get(taskId) ?? subjectId,
    person: (key) => persons.get(personIdOf(key))?.particulars?.name ?? key,
    task: (taskId) => titles.get(taskId) ?? taskId,
  };
}

function personKeysIn(act: ChainAct): readonly string[] {
  if (act.type !== 'changeContacts') return [];
  return [...act.leaves.map(({ personKey }) => personKey), ...act.takes.map(({ person }) => person.key)];
}
