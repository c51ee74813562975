import { RuleViolation, assertNever } from '../errors.ts';
import type { UnitKind } from '../registry/registry-event.ts';

/** Urging slip 催办单 or supervision order 督办单: the two rungs of the escalation that are written as papers. */
export type OrderKind = 'slip' | 'order';

/** In what form a paper goes out: as what it is, or as a letter 函 to a unit that is nobody's subordinate here. */
export type PaperForm = OrderKind | 'letter';

/** The one table of who may be sent what, by unit kind 单位性质; those who send papers get none. */
const receives: Readonly<Record<UnitKind, 'paper' | 'letter' | null>> = {
  party: 'paper',
  government: 'paper',
  district: 'paper',
  vertical: 'letter',
  office: null,
  supervision: null,
  leadership: null,
};

/** The form in which a unit of this kind gets the paper; null where it gets none. */
export function paperFormOf(unit: UnitKind, kind: OrderKind): PaperForm | null {
  const how = receives[unit];
  return how === 'paper' ? kind : how;
}

/** The same for a paper that somebody wants to send: refused where the unit gets none. */
export function requiredForm(unit: UnitKind, kind: OrderKind): PaperForm {
  const form = paperFormOf(unit, kind);
  if (form !== null) return form;
  throw new RuleViolation('no-paper', '该单位属于组织领导、督查或者办公机构，不适用催办单、督办单，请通过内部程序办理');
}

/** 催办单, 督办单, 催办函 or 督办函: what the paper is called. */
export function paperName(kind: OrderKind, form: PaperForm): string {
  switch (kind) {
    case 'slip':
      return form === 'letter' ? '催办函' : '催办单';
    case 'order':
      return form === 'letter' ? '督办函' : '督办单';
    default:
      return assertNever(kind);
  }
}
