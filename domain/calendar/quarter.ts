import { type PlainDate, addDays, plainDate } from '../plain-date.ts';

declare const periodBrand: unique symbol;

/** A quarter as text, `2022Q3`; sorts as text. */
export type Period = string & { readonly [periodBrand]: true };

const shape = /^\d{4}Q[1-4]$/;
const chineseDigits = ['一', '二', '三', '四'];

/** Whether `text` names a quarter. */
export function isPeriod(text: string): text is Period {
  return shape.test(text);
}

/** The quarter named by `text`; throws a plain `Error` for any other form. */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new Error(`${text} is not a quarter of the form YYYYQn`);
  return text;
}

/** The quarter in which `day` lies. */
export function quarterOf(day: PlainDate): Period {
  return period(`${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

/** The first day of the quarter. */
export function quarterStart(quarter: Period): PlainDate {
  const month = String(numberOf(quarter) * 3 - 2).padStart(2, '0');
  return plainDate(`${quarter.slice(0, 4)}-${month}-01`);
}

/** The last day of the quarter. */
export function quarterEnd(quarter: Period): PlainDate {
  return addDays(quarterStart(nextQuarter(quarter)), -1);
}

/** The quarter that follows. */
export function nextQuarter(quarter: Period): Period {
  const year = Number(quarter.slice(0, 4));
  return numberOf(quarter) === 4 ? period(`${year + 1}Q1`) : period(`${year}Q${numberOf(quarter) + 1}`);
}

/** `2022年第三季度`, as papers and letters write it. */
export function quarterLabel(quarter: Period): string {
  return `${quarter.slice(0, 4)}年第${chineseDigits[numberOf(quarter) - 1]}季度`;
}

function numberOf(quarter: Period): number {
  return Number(quarter.slice(5));
}
