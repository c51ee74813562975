import { assertNever } from '../errors.ts';

/**
 * What an objection 异议 is about: one decision, by its place `seq` in the chain that holds it, so that no decision is objected to
 * twice and a later one on the same thing is another target.
 */
export type ObjectionTarget =
  | {
      readonly kind: 'row';
      readonly taskId: string;
      readonly obligationId: string;
      readonly subjectId: string;
      readonly seq: number;
    }
  | { readonly kind: 'light'; readonly taskId: string; readonly subjectId: string; readonly seq: number }
  | { readonly kind: 'finding'; readonly taskId: string; readonly findingId: string; readonly seq: number }
  | { readonly kind: 'order'; readonly orderId: string; readonly seq: number };

/** A target that is in a task's chain. */
export type TaskTarget = Exclude<ObjectionTarget, { kind: 'order' }>;

/** How a reviewed objection ends: the decision falls 支持, falls in part 部分支持, or stands 不予支持. */
export type ObjectionOutcome = 'upheld' | 'partly' | 'dismissed';

/** The outcomes as users read them. */
export const objectionOutcomeNames: Readonly<Record<ObjectionOutcome, string>> = {
  upheld: '支持',
  partly: '部分支持',
  dismissed: '不予支持',
};

/** What the target is told at the end: an outcome, or that the unit took the objection back. */
export type ObjectionEnding = ObjectionOutcome | 'withdrawn';

/** What the kinds of targets are called. */
export const targetNames: Readonly<Record<ObjectionTarget['kind'], string>> = {
  row: '退回修改',
  light: '亮灯',
  finding: '核查结论',
  order: '督办文书',
};

/** The target as text, unique within a plan: an objection's id is made of it. */
export function targetPath(target: ObjectionTarget): string {
  switch (target.kind) {
    case 'row':
      return `row/${target.taskId}/${target.obligationId}/${target.subjectId}/${target.seq}`;
    case 'light':
      return `light/${target.taskId}/${target.subjectId}/${target.seq}`;
    case 'finding':
      return `finding/${target.taskId}/${target.findingId}/${target.seq}`;
    case 'order':
      return `order/${target.orderId}/${target.seq}`;
    default:
      return assertNever(target);
  }
}

/** The chain in which the decision stands. */
export function targetChain(target: ObjectionTarget): string {
  return target.kind === 'order' ? `order/${target.orderId}` : `task/${target.taskId}`;
}
