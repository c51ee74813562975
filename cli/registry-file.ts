import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseCalendarTable } from '../domain/calendar/calendar-table.ts';
import { parseRules } from '../domain/rules-table.ts';
import { peopleEntries, unitEntries } from '../seeds/registry-files.ts';
import type { RegistryEntries } from '../store/registry/registry-entries.ts';
import { UsageError } from './exit-codes.ts';
import { parseJson } from './parse-json.ts';

/** What a file has for the registry; its kind is told by its own fields. Refused with every fault found in it. */
export async function registryFile(path: string, reason: string): Promise<RegistryEntries> {
  const text = await readFile(path, 'utf8').catch((): null => null);
  if (text === null) throw new UsageError(`找不到文件“${path}”，请核对文件名和所在目录。`);
  const raw = parseJson(text, `文件“${path}”`);
  const fields = new Set(typeof raw === 'object' && raw !== null ? Object.keys(raw) : []);
  if (fields.has('holidays')) return { calendars: [sound(path, parseCalendarTable(raw))] };
  if (fields.has('lights')) return { rules: [{ rules: sound(path, parseRules(raw)), reason }] };
  if (fields.has('units')) return { units: shaped(path, () => unitEntries(raw)) };
  if (fields.has('persons')) return shaped(path, () => peopleEntries(raw));
  throw new UsageError(
    `文件“${path}”不是放假安排、时限规则、单位或人员的登记文件，请参照 seeds 目录中的同类文件填写。`,
  );
}

function sound<T>(
  path: string,
  parsed: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly string[] },
): T {
  if (parsed.ok) return parsed.value;
  throw new UsageError(`文件“${path}”有误：\n${parsed.issues.join('\n')}`);
}

const { localeError } = z.locales.zhCN();

function shaped<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const issues = error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${chinese(issue)}`);
    throw new UsageError(`文件“${path}”有误：\n${issues.join('\n')}`);
  }
}

function chinese(issue: z.core.$ZodIssue): string {
  const told = localeError(issue as z.core.$ZodRawIssue);
  return (typeof told === 'string' ? told : told?.message) ?? issue.message;
}
