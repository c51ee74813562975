import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { arePackagesInstalled } = (await import(resolve('scripts/setup/packages.mjs'))) as {
  readonly arePackagesInstalled: (root: string) => boolean;
};

interface Locked {
  readonly version: string;
  readonly optional?: boolean;
}

function checkout(
  wanted: Readonly<Record<string, string>>,
  locked: Readonly<Record<string, Locked>>,
  installed: typeof locked,
): string {
  const root = temporaryFolder();
  const write = (path: string, content: unknown) => writeFileSync(join(root, path), JSON.stringify(content));
  const paths = (packages: typeof locked) =>
    Object.fromEntries(Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]));
  write('package.json', { dependencies: wanted });
  write('package-lock.json', { packages: { '': {}, ...paths(locked) } });
  for (const name of Object.keys(installed)) mkdirSync(join(root, 'node_modules', name), { recursive: true });
  if (Object.keys(installed).length > 0) write('node_modules/.package-lock.json', { packages: paths(installed) });
  return root;
}

const pg = { pg: '8.0.0' };
const locked = {
  pg: { version: '8.0.0' },
  'pg-pool': { version: '3.0.0' },
  'pg-native-darwin': { version: '1.0.0', optional: true },
};

describe('the npm packages of a checkout', () => {
  it.each([
    { state: 'nothing is installed', installed: {}, is: false },
    {
      state: 'all are there but those of another system',
      installed: { pg: locked.pg, 'pg-pool': locked['pg-pool'] },
      is: true,
    },
    { state: 'a package below the named ones is missing', installed: { pg: locked.pg }, is: false },
    {
      state: 'one has another version',
      installed: { pg: { version: '7.0.0' }, 'pg-pool': locked['pg-pool'] },
      is: false,
    },
  ])('count as installed = $is where $state', ({ installed, is }) => {
    expect(arePackagesInstalled(checkout(pg, locked, installed))).toBe(is);
  });

  it('are compared with package.json alone where the lock file is behind it', () => {
    const installed = { pg: { version: '9.0.0' } };
    expect(arePackagesInstalled(checkout({ pg: '9.0.0' }, locked, installed))).toBe(true);
    expect(arePackagesInstalled(checkout({ pg: '9.0.0' }, locked, locked))).toBe(false);
  });
});
