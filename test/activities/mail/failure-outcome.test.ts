import { describe, expect, it } from 'vitest';
import { failureOutcome } from '../../../activities/mail/failure-outcome.ts';

function refusal(command: string, response: string) {
  const responseCode = Number(response.slice(0, 3));
  const permanent = responseCode >= 500 && responseCode !== 503;
  const code = command === 'DATA' ? 'EMESSAGE' : 'EENVELOPE';
  return Object.assign(new Error(response), { command, response, responseCode, permanent, code });
}

function breakdown(code: string, command = 'CONN') {
  return Object.assign(new Error('Connection closed unexpectedly'), { code, command });
}

describe('what a refusal of the server means', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 no such user', 'failed', 'mailbox'],
    ['RCPT TO', '552 5.2.2 mailbox full', 'failed', 'mailbox'],
    ['RCPT TO', '450 4.2.0 greylisted', 'retry', 'mailbox'],
    ['RCPT TO', '421 4.3.2 shutting down', 'retry', 'service'],
    ['DATA', '554 5.7.1 looks like spam', 'failed', 'content'],
    ['DATA', '550 5.1.1 no such user', 'failed', 'mailbox'],
    ['DATA', '452 4.3.1 out of disk', 'retry', 'content'],
    ['DATA', '503 bad sequence', 'retry', 'service'],
    ['MAIL FROM', '550 5.7.1 sender not allowed', 'retry', 'sender'],
    ['EHLO', '554 no service here', 'retry', 'service'],
  ])('%s answered by "%s" is %s, class %s', (command, response, state, failureClass) => {
    expect(failureOutcome(refusal(command, response), command === 'DATA')).toMatchObject({
      state,
      failureClass,
      response,
    });
  });
});

describe('what a breakdown means', () => {
  it.each([
    ['ECONNECTION', false, 'retry', 'connection'],
    ['ESOCKET', false, 'retry', 'connection'],
    ['ETIMEDOUT', false, 'retry', 'connection'],
    ['EDNS', false, 'retry', 'connection'],
    ['ETLS', false, 'retry', 'tls'],
    ['ECONNECTION', true, 'ambiguous', 'no-answer'],
    ['ETIMEDOUT', true, 'ambiguous', 'no-answer'],
  ])('%s with the content out: %s is %s, class %s', (code, isContentOut, state, failureClass) => {
    expect(failureOutcome(breakdown(code), isContentOut)).toMatchObject({ state, failureClass, responseCode: null });
  });

  it('is a matter of TLS where the certificate is not trusted', () => {
    const error = Object.assign(breakdown('ESOCKET'), { originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(failureOutcome(error, false)).toMatchObject({ state: 'retry', failureClass: 'tls' });
  });

  it('is final for an address that cannot be said and a mail that is too large to be announced', () => {
    const address = Object.assign(new Error('Invalid recipient'), { code: 'EENVELOPE', command: 'API' });
    const size = Object.assign(new Error('Message size larger than allowed 10'), {
      code: 'EMESSAGE',
      command: 'MAIL FROM',
    });
    expect(failureOutcome(address, false)).toMatchObject({ state: 'failed', failureClass: 'mailbox' });
    expect(failureOutcome(size, false)).toMatchObject({ state: 'failed', failureClass: 'content' });
  });

  it('keeps what the server said on one line', () => {
    expect(failureOutcome(refusal('RCPT TO', '550 no\r\nsuch\u202Euser'), false)).toMatchObject({
      response: '550 no such user',
    });
  });
});
