import { RuleViolation } from '../../errors.ts';
import { mailDayFor } from '../../calendar/mail-day.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PersonActor } from '../../actor.ts';
import { personsBehind } from '../../paper-approval.ts';
import { assertMay } from '../../permissions.ts';
import { assessLights } from '../lights.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Subject, TaskState } from '../task-state.ts';
import type { DecidableLight } from './decidable-light.ts';
import type { DecideLight } from './finding-command.ts';
import type { LightDecided } from './finding-event.ts';

/** A decision on a light, with what led to it. */
export interface LightDecision {
  readonly subjectId: string;
  readonly light: DecidableLight;
  readonly reason: ContentRef;
  readonly by: PersonActor;
  readonly findingId?: string;
  readonly objectionId?: string;
}

/** The office or the supervisor changes a light, for a reason that stands beside it. */
export function decideLight(
  state: TaskState,
  { subjectId, light, reason, by }: DecideLight,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(by, 'decideLight');
  const makers = state.obligations
    .filter(({ rows }) => rows.some((row) => row.subjectId === subjectId))
    .flatMap((obligation) => obligation.makers);
  if (personsBehind(by).some((personId) => makers.includes(personId))) {
    throw new RuleViolation('own-work', `第${state.number}项任务的这一行由本人填报或审签，亮灯应由其他人决定`);
  }
  return [lightDecided(state, { subjectId, light, reason, by }, at, context)];
}

/** The event of a decided light; refuses a row that shows none. */
export function lightDecided(
  state: TaskState,
  { subjectId, light, reason, by, findingId, objectionId }: LightDecision,
  at: Instant,
  { calendar, rules }: DecisionContext,
): LightDecided {
  const subject = state.subjects.find(({ id }) => id === subjectId);
  if (subject === undefined) {
    throw new RuleViolation('unknown-subject', `第${state.number}项任务没有这一具体事项，请核对后重新选择`);
  }
  if (subject.tracked) {
    throw new RuleViolation('tracked-not-lit', `“${subject.title}”是以后年度的目标，只跟踪不亮灯，不能决定亮灯`);
  }
  const cause = {
    kind: 'decided',
    before: subject.light?.light ?? null,
    reason,
    findingId: findingId ?? null,
    objectionId: objectionId ?? null,
  } as const;
  const assessment = { light, on: dayOf(at), cause, rulesVersion: rules.version };
  return { type: 'lightDecided', at, by, subjectId, assessment, mailDay: mailDayFor(calendar, at) };
}

/** The rows whose lights time and overdue reports may change: a decided light stands until new data of the row is accepted. */
export function undecided(subjects: readonly Subject[]): readonly Subject[] {
  return subjects.filter(({ light }) => light?.cause.kind !== 'decided');
}

/** The rows assessed by their own data again, because the decision on their lights was withdrawn. */
export function assessAnew(
  state: TaskState,
  subjects: readonly Subject[],
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  if (state.issuedAt === null || subjects.length === 0) return [];
  const on = dayOf(at);
  const suspendedSince = state.changes.suspended?.on ?? null;
  const inputs = { on, issuedOn: dayOf(state.issuedAt), obligations: state.obligations, suspendedSince };
  const assessments = assessLights(subjects, inputs, context);
  return assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by: 'system', on, assessments }];
}
