import { ruleKindOf } from './blanket-rules.ts';
import { bracketDepths } from './brackets.ts';
import { type ClauseField, clauseFields } from './clause-fields.ts';
import { blanketRule, clauseRules } from './clause-rules.ts';
import { clauseText } from './clause-text.ts';
import { type ListPart, listParts, type NamedUnit, personsInNote, readNameList } from './name-list.ts';
import type { BlanketRule, PersonReading } from './notice-reading.ts';
import type { RolePhraseKind, UnitRole } from './role-vocabulary.ts';
import type { RoleWords } from './role-words.ts';
import { type DenseText, printedName, type SourceText, sourceSpan } from './source-text.ts';
import type { Span } from './span.ts';
import { nobody } from './unit-vocabulary.ts';

/** A unit with the part that its clause gives it. */
export interface ClauseUnit {
  readonly name: string;
  readonly folded: string;
  readonly role: UnitRole;
  readonly roleText: string;
  /** The clause only says 责任单位 or 负责, so that a rule about who leads decides. */
  readonly isOpenToRule: boolean;
  readonly commaGroup: number;
  readonly marked: boolean;
}

/** What one responsibility clause says. */
export interface ClauseReading {
  readonly span: Span;
  readonly units: readonly ClauseUnit[];
  readonly persons: readonly PersonReading[];
  readonly openEnded: boolean;
  readonly rules: readonly BlanketRule[];
  readonly times: readonly Span[];
  readonly isLabelled: boolean;
}

/** What a clause without any role word is taken for: a cell of a table knows its role, a bracket does not. */
export interface ClauseOptions {
  readonly defaultRole: UnitRole | null;
  readonly label?: string;
}

interface Draft {
  readonly source: SourceText;
  readonly dense: DenseText;
  readonly units: ClauseUnit[];
  readonly persons: PersonReading[];
  readonly rules: BlanketRule[];
  readonly times: Span[];
  openEnded: boolean;
  hasRole: boolean;
}

/** Reads the inside of a clause; `null` where it gives nobody anything and sets no rule. */
export function readClause(source: SourceText, span: Span, options: ClauseOptions): ClauseReading | null {
  const dense = clauseText(source, span);
  const { rules, rest } = clauseRules(source, dense);
  const draft: Draft = {
    source,
    dense,
    units: [],
    persons: [],
    rules: [...rules],
    times: [],
    openEnded: false,
    hasRole: false,
  };
  const fields = rest.flatMap(([start, end]) => clauseFields(source.words.roles, dense.text, [start, end]));
  for (const field of fields) readField(draft, field, options);
  addRuleParties(draft);
  const isLabelled = fields.some(({ kind }) => kind !== null && kind !== 'unknown');
  if (!isLabelled && options.defaultRole === null && !isTrustworthy(draft)) return null;
  const { units, persons, openEnded, times } = draft;
  if (units.length + persons.length + draft.rules.length + times.length === 0) return null;
  return { span, units, persons, openEnded, rules: draft.rules, times, isLabelled };
}

function readField(draft: Draft, field: ClauseField, options: ClauseOptions): void {
  const { source, dense } = draft;
  if (field.note !== null) {
    const { rules } = clauseRules(source, {
      text: dense.text.slice(field.note.start, field.note.end),
      at: dense.at.subarray(field.note.start, field.note.end),
    });
    draft.rules.push(...rules);
  }
  switch (field.kind) {
    case 'person':
      draft.persons.push(...personsIn(draft, field));
      return;
    case 'time':
      draft.times.push(sourceSpan(dense, field.start, trimmedEnd(dense.text, field)));
      return;
    case 'scope':
    case 'office':
    case 'unknown':
      return;
    case null:
      readParties(draft, field, { role: options.defaultRole, text: options.label ?? '' });
      return;
    case 'lead':
    case 'support':
    case 'responsible':
    case 'other':
      readParties(draft, field, { role: field.kind, text: field.label });
  }
}

