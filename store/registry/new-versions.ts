import { canonicalText } from '../../domain/canonical.ts';
import type { CalendarYear } from '../../domain/calendar/working-calendar.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type RegisteredRules, areSameRules } from '../../domain/rules-defaults.ts';
import type { Connection } from '../transaction.ts';
import type { Unsigned } from './append-to-registry.ts';
import { realRegistry } from './registry-chain.ts';
import type { RulesEntry } from './registry-entries.ts';

type CalendarEvent = Extract<Unsigned, { type: 'calendarImported' }>;
type RulesEvent = Extract<Unsigned, { type: 'rulesImported' }>;

/** Tables of holidays that are new; a version that stands with other days is refused, since work was counted by it. */
export async function newCalendars(
  connection: Connection,
  tables: readonly CalendarYear[],
): Promise<readonly CalendarEvent[]> {
  const { rows } = await connection.query<{ readonly year: number; readonly version: number; readonly table: unknown }>(
    'SELECT year, version, "table" FROM calendar_table WHERE registry = $1',
    [realRegistry],
  );
  return tables.flatMap((table) => {
    const { year, version } = table;
    const versions = rows.filter((row) => row.year === year);
    const same = versions.find((row) => row.version === version);
    if (same !== undefined && canonicalText(same.table) === canonicalText(table)) return [];
    refuseTaken(versions, version, `${year}年放假安排`);
    return [{ type: 'calendarImported', table }];
  });
}

/** Versions of the rules that are new; a version that stands with other limits is refused. */
export async function newRules(connection: Connection, entries: readonly RulesEntry[]): Promise<readonly RulesEvent[]> {
  const { rows } = await connection.query<{ readonly version: number; readonly rules: RegisteredRules }>(
    'SELECT version, rules FROM rule_set WHERE registry = $1',
    [realRegistry],
  );
  return entries.flatMap(({ rules, reason }) => {
    const same = rows.find(({ version }) => version === rules.version);
    if (same !== undefined && areSameRules(same.rules, rules)) return [];
    refuseTaken(rows, rules.version, '时限规则');
    return [{ type: 'rulesImported', rules, reason }];
  });
}

function refuseTaken(known: readonly { readonly version: number }[], version: number, what: string): void {
  const newest = Math.max(0, ...known.map((row) => row.version));
  if (version > newest) return;
  throw new RuleViolation(
    'version-taken',
    `${what}的第${version}版已登记且内容不同（最新为第${newest}版），请改用更大的版本号。`,
  );
}
