import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Period } from '../../domain/calendar/quarter.ts';
import type { QuarterProblem } from '../../domain/papers/quarter-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { lightSentence } from '../../domain/task/light-sentence.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { isOwedAtOnce, owedByLight } from '../../papers/quarter/problem-blocks.ts';
import { reportCounts } from '../../papers/quarter/quarter-figures.ts';
import { readQuarter } from '../../store/papers/quarter.ts';
import type { AppDeps } from '../app-deps.ts';
import type { FileAnswer } from '../schemas/endpoints/endpoint.ts';
import type { BulletinWish, QuarterDraftBody } from '../schemas/quarter.ts';
import { sightFor } from '../sight.ts';
import { mediaTypes } from './media-types.ts';
import { usualRecipients } from './usual-recipients.ts';

/** Whose bulletin, asked for by whom. */
interface BulletinOf {
  readonly planId: string;
  readonly actor: PersonActor;
}

/** A quarter as a bulletin begins from it: each problem with what is known of its cause, and what its light demands. */
export async function quarterDraft(
  deps: AppDeps,
  { period, ...of }: BulletinOf & { readonly period: Period },
): Promise<QuarterDraftBody> {
  const { today } = await overseersSight(deps, of);
  const { due, units, problems } = await readQuarter(deps.store, { planId: of.planId, day: today, period });
  const { owed, inTime, late, missing } = reportCounts(units);
  return {
    period,
    due,
    today,
    owed,
    inTime,
    late,
    missing,
    problems: problems.map(({ taskNumber, title, unit, light, problem, next, due: until }) => ({
      taskNumber,
      title,
      unit,
      light: light.light,
      sentence: lightSentence(light),
      cause: problem,
      next,
      demand: owedByLight(light),
      until: until < today || isOwedAtOnce(light) ? null : until,
    })),
  };
}

/** The bulletin with the causes, demands and dates that the office has written; refused where its problems are others by now. */
export async function bulletinFile(
  deps: AppDeps,
  { wish, ...of }: BulletinOf & { readonly wish: BulletinWish },
): Promise<FileAnswer> {
  const { today } = await overseersSight(deps, of);
  const { period, issue, to, copies } = wish;
  const data = await readQuarter(deps.store, { planId: of.planId, day: today, period });
  const problems = data.problems.map((problem) => drafted(problem, wish));
  if (problems.length !== wish.problems.length) throw otherProblems();
  const head = { issue, recipients: to ?? usualRecipients, copies };
  const bytes = await bulletinPaper({ ...data, problems }, head);
  return { fileName: `通报第${issue}期（${chineseDay(today, true)}）.docx`, mediaType: mediaTypes.docx, bytes };
}

function drafted(problem: QuarterProblem, { problems }: BulletinWish): QuarterProblem {
  const { taskNumber, title, unit } = problem;
  const said = problems.find((one) => one.taskNumber === taskNumber && one.title === title && one.unit === unit);
  if (said === undefined) throw otherProblems();
  return { ...problem, problem: said.cause, demanded: { text: said.demand, until: said.until } };
}

function otherProblems(): RuleViolation {
  return new RuleViolation('content-changed', '该季度的问题事项已有变化，请刷新页面，核对后重新生成通报。');
}

// It names what every unit said and owes.
async function overseersSight(deps: AppDeps, { planId, actor }: BulletinOf) {
  const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
  if (sight.reach.unitId !== null)
    throw new RuleViolation('not-permitted', '通报由领导小组办公室、督查和市领导起草、查阅。');
  return sight;
}
