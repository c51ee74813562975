import type { Period } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { LightCounts, QuarterData, QuarterLine, QuarterProblem } from '../../domain/papers/quarter-data.ts';
import type { Store } from '../store.ts';
import { contentTexts } from './content-texts.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';
import { quarterReports, unitQuarters } from './quarter-reports.ts';
import { progressTexts } from './progress-texts.ts';
import { type SubjectLine, saidTextIds, subjectLines } from './subject-lines.ts';

/** A quarter of an issued plan: how units reported, what lights show on the day of print, problems by name, what was said of each task. */
export function readQuarter(
  store: Pick<Store, 'pool'>,
  question: PaperQuestion & { readonly period: Period },
): Promise<QuarterData> {
  const { period } = question;
  return readPaper(store, question, async (scope) => {
    const reports = await quarterReports(scope, period);
    if (reports.length === 0) {
      throw new RuleViolation('period-not-open', '该季度没有季度进展情况表的报送任务，请核对季度。');
    }
    const lines = await subjectLines(scope, period);
    const textOf = await contentTexts(scope.source, saidTextIds(lines));
    const assessed = lines.filter(({ tracked }) => !tracked);
    const [due] = reports.map((report) => report.due).toSorted();
    return {
      head: scope.head,
      period,
      due: due ?? null,
      taskCount: new Set(lines.map(({ taskId }) => taskId)).size,
      itemCount: lines.filter(({ kind }) => kind !== 'whole').length,
      groups: [...Map.groupBy(assessed, ({ group }) => group)].map(([name, rows]) => lineOf(name, rows)),
      units: unitQuarters(scope, reports, (unitId) =>
        lineOf(
          scope.nameOf(unitId),
          assessed.filter((line) => line.unitId === unitId),
        ),
      ),
      problems: problemsOf(scope, assessed, textOf),
      tasks: await progressTexts(scope, lines, textOf, period),
    };
  });
}

function lineOf(name: string, lines: readonly SubjectLine[]): QuarterLine {
  const lights: LightCounts = Object.fromEntries(
    [...Map.groupBy(lines, ({ light }) => light?.light)].flatMap(([light, rows]) =>
      light === undefined ? [] : [[light, rows.length]],
    ),
  );
  return { name, rows: lines.length, lights };
}

function problemsOf(
  { nameOf }: PaperScope,
  lines: readonly SubjectLine[],
  textOf: (contentId: string | undefined) => string,
): readonly QuarterProblem[] {
  return lines.flatMap(({ number, title, unitId, light, said, due }) => {
    const isProblem = light !== null && ['behind', 'far-behind', 'no-plan'].includes(light.light);
    if (light === null || !isProblem) return [];
    return [
      {
        taskNumber: number,
        title,
        unit: nameOf(unitId),
        light,
        problem: textOf(said?.row.texts.problem?.contentId),
        next: textOf(said?.row.texts.next?.contentId),
        due,
      },
    ];
  });
}
