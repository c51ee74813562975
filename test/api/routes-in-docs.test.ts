import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../api/schemas/endpoints/endpoint.ts';
import { allEndpoints } from '../../api/schemas/endpoints/endpoints.ts';

describe('docs/api.md', () => {
  it('lists every route with its right, and no other', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../docs/api.md'), 'utf8');
    const listed = [...text.matchAll(/^\| (\w+) +\| `([A-Z]+) (\S+)` +\| ([\w-]+) +\|/gm)].map((match) =>
      match.slice(1, 5).join(' '),
    );
    const routes = Object.entries(allEndpoints as Readonly<Record<string, Endpoint>>).map(
      ([name, { method, path, access }]) => `${name} ${method.toUpperCase()} ${path} ${access}`,
    );
    expect(listed).toEqual(routes);
  });
});
