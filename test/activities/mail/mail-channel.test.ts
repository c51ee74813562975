import { describe, expect, it } from 'vitest';
import { createMailChannel, createMailChannels, relayPlan } from '../../../activities/mail/mail-channel.ts';
import type { SendOutcome } from '../../../activities/mail/send-outcome.ts';
import { smtpSettings } from '../../../activities/mail/smtp-settings.ts';
import { epochOf, instant, instantOfEpoch } from '../../../domain/instant.ts';

const start = instant('2022-10-09T01:00:00.000Z');
const after = (seconds: number) => instantOfEpoch(epochOf(start) + seconds * 1_000);
const refused: SendOutcome = { state: 'retry', failureClass: 'connection', responseCode: null, response: 'refused' };
const putOff: SendOutcome = { state: 'retry', failureClass: 'mailbox', responseCode: 451, response: '451 later' };

describe('a channel whose server cannot be reached', () => {
  it('pauses, longer after each try in vain, and tries with one line alone', () => {
    const channel = createMailChannel(relayPlan('smtp://127.0.0.1:1'));
    expect(channel.usableLines(start)).toHaveLength(4);
    channel.note(refused, start);
    expect([channel.pausedUntil(start), channel.usableLines(start)]).toEqual([after(5), []]);
    expect(channel.usableLines(after(5))).toHaveLength(1);
    channel.note(refused, after(5));
    expect(channel.pausedUntil(after(5))).toBe(after(15));
  });

  it('takes lines that fail together for one trouble', () => {
    const channel = createMailChannel(relayPlan('smtp://127.0.0.1:1'));
    for (let line = 0; line < 4; line += 1) channel.note(refused, start);
    expect(channel.pausedUntil(start)).toBe(after(5));
  });

  it('never pauses for more than ten minutes', () => {
    const channel = createMailChannel(relayPlan('smtp://127.0.0.1:1'));
    let now = start;
    for (let tries = 0; tries < 50; tries += 1) {
      channel.note(refused, now);
      now = channel.pausedUntil(now) ?? now;
    }
    channel.note(refused, now);
    expect(epochOf(channel.pausedUntil(now) ?? now) - epochOf(now)).toBe(600_000);
  });

  it('works again with any answer of the server, a refusal of one mail included', () => {
    const channel = createMailChannel(relayPlan('smtp://127.0.0.1:1'));
    channel.note(refused, start);
    channel.note(putOff, after(5));
    expect([channel.pausedUntil(after(5)), channel.usableLines(after(5)).length]).toEqual([null, 4]);
  });
});

describe('the settings of a mail server', () => {
  it('come from its URL', () => {
    expect(smtpSettings('smtps://mail%40city:p%3Aw@relay.example')).toEqual({
      host: 'relay.example',
      port: 465,
      isSecure: true,
      requiresTls: false,
      auth: { user: 'mail@city', pass: 'p:w' },
    });
    expect(smtpSettings('smtp://[::1]:2525?requireTLS=true')).toEqual({
      host: '::1',
      port: 2525,
      isSecure: false,
      requiresTls: true,
      auth: null,
    });
  });

  it('are refused for another kind of address', () => {
    expect(() => smtpSettings('https://relay.example')).toThrow('邮件服务器地址应以 smtp:// 或 smtps:// 开头');
  });

  it('leave a channel out that has no server', () => {
    expect(createMailChannels({ smtpUrl: null, sandboxSmtpUrl: null })).toEqual({ real: null, stepped: null });
  });
});
