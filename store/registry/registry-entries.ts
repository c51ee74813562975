import type { Seat } from '../../domain/actor.ts';
import type { CalendarYear } from '../../domain/calendar/working-calendar.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { UnitKind } from '../../domain/registry/registry-event.ts';
import type { Rules } from '../../domain/rules.ts';

/** A unit as it is from a day on; other units are named by their keys. */
export interface UnitEntry {
  readonly key: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** Keys of the units that a collective name stands for; empty for a single unit. */
  readonly members: readonly string[];
  readonly hostUnit: string | null;
  readonly validFrom: PlainDate;
}

/** What is known of a person and may be erased after its term. */
export interface Particulars {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
}

/** A person as known from a day on. */
export interface PersonEntry extends Particulars {
  readonly key: string;
  readonly validFrom: PlainDate;
}

/** A seat held from a day on, up to and including `validTo` where that is known. */
export interface SeatEntry {
  readonly person: string;
  readonly unit: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** A version of the rules with its reason. */
export interface RulesEntry {
  readonly rules: Rules;
  readonly reason: string;
}

/** What is to stand in the registry; what stands there already in the same words is left alone. */
export interface RegistryEntries {
  readonly units?: readonly UnitEntry[];
  readonly persons?: readonly PersonEntry[];
  readonly seats?: readonly SeatEntry[];
  readonly calendars?: readonly CalendarYear[];
  readonly rules?: readonly RulesEntry[];
}
