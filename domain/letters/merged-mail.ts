import { chineseDay } from '../plain-date.ts';
import { escapeHtml } from './escape-html.ts';
import { type LineContext, type MailLine, type MailedLetter, mailLines } from './mail-lines.ts';
import { plainLine } from './plain-line.ts';

/** What stands on every screen, mail and paper of a stepped plan. */
export const rehearsalNotice = '演练数据·非真实情况';

export interface MailOccasion extends LineContext {
  readonly letters: readonly MailedLetter[];
  readonly planTitle: string;
  readonly personName: string;
  readonly isRehearsal: boolean;
  /** Address of the web interface, without a slash at its end. */
  readonly publicUrl: string;
  /** The person is officer B, and officer A's seat is empty or A's mailbox takes no mail. */
  readonly standsIn: boolean;
}

/** A mail as people read it; the subject is one line. */
export interface WordedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

// Beyond this a subject is folded away by every mail program, and some relays refuse longer ones.
const subjectCharacters = 70;

/**
 * One mail out of all letters to one person. The plain text holds no ids, so that two rehearsals of the same plan write the
 * same text; the lines of the HTML part link to the pages themselves.
 */
export function mergedMail(occasion: MailOccasion): WordedMail {
  const lines = mailLines(occasion.letters, occasion);
  return {
    subject: plainLine(subjectOf(lines, occasion), subjectCharacters),
    text: textOf(lines, occasion),
    html: htmlOf(lines, occasion),
  };
}

function subjectOf(lines: readonly MailLine[], { isRehearsal }: MailOccasion): string {
  const mark = isRehearsal ? `【${rehearsalNotice}】` : '';
  const [first] = lines;
  if (lines.length === 1) return `${mark}【督办】${first?.text ?? ''}`;
  const overdue = lines.filter((line) => line.isOverdue).length;
  const warning = overdue > 0 ? `，其中${overdue}项已逾期` : '';
  return `${mark}【督办】${lines.length}项提醒${warning}：${first?.text ?? ''}`;
}

function introduction({ personName, planTitle, standsIn, today }: MailOccasion): readonly string[] {
  const whose = standsIn ? '因原收件人岗位空缺、邮箱无法投递或者已授权您代行，以下事项转送您办理。' : '';
  return [
    `${plainLine(personName, 40)}同志：`,
    `截至${chineseDay(today, true)}，《${plainLine(planTitle, 120)}》有下列事项请您办理或者知悉。${whose}`,
  ];
}

const closing = '本邮件由督办系统自动发送，请勿直接回复。';

function textOf(lines: readonly MailLine[], occasion: MailOccasion): string {
  const body = lines.map(({ text, ask }, index) => `${index + 1}. ${text}。${ask}。`);
  return [
    ...(occasion.isRehearsal ? [`【${rehearsalNotice}】`, ''] : []),
    ...introduction(occasion),
    '',
    ...body,
    '',
    `请登录督办系统办理：${occasion.publicUrl}/inbox`,
    closing,
    '',
  ].join('\n');
}

function htmlOf(lines: readonly MailLine[], occasion: MailOccasion): string {
  const { publicUrl, isRehearsal } = occasion;
  const banner = isRehearsal ? `<p><strong>【${rehearsalNotice}】</strong></p>` : '';
  const paragraphs = introduction(occasion).map((paragraph) => `<p>${isolated(paragraph)}</p>`);
  const items = lines.map(({ text, ask, page, isOverdue }) => {
    const link = `<a href="${escapeHtml(publicUrl + page)}">${isolated(text)}</a>`;
    return `<li>${isOverdue ? `<strong>${link}</strong>` : link}。${escapeHtml(ask)}。</li>`;
  });
  const inbox = `<a href="${escapeHtml(`${publicUrl}/inbox`)}">登录督办系统办理</a>`;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>',
    banner,
    ...paragraphs,
    `<ol>${items.join('')}</ol>`,
    `<p>${inbox}</p><p>${escapeHtml(closing)}</p>`,
    '</body></html>',
  ].join('');
}

// A name written from right to left keeps to itself and cannot turn around what stands beside it.
function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
