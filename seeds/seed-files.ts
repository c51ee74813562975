import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The parsed JSON file at `path` below seeds/. */
export function seedFile(path: string): unknown {
  return JSON.parse(readFileSync(join(here, path), 'utf8'));
}

/** The parsed JSON files of a folder below seeds/, in the order of their names. */
export function seedFolder(folder: string): readonly unknown[] {
  return readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => seedFile(join(folder, name)));
}

/** Where the shipped notice lies on this machine. */
export const shippedNotice = join(here, 'notices', 'zhenjiang-2022.txt');
