import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { autumnVisits, escalatedVisits } from './bed/visits.ts';

it('every page of every desk is among those that the browser looks at', () => {
  const lists = globSync('web/{desks/*,pages}/routes.ts');
  const pages = lists.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path),
  );
  expect(pages.length).toBeGreaterThan(40);
  const visited = [...autumnVisits, ...escalatedVisits].map(({ path }) => path.replace(/\?.*/, ''));
  // Home pages lead on at once to the first page of the seat's menu.
  const looked = pages.filter((page) => page !== '/' && page !== '/plans/$planId');
  const missed = looked.filter((page) => {
    const shape = new RegExp(`^${page.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return !visited.some((path) => shape.test(path));
  });
  expect(missed).toEqual([]);
});
