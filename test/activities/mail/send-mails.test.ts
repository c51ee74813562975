import { describe, expect, it } from 'vitest';
import { relayPlan, sandboxPlan } from '../../../activities/mail/mail-channel.ts';
import { leaseMs } from '../../../activities/mail/send-mails.ts';

describe('the lease of a mail', () => {
  it.each([
    { way: 'the relay', lease: leaseMs.real, plan: relayPlan('smtp://127.0.0.1:1') },
    { way: 'the sandbox', lease: leaseMs.stepped, plan: sandboxPlan('smtp://127.0.0.1:1') },
  ])('outlasts both tries that a line to $way may make of one mail', ({ lease, plan }) => {
    expect(lease).toBeGreaterThan(2 * plan.patience.mailMs);
  });
});
