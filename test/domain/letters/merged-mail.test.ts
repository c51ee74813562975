import { describe, expect, it } from 'vitest';
import { letterTexts } from '../../../domain/letters/letter-text.ts';
import { type MailOccasion, mergedMail } from '../../../domain/letters/merged-mail.ts';
import type { LetterKind } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { letterLike } from './letters.ts';

const occasion: MailOccasion = {
  planId: 'plan-1',
  today: plainDate('2022-10-09'),
  calendar: seedCalendar(2022, 2023),
  unitNames: { bureau: '市发展改革委' },
  letters: [letterLike(1)],
  planTitle: '2022年度工作要点',
  personName: '沈知舟',
  isRehearsal: false,
  publicUrl: 'https://duban.example',
  standsIn: false,
};

describe('a merged mail', () => {
  it('says the one thing that it holds in its subject', () => {
    expect(mergedMail(occasion).subject).toBe(
      '【督办】季度进展情况表，1 行，10月12日前，还剩3个工作日（2022年第三季度）',
    );
  });

  it('says in its subject how many things it holds and how many are overdue', () => {
    const overdue = letterLike(2, { kind: 'obligation-overdue', about: plainDate('2022-09-30') });
    expect(mergedMail({ ...occasion, letters: [letterLike(1), overdue] }).subject).toBe(
      '【督办】2项提醒，其中1项已逾期：季度进展情况表，1 行，应于9月30日报送，已逾期2个工作日（2022年第三季度）',
    );
  });

  it('greets the person, names the plan, lists the lines with what is asked, and links to the inbox', () => {
    expect(mergedMail(occasion).text).toBe(
      [
        '沈知舟同志：',
        '截至2022年10月9日，《2022年度工作要点》有下列事项请您办理或者知悉。',
        '',
        '1. 季度进展情况表，1 行，10月12日前，还剩3个工作日（2022年第三季度）。请按时报送。',
        '',
        '请登录督办系统办理：https://duban.example/inbox',
        '本邮件由督办系统自动发送，请勿直接回复。',
        '',
      ].join('\n'),
    );
  });

  it('links each line of its HTML part to the page on which it is done', () => {
    expect(mergedMail(occasion).html).toContain(
      '<a href="https://duban.example/plans/plan-1/returns/bureau/2022Q3/progress">',
    );
  });

  it('bears the rehearsal notice in subject, text and HTML on a stepped plan, and nowhere on a real one', () => {
    const rehearsed = mergedMail({ ...occasion, isRehearsal: true });
    for (const part of [rehearsed.subject, rehearsed.text, rehearsed.html])
      expect(part).toContain('演练数据·非真实情况');
    expect(JSON.stringify(mergedMail(occasion))).not.toContain('演练');
  });

  it('tells officer B why the mail comes to them', () => {
    expect(mergedMail({ ...occasion, standsIn: true }).text).toContain('以下事项转送您办理');
  });

  it('holds no id of its plan in the plain text, so that two rehearsals write the same', () => {
    const other = { ...occasion, planId: 'plan-2' };
    expect(mergedMail(other).text).toBe(mergedMail(occasion).text);
  });

  it.each(Object.keys(letterTexts) as LetterKind[])('words a letter of the kind %s without facts', (kind) => {
    const { subject, text } = mergedMail({ ...occasion, letters: [letterLike(1, { kind, facts: {}, about: null })] });
    expect(subject + text).not.toMatch(/undefined|null|NaN|\{|，，|（）/);
    expect(subject.length).toBeGreaterThan(8);
  });
});

describe('names that somebody made up to do harm', () => {
  const hostile = '张三\r\nBcc: all@example.com\r\n\r\n<script>alert("x")</script>\u202Eevil\u2066\'"&';
  const mail = mergedMail({
    ...occasion,
    personName: hostile,
    planTitle: hostile,
    unitNames: { bureau: hostile, traffic: hostile },
    letters: [
      letterLike(1, { receiver: { unitId: 'traffic', seat: 'officer' } }),
      letterLike(2, { kind: 'task-ended', facts: { taskNumber: hostile, taskTitle: hostile } }),
    ],
  });

  it('cannot end the subject line, whatever they hold', () => {
    const facts = { taskNumber: '1\r\nBcc: a@b.c', taskTitle: '题目\u2028Subject: x' };
    const { subject } = mergedMail({
      ...occasion,
      letters: [letterLike(1, { kind: 'task-ended', about: null, facts })],
    });
    expect(subject).toBe('【督办】工作任务已办结，1 项（任务1 Bcc: a@b.c“题目 Subject: x”）');
  });

  it('cannot add a line to the text', () => {
    expect(mail.text.split('\n')).toHaveLength(9);
    expect(mail.text).not.toContain('\r');
  });

  it('cannot turn the reading direction', () => {
    for (const part of [mail.subject, mail.text, mail.html])
      expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
  });

  it('cannot open an element or end an attribute of the HTML part', () => {
    expect(mail.html).not.toMatch(/<script|<\/script|alert\("x"\)/);
    const known = /<!doctype html>|<\/?(html|head|body|meta|p|ol|li|a|strong|bdi)( [a-z]+="[^"<>]*")*>/g;
    expect(mail.html.replaceAll(known, '')).not.toMatch(/[<>"]/);
  });

  it('cannot make the subject longer than a mail program shows', () => {
    const facts = { taskNumber: '九'.repeat(500), taskTitle: '题'.repeat(5000) };
    const { subject } = mergedMail({ ...occasion, letters: [letterLike(1, { kind: 'task-ended', facts })] });
    expect([...subject].length).toBeLessThanOrEqual(70);
  });
});
