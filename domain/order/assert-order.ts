import { type PersonActor } from '../actor.ts';
import { RuleViolation } from '../errors.ts';
import { personsBehind } from '../paper-approval.ts';
import type { OrderPhase, OrderState } from './order-state.ts';
import { type OrderKind, paperName } from './paper-form.ts';

/** The phases as users read them. */
export const orderPhaseNames: Readonly<Record<OrderPhase, string>> = {
  none: '尚未起草',
  drafted: '待办公室确认',
  proposed: '已提请，待决定',
  dismissed: '不予发出',
  sent: '已发出，待回复',
  answered: '已回复，待审核',
  returned: '回复已退回',
  lapsed: '逾期未回复',
  escalated: '已转督办',
  closed: '已办结',
};

/** Refuses with `wrong-phase` unless the paper stands in one of `allowed`; `act` completes the sentence "不能…". */
export function assertOrderPhase(state: OrderState, allowed: readonly OrderPhase[], act: string): void {
  if (allowed.includes(state.phase)) return;
  const where = allowed.map((phase) => `“${orderPhaseNames[phase]}”`).join('或');
  const what = paperName(state.kind, state.form);
  throw new RuleViolation(
    'wrong-phase',
    `该${what}当前为“${orderPhaseNames[state.phase]}”，不能${act}；该事项只能在${where}时办理`,
  );
}

/** Refuses an act that belongs to the other kind of paper. */
export function assertKind(state: OrderState, kind: OrderKind, act: string): void {
  if (state.kind === kind) return;
  throw new RuleViolation(
    'wrong-kind',
    `这是${paperName(state.kind, state.form)}，不能${act}；该事项只适用于${paperName(kind, kind)}`,
  );
}

/** Refuses a person, or one for whom they stand, who is among `makers`; `done` says what these did. */
export function assertNotMadeBy(actor: PersonActor, makers: readonly string[], done: string): void {
  if (!personsBehind(actor).some((person) => makers.includes(person))) return;
  throw new RuleViolation('own-work', `${done}，不能由同一人决定，请由其他同志办理`);
}

/** Refuses where a reason is needed and missing. */
export function requireReason<R>(reason: R | null, act: string): R {
  if (reason !== null) return reason;
  throw new RuleViolation('reason-missing', `${act}须说明理由，请填写后提交`);
}
