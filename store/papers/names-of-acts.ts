import type { ChainAct } from '../../domain/act/chain-act.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { type OrderKind, type PaperForm, paperName } from '../../domain/order/paper-form.ts';
import type { NamesOfActs } from '../../domain/sheet/act-words.ts';
import type { TaskChange } from '../../domain/task/change/task-change.ts';
import { readDrafts } from '../plan/breakdown.ts';
import { personsOn } from '../registry/persons.ts';
import { contentTexts } from './content-texts.ts';
import type { PaperScope } from './paper-scope.ts';

/** The names behind the ids of an act, as its sheet prints them. */
export async function namesOfAct(scope: PaperScope, act: ChainAct): Promise<NamesOfActs> {
  const { source, plan, view, nameOf } = scope;
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
    ...(await namesOfPapers(scope)),
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

interface OrderName {
  readonly id: string;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly number: string | null;
  readonly unitId: string;
}

interface ObjectionName {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
}

async function namesOfPapers(scope: PaperScope): Promise<Pick<NamesOfActs, 'order' | 'finding' | 'objection'>> {
  const { source, plan, nameOf } = scope;
  const of = async <R extends object>(text: string) => (await source.pool.query<R>(text, [plan.planId])).rows;
  const orders = await of<OrderName>(
    'SELECT order_id AS id, kind, form, number, unit_id AS "unitId" FROM work_order WHERE plan_id = $1',
  );
  const findings = await of<{ readonly id: string; readonly claimId: string }>(
    'SELECT finding_id AS id, claim_id AS "claimId" FROM finding WHERE plan_id = $1',
  );
  const objections = await of<ObjectionName>(
    'SELECT objection_id AS id, unit_id AS "unitId", title FROM objection WHERE plan_id = $1',
  );
  const textOf = await contentTexts(
    source,
    findings.map(({ claimId }) => claimId),
  );
  const orderNames = new Map(
    orders.map(({ id, kind, form, number, unitId }) => {
      const said = number === null ? nameOf(unitId) : `${number}，${nameOf(unitId)}`;
      return [id, `${paperName(kind, form)}（${said}）`];
    }),
  );
  const claims = new Map(findings.map(({ id, claimId }) => [id, textOf(claimId)]));
  const objected = new Map(objections.map(({ id, unitId, title }) => [id, `${nameOf(unitId)}对${title}的异议`]));
  return {
    order: (orderId) => orderNames.get(orderId) ?? orderId,
    finding: (findingId) => claims.get(findingId) ?? findingId,
    objection: (objectionId) => objected.get(objectionId) ?? objectionId,
  };
}
