import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Action } from '../../domain/permissions.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { PaperQuery } from '../schemas/paper.ts';
import { type Sight, assertWithin } from '../sight.ts';

export type PaperFormat = 'docx' | 'xlsx' | 'pdf';

/** What a paper is made from: the plan as the reader sees it, and what was asked for. */
export interface PaperRequest {
  readonly store: Store;
  readonly sight: Sight & { readonly reach: TaskReach };
  readonly actor: PersonActor;
  readonly query: PaperQuery & { readonly format: PaperFormat };
}

/** One paper. */
export interface PaperMaker {
  /** In the name of the file. */
  readonly title: string;
  readonly needs: Action;
  /** It shows what every unit said: not for the units themselves. */
  readonly ofAllUnits: boolean;
  readonly formats: readonly [PaperFormat, ...PaperFormat[]];
  readonly make: (request: PaperRequest) => Promise<Uint8Array>;
}

/** Which plan, printed on its present day. */
export function question({ sight }: PaperRequest): { readonly planId: string; readonly day: PlainDate } {
  return { planId: sight.planId, day: sight.today };
}

/** The same for one unit, or for all where the reader may and did not choose. */
export function unitQuestion(request: PaperRequest) {
  const { sight, query } = request;
  const unitId = query.unitId ?? sight.reach.unitId;
  if (unitId === null) return question(request);
  assertWithin(sight.reach, unitId);
  return { ...question(request), unitId };
}

/** What the paper cannot be made without. */
export function needed<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new RuleViolation('bad-request', `请选择${what}。`);
}
