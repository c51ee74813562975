import { RuleViolation } from '../errors.ts';
import type { Party, PartyRole } from '../task/issued-subject.ts';
import type { SettledPoint } from './plan-command.ts';
import type { OpenPoint, OpenPointKind, Span, TaskDraft } from './task-draft.ts';
import type { RegisterUnit } from './unit-names.ts';

/** A breakdown with its open points, and what is needed to carry a settlement out on it. */
export interface SettleBasis {
  readonly drafts: readonly TaskDraft[];
  /** Only points that are still open. */
  readonly points: readonly OpenPoint[];
  readonly register: readonly RegisterUnit[];
  /** The notice that all spans count in. */
  readonly text: string;
}

/** Where a settlement is carried out step by step; faults are collected, so that all are told at once. */
export interface SettlementBench {
  readonly draft: (number: string) => TaskDraft | null;
  readonly numbers: () => readonly string[];
  readonly change: (number: string, reason: string, change: (draft: TaskDraft) => TaskDraft) => void;
  /** The open points of a kind; those of one task where `number` is given. */
  readonly open: (kind: OpenPointKind, number?: string) => readonly OpenPoint[];
  readonly settle: (point: OpenPoint, how: string) => void;
  readonly unit: (key: string) => RegisterUnit | null;
  readonly fault: (text: string) => void;
  readonly basis: SettleBasis;
  readonly done: () => SettledWork;
}

/** What came of a settlement: the drafts as they are now, why each changed, and the points that are decided. */
export interface SettledWork {
  readonly drafts: readonly TaskDraft[];
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  readonly points: readonly SettledPoint[];
  /** Points that stay open. */
  readonly left: readonly OpenPoint[];
}

/** An empty bench with the breakdown on it. */
export function settlementBench(basis: SettleBasis): SettlementBench {
  const drafts = new Map(basis.drafts.map((draft) => [draft.number, draft]));
  const units = new Map(basis.register.map((unit) => [unit.key, unit]));
  const reasons: Record<string, readonly string[]> = {};
  const settled: SettledPoint[] = [];
  const faults = new Set<string>();
  const isOpen = ({ id }: OpenPoint) => !settled.some(({ pointId }) => pointId === id);
  return {
    basis,
    draft: (number) => drafts.get(number) ?? null,
    numbers: () => [...drafts.keys()],
    change: (number, reason, change) => {
      const before = drafts.get(number);
      if (before === undefined) {
        faults.add(`没有编号为“${number}”的任务，请核对任务编号`);
        return;
      }
      drafts.set(number, change(before));
      const told = reasons[number] ?? [];
      if (reason !== '' && !told.includes(reason)) reasons[number] = [...told, reason];
    },
    open: (kind, number) =>
      basis.points.filter(
        (point) => point.kind === kind && isOpen(point) && (number === undefined || point.taskNumber === number),
      ),
    settle: ({ id, quote, span }, how) => {
      settled.push({ pointId: id, how, quote, span });
    },
    unit: (key) => {
      const unit = units.get(key) ?? null;
      if (unit === null) faults.add(`单位名录中没有编号为“${key}”的单位，请核对`);
      return unit;
    },
    fault: (text) => {
      faults.add(text);
    },
    done: () => {
      if (faults.size > 0) {
        throw new RuleViolation('settlement-mismatch', `处理记录与任务分解不符：${[...faults].join('；')}`);
      }
      return { drafts: [...drafts.values()], reasons, points: settled, left: basis.points.filter(isOpen) };
    },
  };
}

/** The draft with the unit as a further party; unchanged where it is one already. */
export function withParty(draft: TaskDraft, unit: RegisterUnit, role: PartyRole, basis: Party['basis']): TaskDraft {
  if (draft.parties.some(({ unitId }) => unitId === unit.unitId)) return draft;
  const order = Math.max(-1, ...draft.parties.map((party) => party.order)) + 1;
  return {
    ...draft,
    parties: [...draft.parties, { unitId: unit.unitId, role: districtRole(unit, role), order, basis }],
  };
}

/** Where the words stand in the notice; within `scope`, or anywhere. */
export function spanOf(text: string, quote: string, scope: Span = [0, text.length]): Span | null {
  const start = text.indexOf(quote, scope[0]);
  return start < 0 || start + quote.length > scope[1] ? null : [start, start + quote.length];
}

// A district owes no text by default: what it is added for, it is added as a district.
function districtRole({ kind }: RegisterUnit, role: PartyRole): PartyRole {
  return kind === 'district' && role === 'support' ? 'district' : role;
}
