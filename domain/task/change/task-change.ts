import type { PlainDate } from '../../plain-date.ts';
import type { IssuedSubject, PartyRole, Target } from '../issued-subject.ts';

/** What an extension 延期 moves the due day of: an item 具体事项, or what a unit owes 报送任务. */
export type ExtendedThing =
  | { readonly kind: 'item'; readonly subjectId: string }
  | { readonly kind: 'obligation'; readonly obligationId: string };

/** The due day of one thing moves to `to`; asked before the day in force has passed. */
export interface Extension {
  readonly kind: 'extension';
  readonly of: ExtendedThing;
  readonly to: PlainDate;
}

/** 退办: a unit hands its part of the task back. */
export interface Decline {
  readonly kind: 'decline';
  readonly unitId: string;
}

/** A unit's part goes to another one 责任单位调整, proposed by the office. */
export interface Reassignment {
  readonly kind: 'reassignment';
  readonly unitId: string;
  readonly toUnitId: string;
}

/** Another number to reach 目标调整. */
export interface TargetChange {
  readonly kind: 'target';
  readonly subjectId: string;
  readonly target: Target;
}

/** 事项调整: items as they shall be (a known id is changed, a new one added), items that go, units that join for them. */
export interface Amendment {
  readonly kind: 'amendment';
  readonly put: readonly IssuedSubject[];
  readonly remove: readonly string[];
  readonly joins: readonly { readonly unitId: string; readonly role: PartyRole }[];
}

/** A change 变更 of a running task, as it is asked for. */
export type TaskChange =
  | Extension
  | Decline
  | Reassignment
  | TargetChange
  | Amendment
  | { readonly kind: 'suspension' }
  | { readonly kind: 'resumption' }
  | { readonly kind: 'termination' };

/** Every kind of change. */
export type ChangeKind = TaskChange['kind'];

/** What changes are called by those who ask for them and decide on them. */
export const changeNames: Readonly<Record<ChangeKind, string>> = {
  extension: '延期',
  decline: '退办',
  reassignment: '责任单位调整',
  target: '目标调整',
  amendment: '事项调整',
  suspension: '暂停',
  resumption: '恢复',
  termination: '终止',
};

/** What names the extended thing among all of its task. */
export function thingKey(of: ExtendedThing): string {
  return of.kind === 'item' ? `item/${of.subjectId}` : `obligation/${of.obligationId}`;
}

/** What a change is about: of two about the same, the second waits until the first is decided. */
export function changeTopic(change: TaskChange): string {
  switch (change.kind) {
    case 'extension':
      return thingKey(change.of);
    case 'decline':
    case 'reassignment':
      return `unit/${change.unitId}`;
    case 'target':
      return `target/${change.subjectId}`;
    case 'amendment':
      return 'items';
    case 'suspension':
    case 'resumption':
    case 'termination':
      return 'task';
  }
}
