const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `1` to `99` as headings number them: 一, 十, 十二, 二十六. */
export function hanNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new Error(`${number} is no number of a heading`);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const lead = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${lead}${digits[ones]}`;
}
