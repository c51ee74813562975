import { defaultMakingVerbs, type MakingWords, makingWords } from './making-vocabulary.ts';
import { defaultMeasures, type MeasureWords, measureWords } from './measure-vocabulary.ts';
import { defaultLabels, defaultRoleVerbs } from './role-vocabulary.ts';
import { type RoleWords, roleWords } from './role-words.ts';
import { type ColumnWords, columnWords } from './table-columns.ts';
import { defaultSoftWords, defaultTargetVerbs } from './target-vocabulary.ts';
import { type NamedDays, namedDays } from './named-days.ts';
import { defaultUnitEndings, type UnitWords, unitWords } from './unit-vocabulary.ts';
import { type Business, defaultBusiness } from './usual-business.ts';
import type { Vocabulary } from './vocabulary.ts';
import { alternatives } from './word-forms.ts';

/** All words that the reader goes by, ready for reading. */
export interface Words {
  readonly roles: RoleWords;
  readonly units: UnitWords;
  readonly columns: ColumnWords;
  readonly measures: MeasureWords;
  readonly commits: RegExp;
  readonly soft: readonly string[];
  readonly making: MakingWords;
  readonly days: NamedDays;
  readonly business: Business;
}

/** The words of the genre together with those that `taught` adds; where both have a word, it means what `taught` says. */
export function wordsWith(taught: Vocabulary): Words {
  const roles = roleWords(joined(defaultLabels, taught.labels), joined(defaultRoleVerbs, taught.roleVerbs));
  return {
    roles,
    units: unitWords([...defaultUnitEndings, ...(taught.unitEndings ?? [])]),
    columns: columnWords(roles.labelKind, taught.columns ?? {}),
    measures: measureWords(joined(defaultMeasures, taught.measures)),
    commits: new RegExp(alternatives([...defaultTargetVerbs, ...(taught.targetVerbs ?? [])])),
    soft: [...defaultSoftWords, ...(taught.softWords ?? [])],
    making: makingWords([...defaultMakingVerbs, ...(taught.deliverableVerbs ?? [])]),
    days: namedDays(taught.days ?? {}),
    business: [
      ...(taught.business ?? []).map(
        ({ matter, unit }) => [new RegExp(alternatives(matter)), new RegExp(alternatives(unit))] as const,
      ),
      ...defaultBusiness,
    ],
  };
}

/** The words of the genre alone. */
export const defaultWords: Words = wordsWith({});

function joined<Key extends string>(
  table: Readonly<Record<Key, readonly string[]>>,
  added: Readonly<Partial<Record<Key, readonly string[]>>> | undefined,
): Record<Key, readonly string[]> {
  const all: Record<Key, readonly string[]> = { ...table };
  const taught = new Set<string>(
    Object.values<readonly string[] | undefined>(added ?? {}).flatMap((list) => list ?? []),
  );
  for (const key in all) all[key] = [...all[key].filter((word) => !taught.has(word)), ...(added?.[key] ?? [])];
  return all;
}
