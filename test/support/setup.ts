import { afterEach, beforeEach, expect, vi } from 'vitest';

let complaints: string[] = [];

/** A test that makes the code complain on stderr is a failed test, unless it takes the complaint itself. */
beforeEach(() => {
  complaints = [];
  const write = console.error.bind(console);
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
    write(...parts);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, 'written to console.error').toEqual([]);
});