interface DefaultRole {
  readonly role: UnitRole | null;
  readonly text: string;
}

// 市司法局牵头,2022年12月底前完成: a limit among the parties.
const timeForm =
  /^(?:至|到|截至)?(?:\d{4}年|\d{1,2}月|(?:今|本|当)?年(?:底|内)|全年|长期|持续|常年|立即|即时|每(?:年|季|月|周|半)|常态化?|定期|适时|分阶段|按计划)[\u4e00-\u9fa5\d]{0,14}$/;

function readParties(draft: Draft, { start, end }: ClauseField, byDefault: DefaultRole): void {
  const { dense } = draft;
  let pending: ListPart[] = [];
  let hasLead = false;
  for (const part of listParts(dense.text, start, end)) {
    let rest: ListPart | null = part;
    while (rest !== null) {
      if (timeForm.test(dense.text.slice(rest.start, rest.end))) {
        draft.times.push(sourceSpan(dense, rest.start, rest.end));
        break;
      }
      const phrase = phraseIn(draft.source.words.roles, dense.text, rest);
      if (phrase === null) {
        pending.push(rest);
        break;
      }
      if (phrase.start > rest.start) pending.push({ ...rest, end: phrase.start });
      const named = dense.text.slice(pending[0]?.start ?? rest.start, phrase.end);
      const role: UnitRole = hasLead && joinsLead.test(named) ? 'support' : roleOf(phrase.kind, hasLead);
      const isOpenToRule = role === 'responsible' && !phrase.verb.includes('落实') && !phrase.verb.includes('承');
      addUnits(draft, pending, { role, roleText: phrase.text, isOpenToRule });
      hasLead ||= role === 'lead';
      draft.hasRole = true;
      pending = [];
      rest = phrase.end < rest.end ? { start: phrase.end, end: rest.end, separator: '、' } : null;
    }
  }
  const role = byDefault.role ?? (hasLead ? 'support' : 'responsible');
  addUnits(draft, pending, { role, roleText: byDefault.text, isOpenToRule: role === 'responsible' });
}

// 市商务局牵头会同市财政局落实: whoever acts together with the lead supports it.
const joinsLead = /^(?:会同|协同|联合|会商|商)/;

interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly kind: RolePhraseKind;
  readonly verb: string;
  readonly text: string;
}

function phraseIn(roles: RoleWords, text: string, part: ListPart): Phrase | null {
  const own = text.slice(part.start, part.end);
  const found = roles.phrase.exec(own);
  if (found === null || bracketDepths(own)[found.index] !== 0) return null;
  const adverbs = found[1] ?? '';
  const verb = found[2] ?? found[3] ?? '';
  const start = part.start + found.index;
  const text_ = adverbs.startsWith('结合') ? adverbs + verb : verb;
  return { start, end: start + found[0].length, kind: roles.phraseKind(adverbs, verb), verb, text: text_ };
}

function roleOf(kind: RolePhraseKind, hasLead: boolean): UnitRole {
  if (kind === 'shared' || kind === 'plain') return hasLead ? 'support' : 'responsible';
  return kind;
}

type Part = Pick<ClauseUnit, 'role' | 'roleText' | 'isOpenToRule'>;

function addUnits(draft: Draft, parts: readonly ListPart[], part: Part): void {
  const { source, dense } = draft;
  const { units, openEnded } = readNameList(source, dense, parts);
  draft.openEnded ||= openEnded;
  const leads = units.some((unit) => ownRole(unit).role === 'lead');
  draft.hasRole ||= leads;
  // Beside a unit that is marked (牵头), those without a mark and without a label support it.
  const rest: Part =
    leads && part.role === 'responsible' && part.roleText === ''
      ? { ...part, role: 'support', isOpenToRule: false }
      : part;
  for (const unit of units) {
    if (unit.folded.length > 60) continue;
    draft.units.push({
      ...rest,
      ...ownRole(unit),
      name: unit.name,
      folded: unit.folded,
      commaGroup: unit.commaGroup,
      marked: unit.marked,
    });
    draft.persons.push(...personsInNote(unit.note));
    const rule = ruleInNote(draft, unit);
    if (rule !== null) draft.rules.push(rule);
  }
}

