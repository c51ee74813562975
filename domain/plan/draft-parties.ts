import type { BlanketRule, TaskReading } from '../notice/notice-reading.ts';
import type { Party, PartyRole } from '../task/issued-subject.ts';
import type { RegisterUnit, UnitNames } from './unit-names.ts';

/** A name of a clause that the register does not know, with the part that it would take. */
export interface UnknownName {
  readonly name: string;
  readonly role: PartyRole;
}

/** Who takes part in a task as the notice has it. */
export interface DraftParties {
  readonly parties: readonly Party[];
  readonly unknown: readonly UnknownName[];
}

interface NamedRole {
  readonly role: PartyRole;
  readonly names: readonly string[];
}

/** The parties that a task's clauses name, in their order; a unit named twice keeps its first part. */
export function draftParties(task: TaskReading, rules: readonly BlanketRule[], names: UnitNames): DraftParties {
  const parties: Party[] = [];
  const unknown: UnknownName[] = [];
  for (const named of namedRoles(task, rules)) {
    for (const { name, units } of resolved(named.names, names)) {
      if (units.length === 0) unknown.push({ name, role: named.role });
      for (const unit of units) {
        if (parties.some(({ unitId }) => unitId === unit.unitId)) continue;
        parties.push({ unitId: unit.unitId, role: roleOf(unit, named.role), order: parties.length, basis: 'named' });
      }
    }
  }
  return { parties, unknown };
}

/** Each printed name with its units; a collective name that was cut at its comma (各市、区) is put together again. */
export function resolved(
  printed: readonly string[],
  names: UnitNames,
): readonly { readonly name: string; readonly units: readonly RegisterUnit[] }[] {
  const found: { name: string; units: readonly RegisterUnit[] }[] = [];
  for (let index = 0; index < printed.length; index += 1) {
    const name = printed[index] ?? '';
    const next = printed[index + 1];
    const whole = next === undefined ? '' : `${name}、${next}`;
    const joined = next === undefined ? [] : names.find(whole);
    if (joined.length > 0) index += 1;
    found.push(
      joined.length > 0 ? { name: whole, units: joined } : { name, units: names.find(name, printed[index - 1]) },
    );
  }
  return found;
}

function namedRoles(task: TaskReading, rules: readonly BlanketRule[]): readonly NamedRole[] {
  const others = task.otherRoles.map(({ departments }) => ({ role: 'support', names: departments }) as const);
  const support = { role: 'support', names: task.support } as const;
  if (task.lead.length > 0) {
    return [{ role: 'lead', names: task.lead }, support, { role: 'support', names: task.responsible }, ...others];
  }
  // Without a word for the lead, the responsible lead together, unless a rule says that the first of them does.
  const firstLeads = rules.some(({ kind }) => kind === 'first_named_leads' || kind === 'before_first_comma_leads');
  const leads = firstLeads ? task.responsible.slice(0, 1) : task.responsible;
  const rest = firstLeads ? task.responsible.slice(1) : [];
  return [{ role: 'lead', names: leads }, { role: 'support', names: rest }, support, ...others];
}

function roleOf(unit: RegisterUnit, role: PartyRole): PartyRole {
  return unit.kind === 'district' && role === 'support' ? 'district' : role;
}
