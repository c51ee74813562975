const hanDigits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';

/** A number in one of the forms that Word counts in; `null` for bullets and for forms that are no numbers. */
export function listNumber(value: number, form: string): string | null {
  switch (form) {
    case 'decimal':
    case 'decimalHalfWidth':
      return String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return counted(value, hanDigits, '十百千');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(value, formalDigits, '拾佰仟');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => hanDigits[Number(digit)] ?? digit);
    case 'ideographTraditional':
      return cyclic(value, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return cyclic(value, '子丑寅卯辰巳午未申酉戌亥');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 20, 0x2460);
    case 'decimalEnclosedParen':
      return enclosed(value, 20, 0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 20, 0x2488);
    case 'ideographEnclosedCircle':
      return enclosed(value, 10, 0x3280);
    case 'upperLetter':
    case 'lowerLetter':
      return cased(String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26)), form);
    case 'upperRoman':
    case 'lowerRoman':
      return cased(roman(value), form);
    default:
      return null;
  }
}

/** 十一 and 二十, as lists are numbered: ten alone has no 一 before it. */
function counted(value: number, digits: string, [ten = '', hundred = '', thousand = '']: string): string {
  if (value <= 0 || value >= 10_000) return String(value);
  const zero = digits.startsWith('〇') ? '零' : (digits[0] ?? '');
  let text = '';
  let isGap = false;
  for (const [size, unit] of [
    [1_000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) isGap = text !== '';
    else {
      text += `${isGap ? zero : ''}${digits[digit] ?? ''}${unit}`;
      isGap = false;
    }
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

function cyclic(value: number, signs: string): string {
  return signs[(value - 1) % signs.length] ?? String(value);
}

function enclosed(value: number, most: number, base: number): string {
  return value >= 1 && value <= most ? String.fromCharCode(base + value - 1) : String(value);
}

function cased(text: string, form: string): string {
  return form.startsWith('upper') ? text.toUpperCase() : text;
}

function roman(value: number): string {
  const signs = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let rest = Math.min(value, 4_000);
  let text = '';
  for (const [size, sign] of signs) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
