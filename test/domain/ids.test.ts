import { describe, expect, it } from 'vitest';
import { uuid5 } from '../../domain/ids.ts';

describe('a name-based id', () => {
  it('is the one that RFC 9562 prints for www.example.com in the DNS namespace', () => {
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('differs with its path and with its namespace, and never with time', () => {
    const plan = uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', '方案');
    expect(uuid5(plan, 'task/1')).toBe(uuid5(plan, 'task/1'));
    expect(uuid5(plan, 'task/1')).not.toBe(uuid5(plan, 'task/2'));
    expect(uuid5(plan, 'task/1')).not.toBe(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'task/1'));
  });
});
