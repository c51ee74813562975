import { RuleViolation } from '../../../../domain/errors.ts';
import type { PersonActor, Seat } from '../../../../domain/actor.ts';
import type { Instant } from '../../../../domain/instant.ts';
import { dayOf } from '../../../../domain/instant.ts';
import { decidableLights } from '../../../../domain/task/finding/decidable-light.ts';
import type { FindingCommand } from '../../../../domain/task/finding/finding-command.ts';
import type { TaskState } from '../../../../domain/task/task-state.ts';
import { text } from '../task-play.ts';

/** The numbers of an attempt that a finding, a decided light or an objection is made of. */
export interface FindingAttempt {
  readonly which: number;
  readonly bits: number;
  readonly spoil: number;
  readonly person: (right: Seat, unitId: string) => PersonActor;
}

/** What somebody tries about findings, lights and objections, by `bits`. */
export function findingCommand(attempt: FindingAttempt, state: TaskState, at: Instant): FindingCommand | null {
  const { which, bits, spoil, person } = attempt;
  const supervisor = person('supervisor', 'supervision');
  const subject = pick(state.subjects, which);
  const finding = pick(state.findings, which);
  const subjectId = spoil === 1 ? 'nothing' : (subject?.id ?? 'nothing');
  const light = pick(decidableLights, bits) ?? 'behind';
  switch (bits % 6) {
    case 0: {
      const other = spoil === 2 ? supervisor.personId : 'person-9';
      const checkers = spoil === 3 ? ['person-8', 'person-9'] : [supervisor.personId, other];
      const values = { reportedValue: bits, foundValue: which };
      const said = { claim: text('claim'), method: 'on-site', evidence: { text: text('seen'), hashes: [] } } as const;
      return {
        type: 'openFinding',
        findingId: `finding-${at}`,
        subjectId,
        checkers,
        ...values,
        ...said,
        by: supervisor,
      };
    }
    case 1:
      if (finding === null) return null;
      return { type: 'stateOnFinding', findingId: finding.id, text: text('view'), by: person('head', finding.unitId) };
    case 2:
    case 3: {
      const outcome = pick(['confirmed', 'partly', 'unfounded'] as const, which) ?? 'partly';
      const decided = which % 2 === 0 ? light : null;
      const findingId = finding?.id ?? 'nothing';
      return { type: 'concludeFinding', findingId, outcome, text: text('so'), light: decided, by: supervisor };
    }
    case 4:
      return { type: 'decideLight', subjectId, light, reason: text('why'), by: supervisor };
    default:
      return objection(attempt, state, at);
  }
}

// One in two brings an objection, the other ends the first that is open.
function objection({ which, bits, person }: FindingAttempt, state: TaskState, at: Instant): FindingCommand | null {
  const open = state.objections[0];
  if (open !== undefined && which % 2 === 0) {
    const ending = pick(['upheld', 'partly', 'dismissed', 'withdrawn'] as const, which / 2) ?? 'upheld';
    const by = person('office', 'dev-reform');
    const light = open.target.kind === 'light' && ending === 'upheld' ? ('on-track' as const) : null;
    const said = { ending, reason: text('because'), light, canReopen: true, notBy: ['person-0'] };
    return { type: 'endObjection', objectionId: open.objectionId, ...said, by };
  }
  const { taskId } = state;
  const place = { taskId, seq: bits };
  const sentBack = state.obligations.flatMap(({ id, rows }) =>
    rows.filter((row) => row.state === 'sent-back').map(({ subjectId }) => ({ obligationId: id, subjectId })),
  );
  const row = pick(sentBack, which);
  const finding = state.findings.find(({ phase }) => phase === 'concluded');
  const subject = pick(state.subjects, which);
  const target =
    row !== null
      ? ({ kind: 'row', ...row, ...place } as const)
      : finding !== undefined
        ? ({ kind: 'finding', findingId: finding.id, ...place } as const)
        : ({ kind: 'light', subjectId: subject?.id ?? '', ...place } as const);
  return { type: 'noteObjection', objectionId: `objection-${at}`, target };
}

/** Why the rules forbid the command, found again by hand; null where they allow it. */
export function forbidsFinding(before: TaskState, command: FindingCommand, at: Instant): string | null {
  const finding = 'findingId' in command ? before.findings.find(({ id }) => id === command.findingId) : undefined;
  switch (command.type) {
    case 'openFinding':
      if (command.by.seat !== 'supervisor') return 'seat';
      return new Set(command.checkers).size === 2 && command.checkers.includes(command.by.personId) ? null : 'checkers';
    case 'stateOnFinding':
      if (command.by.seat !== 'head' || command.by.unitId !== finding?.unitId) return 'seat';
      return finding.phase === 'open' && !finding.isStated && dayOf(at) <= finding.statementDue ? null : 'time';
    case 'concludeFinding':
      if (command.by.seat !== 'supervisor') return 'seat';
      if (finding?.phase !== 'open') return 'phase';
      return finding.isStated || dayOf(at) > finding.statementDue ? null : 'statement awaited';
    case 'decideLight':
      return command.by.seat === 'supervisor' || command.by.seat === 'office' ? null : 'seat';
    case 'noteObjection':
    case 'endObjection':
      return null;
    default:
      throw new RuleViolation('unknown', 'a command without a rule');
  }
}

function pick<T>(from: readonly T[], which: number): T | null {
  return from[Math.trunc(which) % Math.max(1, from.length)] ?? null;
}
