import type { IFontAttributesProperties } from 'docx';

/** Typefaces by what they are for in GB/T 9704; digits and Latin letters in the same face, as offices set them. */
export const faces = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  level1: face('黑体'),
  level2: face('楷体_GB2312'),
  plain: face('宋体'),
} as const satisfies Readonly<Record<string, IFontAttributesProperties>>;

/** Letter sizes 字号 in half points. */
export const sizes = { 小初: 72, 一号: 52, 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21 } as const;

function face(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

// Which face stands in where an office's machine lacks the one that the standard names; every Chinese system has the second.
const standIns: readonly (readonly [name: string, standIn: string, family: 'roman' | 'modern' | 'swiss'])[] = [
  ['方正小标宋简体', '方正小标宋_GBK;小标宋;华文中宋;STZhongsong;宋体;SimSun;Noto Serif CJK SC', 'roman'],
  ['仿宋_GB2312', '仿宋;FangSong;华文仿宋;STFangsong;Noto Serif CJK SC', 'roman'],
  ['楷体_GB2312', '楷体;KaiTi;华文楷体;STKaiti;Noto Serif CJK SC', 'roman'],
  ['黑体', 'SimHei;华文黑体;STHeiti;Noto Sans CJK SC', 'swiss'],
  ['宋体', 'SimSun;华文宋体;STSong;Noto Serif CJK SC', 'roman'],
];

/** The font table of the file: names for each face the ones that take its place where it is not installed. */
export function fontTable(): string {
  const fonts = standIns.map(
    ([name, standIn, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
