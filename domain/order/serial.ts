import type { PlanClock } from '../plan/plan-state.ts';
import type { NumberWords } from '../rules.ts';
import type { PaperForm } from './paper-form.ts';

/**
 * The number 发文字号 of a paper. Numbers of one series run without gaps: `n` is 0 in what is decided, and drawn in the transaction that
 * records it.
 */
export interface Serial {
  readonly series: string;
  readonly word: string;
  readonly year: number;
  readonly n: number;
}

/** From what the numbers of a plan's papers are made. */
export interface Numbering {
  /** The notice's own word without its ending, 镇数字 of 镇数字发〔2022〕4号; empty where the notice has no number. */
  readonly issuerWord: string;
  readonly planId: string;
  readonly planYear: number;
  readonly clock: PlanClock;
}

/** The word of the issuer in a document number: what stands before the bracket, without 发, 字 or 函 at its end. */
export function issuerWordOf(documentNumber: string | null): string {
  const word = (documentNumber ?? '').split(/[〔［[（(]/u)[0] ?? '';
  return word.trim().replace(/[发字函]$/u, '');
}

/** A number yet to be drawn. A rehearsal counts for itself, so that no number of a real paper is used up. */
export function serialToDraw(
  { issuerWord, planId, planYear, clock }: Numbering,
  form: PaperForm,
  words: NumberWords,
): Serial {
  const word = `${issuerWord}${words[form]}`;
  const issuer = `${word}〔${planYear}〕`;
  return { series: clock === 'stepped' ? `${planId} ${issuer}` : issuer, word, year: planYear, n: 0 };
}

/** The number as papers print it, 镇数字办催〔2022〕1号. */
export function serialText({ word, year, n }: Pick<Serial, 'word' | 'year' | 'n'>): string {
  return `${word}〔${year}〕${n}号`;
}
