import { describe, expect, it } from 'vitest';
import { isDemonstration } from '../../api/auth/demonstration.ts';

const local = { wished: true, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:8080' };

describe('one-click sign-in', () => {
  it.each([
    { why: 'npm start on this machine', change: {}, exists: true },
    { why: 'on IPv6', change: { host: '::1', publicUrl: 'http://[::1]:8080' }, exists: true },
    { why: 'by name', change: { host: 'localhost', publicUrl: 'http://localhost:8080' }, exists: true },
    { why: 'not wished', change: { wished: false }, exists: false },
    { why: 'listening on every address', change: { host: '0.0.0.0' }, exists: false },
    { why: 'listening on every address of IPv6', change: { host: '::' }, exists: false },
    { why: 'listening in an office network', change: { host: '10.0.0.5' }, exists: false },
    { why: 'behind a proxy under its own name', change: { publicUrl: 'https://duban.example.gov.cn' }, exists: false },
    {
      why: 'under a name that only begins like loopback',
      change: { publicUrl: 'http://127.0.0.1.example.com' },
      exists: false,
    },
    { why: 'listening at a name that only begins like loopback', change: { host: 'localhost.example' }, exists: false },
  ])('exists: $exists ($why)', ({ change, exists }) => {
    expect(isDemonstration({ ...local, ...change })).toBe(exists);
  });
});
