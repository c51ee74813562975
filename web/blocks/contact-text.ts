import type { ContactBody } from '../../api/schemas/office.ts';

/** A person with seat and numbers, as lists of contacts have them. */
export function contactText({ name, seatName, rank, phone, mobile }: ContactBody): string {
  const numbers = [phone, mobile].filter((number) => number !== '').join('、');
  return `${name}（${seatName}${rank === null ? '' : `${rank}角`}）${numbers}`;
}
