import type { ClauseReading, ClauseUnit } from './clause.ts';
import type { BlanketRuleKind, OtherRole, PersonReading } from './notice-reading.ts';

/** The units of a task, each once under every role that one of its clauses gives it, in the order of the text. */
export interface TaskRoles {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly responsible: readonly string[];
  readonly otherRoles: readonly OtherRole[];
  readonly persons: readonly PersonReading[];
  readonly openEnded: boolean;
}

/** How units that the clause only calls responsible are told apart: by a rule of the document, or not at all. */
export type LeadRule = Extract<
  BlanketRuleKind,
  'first_named_leads' | 'before_first_comma_leads' | 'marked_leads'
> | null;

/** Puts the clauses of one task together. */
export function rolesOf(clauses: readonly ClauseReading[], rule: LeadRule): TaskRoles {
  const units = clauses.flatMap((clause) => byRule(clause.units, rule));
  const named = (role: ClauseUnit['role']) =>
    unique(units.filter((unit) => unit.role === role).map(({ name }) => name));
  const others = units.filter(({ role }) => role === 'other');
  return {
    lead: named('lead'),
    support: named('support'),
    responsible: named('responsible'),
    otherRoles: unique(others.map(({ roleText }) => roleText)).map((role) => ({
      role,
      departments: unique(others.filter(({ roleText }) => roleText === role).map(({ name }) => name)),
    })),
    persons: clauses.flatMap(({ persons }) => persons),
    openEnded: clauses.some(({ openEnded }) => openEnded),
  };
}

/** Within one clause the rule decides over the units that it leaves open; a role given in words stands. */
function byRule(units: readonly ClauseUnit[], rule: LeadRule): readonly ClauseUnit[] {
  const open = units.filter(({ isOpenToRule }) => isOpenToRule);
  if (rule === null || open.length === 0 || units.some(({ role }) => role === 'lead')) return units;
  const leads = new Set(leadsAmong(open, rule));
  if (leads.size === 0) return units;
  return units.map((unit) => (open.includes(unit) ? { ...unit, role: leads.has(unit) ? 'lead' : 'support' } : unit));
}

function leadsAmong(open: readonly ClauseUnit[], rule: NonNullable<LeadRule>): readonly ClauseUnit[] {
  switch (rule) {
    case 'first_named_leads':
      return open.slice(0, 1);
    case 'before_first_comma_leads':
      return open.filter(({ commaGroup }) => commaGroup === open[0]?.commaGroup);
    case 'marked_leads':
      return open.filter(({ marked }) => marked);
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
