import type { RegisteredUnit } from '../registry/units.ts';

/**
 * The units by name, those that a registered collective name 各市、区 stands for under that name where all of them are there: the
 * widest first, so that a table does not list every district in every row.
 */
export function collectiveNames(
  unitIds: readonly string[],
  units: ReadonlyMap<string, RegisteredUnit>,
): readonly string[] {
  const collectives = [...units.values()]
    .filter(({ members }) => members.length > 1)
    .toSorted((a, b) => b.members.length - a.members.length);
  const ids = collectives.reduce(gathered, unitIds);
  return ids.map((id) => units.get(id)?.name ?? id);
}

function gathered(ids: readonly string[], { unitId, members }: RegisteredUnit): readonly string[] {
  if (!members.every((member) => ids.includes(member))) return ids;
  const [first] = ids.filter((id) => members.includes(id));
  return ids.flatMap((id) => (id === first ? [unitId] : members.includes(id) ? [] : [id]));
}
