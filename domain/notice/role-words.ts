import type { FieldKind, LabelKind, RolePhraseKind, UnitRole } from './role-vocabulary.ts';
import { alternatives } from './word-forms.ts';

/** Labels and role verbs ready for reading. */
export interface RoleWords {
  /** What a label announces, `null` for a word that is none; levels such as 市级 before it make no difference. */
  readonly labelKind: (word: string) => FieldKind | null;
  /** The longest label at the end of `word`: what stands before it belongs to the field before. */
  readonly knownSuffix: (word: string) => { readonly word: string; readonly kind: FieldKind } | null;
  /** Finds a role phrase inside a part of a clause: its adverbs and its verb. */
  readonly phrase: RegExp;
  /** Reads a verb as found by `phrase`; 分工 before 负责 makes it a shared part. */
  readonly phraseKind: (adverbs: string, verb: string) => RolePhraseKind;
  /** A sentence that ends so can say who does what without any bracket. */
  readonly closing: RegExp;
  /** Words of which a clause holds at least one; a cheap first look. */
  readonly hint: RegExp;
}

const adverb =
  '(?:(?:按照?|根据|依照?|依据|结合)(?:各自|各|自身|本|部门|任务|工作|有关|相关){0,4}(?:职责|职能|要求|实际|分工|权限|任务)(?:分工|要求|情况|职责|范围){0,3}(?:内)?|共同|联合|分别|具体|统一|统筹|协同|密切|积极|认真|分工|抓好|做好|各自)';
const hints = [
  '牵头',
  '负责',
  '配合',
  '协办',
  '主办',
  '协助',
  '参与',
  '承办',
  '落实',
  '指导',
  '推进',
  '实施',
  '单位',
  '部门',
  '科室',
  '处室',
  '领导',
  '责任',
  '时限',
];

/** Makes the labels and verbs of a vocabulary ready for reading. */
export function roleWords(
  labels: Readonly<Record<LabelKind, readonly string[]>>,
  verbs: Readonly<Record<UnitRole, readonly string[]>>,
): RoleWords {
  const kinds = new Map<string, FieldKind>(
    labelKinds.flatMap((kind) => labels[kind].map((word): [string, FieldKind] => [word, kind])),
  );
  const labelKind = (word: string) => {
    const bare = word.replace(/^(?:省|市|州|区|县|局|委)(?:级|直|内)?(?=..)/, '');
    return kinds.get(word) ?? kinds.get(bare) ?? null;
  };
  const free = [...verbs.lead, ...verbs.support, ...verbs.responsible, '负责'];
  return {
    labelKind,
    knownSuffix(word) {
      for (let from = 0; from <= word.length - 2; from += 1) {
        const suffix = word.slice(from);
        const kind = labelKind(suffix);
        if (kind !== null) return { word: suffix, kind };
      }
      return null;
    },
    phrase: new RegExp(
      `(${adverb}{0,4})(?:(${alternatives(free)})(?!单位|部门|责任|处室|科室|领导)|(${alternatives(verbs.other)})(?=$))`,
    ),
    phraseKind(adverbs, verb) {
      if (/职责|分工/.test(adverbs) && sharedVerb.test(verb)) return 'shared';
      if (verb === '负责') return 'plain';
      return namedRoles.find((role) => verbs[role].includes(verb)) ?? 'other';
    },
    closing: new RegExp(`(?:${alternatives([...free, '落实', '实施'])})[。;]?$`),
    hint: new RegExp(alternatives([...hints, ...kinds.keys(), ...free, ...verbs.other])),
  };
}

const sharedVerb = /^(?:负责|落实|推进|实施|抓好落实|贯彻落实|推进落实|组织实施)/;
const namedRoles = ['lead', 'support', 'responsible'] as const;
const labelKinds: readonly LabelKind[] = ['lead', 'support', 'responsible', 'other', 'person', 'time', 'scope'];
