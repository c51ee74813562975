import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inheritedEnv } from '../../../config/inherited-env.ts';

/** A paper as LibreOffice prints it. */
export interface ConvertedPaper {
  /** Width and height of each page in millimetres. */
  readonly pages: readonly (readonly [width: number, height: number])[];
  /** The text of each page, without blanks: programs space letters as they like. */
  readonly texts: readonly string[];
}

const fonts = resolve(import.meta.dirname, '../../support/fonts/fonts.conf');

function run(program: string, args: readonly string[]): string {
  // Bounds what would otherwise hang for ever; says nothing about how long it takes.
  const ended = spawnSync(program, args, {
    encoding: 'utf8',
    env: inheritedEnv({ FONTCONFIG_FILE: fonts }),
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.error !== undefined || ended.status !== 0) {
    const why = ended.error?.message ?? ended.stderr;
    throw new Error(`${program} did not do its work (npm test installs it, see scripts/setup/): ${why}`);
  }
  return ended.stdout;
}

/** Prints these office files by LibreOffice, all in one go; names are those of the files in `folder`. */
export function convertPapers(
  folder: string,
  papers: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, ConvertedPaper> {
  const printed = join(folder, 'pdf');
  mkdirSync(printed);
  for (const [name, bytes] of papers) writeFileSync(join(folder, name), bytes);
  const files = [...papers.keys()].map((name) => join(folder, name));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', printed, ...files]);
  return new Map([...papers.keys()].map((name) => [name, readPdf(join(printed, name.replace(/\.\w+$/, '.pdf')))]));
}

const point = 25.4 / 72;

function readPdf(file: string): ConvertedPaper {
  const told = run('pdfinfo', ['-f', '1', '-l', '999', file]);
  const sizes = [...told.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)];
  const pages = sizes.map(
    ([, width, height]) => [Math.round(Number(width) * point), Math.round(Number(height) * point)] as const,
  );
  const texts = run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, pages.length);
  return { pages, texts: texts.map((text) => text.replaceAll(/\s/g, '')) };
}
