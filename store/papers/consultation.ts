import type { AdoptionData, ConsultationData } from '../../domain/papers/consultation-data.ts';
import { breakdownVersion, readDrafts } from '../plan/breakdown.ts';
import { planOpinions, planUnits } from '../plan/plan-units.ts';
import type { Store } from '../store.ts';
import { breakdownTasks } from './breakdown-tasks.ts';
import { contentTexts } from './content-texts.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

/** The draft for consultation: of one unit with its own limit, or of all with the plan's. */
export function readConsultation(
  store: Pick<Store, 'pool'>,
  question: PaperQuestion & { readonly unitId?: string },
): Promise<ConsultationData> {
  return readPaper(store, question, async (scope) => {
    const { unitId } = question;
    const { draftVersion } = await breakdownVersion(scope.source, scope.plan.planId);
    const lines = await planUnits(scope.source, scope.plan.planId);
    const own = lines.find((line) => line.unitId === unitId);
    return {
      head: scope.head,
      units: unitId === undefined ? named(scope, lines) : [scope.nameOf(unitId)],
      due: own?.answerDue ?? scope.plan.consultationDue,
      draftVersion,
      tasks: await breakdownTasks(scope, unitId),
    };
  });
}

/** What became of the consultation: who answered, and what was decided on each opinion. */
export function readAdoption(store: Pick<Store, 'pool'>, question: PaperQuestion): Promise<AdoptionData> {
  return readPaper(store, question, async (scope) => {
    const { source, plan, nameOf } = scope;
    const lines = (await planUnits(source, plan.planId)).filter(({ answerDue }) => answerDue !== null);
    const opinions = await planOpinions(source, plan.planId);
    const textOf = await contentTexts(
      source,
      opinions.flatMap(({ textId, reasonId }) => [textId, reasonId]),
    );
    const titles = new Map((await readDrafts(source, plan.planId)).map(({ number, title }) => [number, title]));
    const answered = (answer: (typeof lines)[number]['answer']) =>
      named(
        scope,
        lines.filter((line) => line.answer === answer),
      );
    return {
      head: scope.head,
      consulted: named(scope, lines),
      withoutOpinion: answered('no-opinion'),
      withOpinions: answered('opinions'),
      lapsed: answered('lapsed'),
      rows: opinions.map(({ unitId, taskNumber, textId, decision, reasonId }) => ({
        unit: nameOf(unitId),
        taskNumber,
        taskTitle: titles.get(taskNumber) ?? '',
        opinion: textOf(textId),
        decision,
        reason: textOf(reasonId),
      })),
    };
  });
}

// In the order of the register, which is that in which the office lists its units.
function named({ units }: PaperScope, lines: readonly { readonly unitId: string }[]): readonly string[] {
  const wanted = new Set(lines.map(({ unitId }) => unitId));
  return [...units.values()].filter(({ unitId }) => wanted.has(unitId)).map(({ name }) => name);
}
