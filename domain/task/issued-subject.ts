import type { PlainDate } from '../plain-date.ts';

/** What a unit is on a task: it leads 牵头, supports 配合, or takes part as a district 板块. */
export type PartyRole = 'lead' | 'support' | 'district';

/** A unit on a task. `order` counts the leads as the notice names them: the first-named writes the summary 汇总. */
export interface Party {
  readonly unitId: string;
  readonly role: PartyRole;
  readonly order: number;
  /** Named by the notice, added when 等 and 下同 were settled (or by the office alone later), or set by a leader's decision. */
  readonly basis: 'named' | 'added' | 'decided';
}

/** Commitment 约束程度: 刚性, 力争 or 原则上. */
export type Commitment = 'binding' | 'striving' | 'in-principle';

/** A number to reach, in the notice's own unit of measure. */
export interface Target {
  readonly value: number;
  readonly unit: string;
  readonly comparator: '=' | '>=' | '>' | '<=' | '<';
}

/** A share of a numeric target that one district or unit has 分解指标. */
export interface TargetShare {
  readonly unitId: string;
  readonly value: number;
}

/**
 * What one unit answers for on a task, and the subject of one row 行 of its returns: an item 具体事项, or the task as a
 * whole where a lead has no item of its own (`kind: 'whole'`, no target).
 */
export interface IssuedSubject {
  readonly id: string;
  readonly unitId: string;
  readonly kind: 'number' | 'deliverable' | 'whole';
  readonly title: string;
  readonly target: Target | null;
  readonly commitment: Commitment;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
  /** Targets of a later year are tracked and never lit. */
  readonly tracked: boolean;
  readonly shares: readonly TargetShare[];
}
