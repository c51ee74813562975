import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resetState } from '../../embedded/reset-state.ts';
import { openStateDirectory } from '../../embedded/state-directory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a reset', () => {
  it('empties a state directory that nobody is using', async () => {
    const home = temporaryFolder();
    (await openStateDirectory(home)).release();
    expect(readdirSync(home)).toContain('secrets.json');
    expect(await resetState(home)).toBe('emptied');
    expect(readdirSync(home)).toEqual([]);
    expect(await resetState(home)).toBe('nothing-there');
  });

  it('is refused while a start is using the directory', async () => {
    const home = temporaryFolder();
    const { release } = await openStateDirectory(home);
    await expect(resetState(home)).rejects.toThrow(/正由另一个 duban 进程/);
    expect(readdirSync(home)).toContain('secrets.json');
    release();
  });

  it('leaves a directory alone that is not a state directory', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'thesis.docx'), 'years of work');
    await expect(resetState(home)).rejects.toThrow(/不像是 duban 的状态目录/);
    expect(readdirSync(home)).toEqual(['thesis.docx']);
  });
});
