import { readNotice } from '../../../../domain/notice/read-notice.ts';
import { compareNotices } from '../../../../domain/plan/amendment/compare-notices.ts';
import type { NoticeVersion } from '../../../../domain/plan/amendment/notice-change.ts';
import { draftPlan } from '../../../../domain/plan/draft-plan.ts';
import { noticeText, register } from '../zhenjiang.ts';

/** A version of the shipped notice, read and drafted. */
export function versionOf(text: string): NoticeVersion {
  const reading = readNotice(text);
  const basis = { planId: '0f0e0d0c-0b0a-4908-8706-050403020100', planYear: 2022, register, text };
  return { text, reading, drafted: draftPlan(reading, basis) };
}

const issued = versionOf(noticeText);

/** The shipped notice with `from` replaced by `to`, which must be in it. */
export function replaced(from: string, to: string, text = noticeText): string {
  if (!text.includes(from)) throw new Error(`the notice does not say “${from}”`);
  return text.replace(from, to);
}

/** What the comparison of the shipped notice with another version says. */
export function changesTo(text: string) {
  return compareNotices(issued, versionOf(text));
}
