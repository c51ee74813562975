import type { MeasureKind } from './measure-vocabulary.ts';
import type { LabelKind, UnitRole } from './role-vocabulary.ts';
import type { TaughtColumn } from './table-columns.ts';

/** Words that a city adds to those of the genre, as they stand in a vocabulary file; every part may be left out. */
export interface Vocabulary {
  /** Words before a colon, by what they announce: 挂帅单位 as `lead`. */
  readonly labels?: Readonly<Partial<Record<LabelKind, readonly string[]>>>;
  /** Verbs behind names of units, by the part that they give: 策应 as `support`. */
  readonly roleVerbs?: Readonly<Partial<Record<UnitRole, readonly string[]>>>;
  /** What names of units end in: 公所. */
  readonly unitEndings?: readonly string[];
  /** Heads of columns, by what the cells below hold; heads that name units are labels. */
  readonly columns?: Readonly<Partial<Record<TaughtColumn, readonly string[]>>>;
  /** Measure words, by what they measure. */
  readonly measures?: Readonly<Partial<Record<MeasureKind, readonly string[]>>>;
  /** Verbs by which a figure becomes a commitment. */
  readonly targetVerbs?: readonly string[];
  /** Words that soften a commitment, like 力争. */
  readonly softWords?: readonly string[];
  /** Verbs by which a thing comes into being, like 出台. */
  readonly deliverableVerbs?: readonly string[];
  /** Phrases that mean a day of the plan's year, as MM-DD: 汛前 as 05-31. */
  readonly days?: Readonly<Record<string, string>>;
  /** Which units usually see to a matter. */
  readonly business?: readonly UsualBusiness[];
}

/** A matter and the units whose business it is, each by words of which one is enough. */
export interface UsualBusiness {
  readonly matter: readonly string[];
  readonly unit: readonly string[];
}
