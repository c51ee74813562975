import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inheritedEnv } from '../../config/inherited-env.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const module = resolve('scripts/setup/system-programs.mjs');

/** What set-up says of the programs that it finds in these folders. */
function ensured(path: string, chromium = ''): { readonly status: number | null; readonly said: string } {
  const code = `const { ensureSystemPrograms } = await import(${JSON.stringify(module)}); ensureSystemPrograms();`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { PATH: path, CHROMIUM_PATH: chromium },
  });
  return { status: ended.status, said: ended.stdout + ended.stderr };
}

describe('the programs that the tests need', () => {
  it('are silently found where they are', () => {
    expect(ensured(inheritedEnv({})['PATH'] ?? '')).toEqual({ status: 0, said: '' });
  });

  it('are named with what to install where they are missing and cannot be installed', () => {
    const { status, said } = ensured(temporaryFolder());
    expect(status).not.toBe(0);
    expect(said).toContain('apt-get install libreoffice-writer libreoffice-calc poppler-utils chromium fonts-noto-cjk');
    expect(said).toContain('运行督办（npm start）不需要这些程序');
  });

  it('do not lack a browser that stands elsewhere and is pointed to, and lack one that is not there', () => {
    const browser = '浏览器 Chromium';
    expect(ensured(temporaryFolder(), process.execPath).said).not.toContain(browser);
    expect(ensured(temporaryFolder(), '/nowhere/chromium').said).toContain(browser);
  });
});
