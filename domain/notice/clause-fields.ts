import { bracketDepths } from './brackets.ts';
import type { FieldKind } from './role-vocabulary.ts';
import type { RoleWords } from './role-words.ts';
import type { Span } from './span.ts';

/** A labelled stretch of a clause; `kind` is null before the first label, `unknown` behind a label of another trade. */
export interface ClauseField {
  readonly kind: FieldKind | 'unknown' | null;
  readonly label: string;
  /** What stands in a bracket between the label and its colon, such as a rule about who leads. */
  readonly note: { readonly start: number; readonly end: number } | null;
  readonly start: number;
  readonly end: number;
}

interface Label {
  readonly kind: FieldKind | 'unknown';
  readonly word: string;
  readonly note: ClauseField['note'];
  readonly start: number;
  readonly end: number;
}

/** Cuts `[start, end)` of a clause at its labels. */
export function clauseFields(roles: RoleWords, text: string, [start, end]: Span): ClauseField[] {
  const found = labelsIn(roles, text, [start, end]);
  const fields: ClauseField[] = [];
  const first = found[0]?.start ?? end;
  if (first > start) fields.push({ kind: null, label: '', note: null, start, end: first });
  found.forEach(({ kind, word, note, end: valueStart }, index) => {
    fields.push({ kind, label: word, note, start: valueStart, end: found[index + 1]?.start ?? end });
  });
  return fields.filter((field) => field.kind !== null || field.end > field.start);
}

function labelsIn(roles: RoleWords, text: string, [start, end]: Span): Label[] {
  const own = text.slice(start, end);
  const depths = bracketDepths(own);
  const found: Label[] = [];
  for (const match of own.matchAll(/([\u4e00-\u9fa5]{2,12})(\([^()]{0,60}\)|\[[^[\]]{0,60}\])?:/g)) {
    if (depths[match.index] !== 0) continue;
    const word = match[1] ?? '';
    const known = roles.knownSuffix(word);
    const begins = match.index === 0 || /[,;。、]/.test(own.charAt(match.index - 1));
    const label = known ?? (begins ? { word, kind: unknownKind(word) } : null);
    if (label === null) continue;
    const wordEnd = start + match.index + word.length;
    const note = match[2] === undefined ? null : { start: wordEnd + 1, end: wordEnd + match[2].length - 1 };
    found.push({ ...label, note, start: wordEnd - label.word.length, end: start + match.index + match[0].length });
  }
  return found.length > 0 ? found : labelsWithoutColon(roles, { own, depths }, start);
}

/** 牵头单位市财政局,责任单位市审计局: in some clauses no colon follows the label. */
function labelsWithoutColon(
  roles: RoleWords,
  { own, depths }: { readonly own: string; readonly depths: Uint8Array },
  start: number,
): Label[] {
  const found: Label[] = [];
  for (const match of own.matchAll(
    /(?:^|[,;。、])([\u4e00-\u9fa5]{2}(?:责任)?(?:单位|部门))(?:为|是)?(?=市|省|区|县|州|各|国家|中央|由)/g,
  )) {
    const word = match[1] ?? '';
    const kind = roles.labelKind(word);
    const at = match.index + match[0].indexOf(word);
    if (kind === null || depths[at] !== 0) continue;
    found.push({ word, kind, note: null, start: start + at, end: start + match.index + match[0].length });
  }
  return found;
}

function unknownKind(word: string): FieldKind | 'unknown' {
  if (/(?:单位|部门|科室|处室|机构|主体)$/.test(word)) return 'responsible';
  return /(?:领导|人)$/.test(word) ? 'person' : 'unknown';
}
