import type { TaskRoles } from './task-roles.ts';
import { type Business, unitsByBusiness } from './usual-business.ts';

type Parties = Pick<TaskRoles, 'lead' | 'support' | 'responsible' | 'openEnded'>;

const shortList =
  /(?:省|市|州|区|县)?((?:[\u4e00-\u9fa5]{2,5}、){1,12}[\u4e00-\u9fa5]{2,5}?)等?(?:有关|相关)?(?:部门|单位)/;

/**
 * The units that an item is proposed for: those that the sentence itself names, else the one whose usual business it
 * is, else a lead that is alone. `[null]` where none of these says it: the office decides.
 */
export function accountableUnits(
  business: Business,
  { phrase, sentence }: { readonly phrase: string; readonly sentence: string },
  parties: Parties,
): readonly (string | null)[] {
  const units = [...new Set([...parties.lead, ...parties.responsible, ...parties.support])];
  const listed = listedUnits(sentence, units);
  if (listed.length > 1) return listed;
  const spoken = units.filter((unit) => phrase.includes(unit));
  if (spoken.length === 1) return spoken;
  const chiefs = parties.lead.length > 0 ? parties.lead : parties.responsible;
  const { named, hasMatter } = unitsByBusiness(business, phrase, units);
  const leading = named.filter((unit) => chiefs.includes(unit));
  if (leading.length === 1) return leading;
  if (leading.length === 0 && named.length === 1) return named;
  if (hasMatter && named.length === 0 && parties.openEnded) return [null];
  return chiefs.length === 1 ? chiefs : [null];
}

/** 市发改、科技、工信、商务等部门: short names of units that the task names in full. */
function listedUnits(sentence: string, units: readonly string[]): string[] {
  const stems = shortList.exec(sentence)?.[1]?.split('、') ?? [];
  const found = stems.map((stem) => units.filter((unit) => unit.includes(stem)));
  return found.every((matches) => matches.length === 1) ? found.flat() : [];
}