/** 市发展改革委(牵头): a bracket behind a name can give it a role of its own. */
function ownRole({ note }: NamedUnit): Partial<Part> {
  if (note === null || note.length > 8) return {};
  if (/^(?:牵头|主办)/.test(note)) return { role: 'lead', roleText: note, isOpenToRule: false };
  return /^(?:配合|协办|参与)/.test(note) ? { role: 'support', roleText: note, isOpenToRule: false } : {};
}

/** A bracket behind a name that sets a rule: what the name includes, or who of the list leads. */
function ruleInNote({ source, dense }: Draft, unit: NamedUnit): BlanketRule | null {
  const rule = blanketRule(source, dense, unit);
  if (unit.note === null) return null;
  const kind = ruleKindOf(unit.note);
  if (kind !== null) return { ...rule, kind, departments: [] };
  return unit.note.includes('下同') ? { ...rule, kind: 'definition', departments: [unit.name] } : null;
}

/** Parties that only a rule names belong to the task whose clause holds the rule. */
function addRuleParties(draft: Draft): void {
  for (const rule of draft.rules) {
    if (rule.kind !== 'applies_to_all_following') continue;
    for (const name of rule.departments) {
      if (draft.units.some((unit) => unit.name.includes(name) || name.includes(unit.name))) continue;
      draft.units.push({
        name,
        folded: name,
        role: 'other',
        roleText: '落实',
        isOpenToRule: false,
        commaGroup: 0,
        marked: false,
      });
    }
  }
}

function personsIn({ source, dense }: Draft, field: ClauseField): PersonReading[] {
  return listParts(dense.text, field.start, field.end)
    .map(({ start, end }) => printedName(source, dense, start, end))

    .filter((name) => name.replace(/[(（].*$/, '').length <= 12 && name.length <= 40 && !nobody.test(name))
    .map((name) => ({ role: field.label, name }));
}

function trimmedEnd(text: string, { start, end }: ClauseField): number {
  let last = end;
  while (last > start && /[,;。、]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

/** A bracket without labels is a clause only where a role word follows names that can be units. */
function isTrustworthy(draft: Draft): boolean {
  const { units, hasRole, rules } = draft;
  const { isUnitLike } = draft.source.words.units;
  if (units.length === 0) return rules.length > 0;
  const likely = units.filter(({ folded }) => isUnitLike(folded)).length;
  // 〔市甲局、市乙局,列首位的为牵头单位〕: a rule among names does what a role word does.
  const setsRule = rules.length > 0 && units.every(({ folded, role }) => role === 'other' || isUnitLike(folded));
  if (!hasRole) return setsRule;
  return (likely * 2 > units.length && isUnitLike(units[0]?.folded ?? '')) || isStemList(draft);
}

// 市发改、工信、财政部门: stems that share the last head, or the general word after 等.
const stem = /^[\u4e00-\u9fa5]{2,8}$/;

function isStemList({ source, units, openEnded }: Draft): boolean {
  const { isUnitLike } = source.words.units;
  const names = units.map(({ folded }) => folded);
  const full = names.findIndex((name) => isUnitLike(name));
  const stems = full === -1 ? names : names.slice(0, full);
  if (stems.length === 0 || !stems.every((name) => stem.test(name))) return false;
  const isClosed = full === -1 ? openEnded : /(?:部门|单位|[局委办厅])$/.test(names[full] ?? '');
  return isClosed && names.slice(stems.length).every((name) => isUnitLike(name) || stem.test(name));
}
