const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const groups: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** The value of Chinese numerals up to 亿, `三十二` as well as `二〇二二` and a bare `百`; `null` for other text. */
export function hanNumber(text: string): number | null {
  if (text === '') return null;
  const letters = [...text];
  if (letters.length > 1 && letters.every((letter) => letter in digits)) {
    return Number(letters.map((letter) => digits[letter]).join(''));
  }
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const letter of letters) {
    const value = digits[letter];
    const place = places[letter];
    const scale = groups[letter];
    if (value !== undefined) {
      digit = value;
    } else if (place !== undefined) {
      group += (digit ?? 1) * place;
      digit = null;
    } else if (scale !== undefined) {
      total += (group + (digit ?? 0) || 1) * scale;
      group = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + group + (digit ?? 0);
}
