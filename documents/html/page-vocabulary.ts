import type { MarkupElement } from '../markup.ts';

const silent = new Set(
  'head script style noscript template nav aside footer svg math iframe object embed video audio canvas input select textarea button dialog'.split(
    ' ',
  ),
);

const blocks = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const roles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog']);

/** Whether a browser shows nothing of this element, or shows it around the text and not in it. */
export function isSilent({ name, attributes }: MarkupElement): boolean {
  const style = attributes['style'] ?? '';
  return (
    silent.has(name) ||
    roles.has(attributes['role'] ?? '') ||
    'hidden' in attributes ||
    /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden/i.test(style)
  );
}

/** Whether an element stands on lines of its own. */
export function isBlock({ name }: MarkupElement): boolean {
  return blocks.has(name);
}

/** A new word that sites put round their texts goes here and nowhere else. */
const furniture: readonly RegExp[] = [
  /^[【[(（]?(?:打印|关闭|收藏|返回|分享|纠错|字体|字号|大|中|小|我要纠错|打印本页|关闭窗口|返回顶部|朗读|繁体|无障碍)(?:[\s】\])）|:：]|$)/,
  /^(?:字体|字号|视力保护色|分享到|扫一扫|扫码|微信扫|当前位置|您(?:现在)?(?:所在)?的?位置|首页\s*[>›»]|浏览次数|浏览量|阅读次数|阅读量|点击(?:数|量|次数)|访问量)/,
  /^(?:上一篇|下一篇|上一条|下一条|相关链接|相关阅读|相关文件|相关文章|相关稿件|相关解读|政策解读|图解|附件下载|责任编辑|编辑|审核|初审|终审)[:：]?(?:\s|$|.{0,60}$)/,
  /^(?:(?:信息|文章|稿件)?来源|发布(?:时间|日期|机构|单位)|公开(?:日期|时间)|更新时间|时间|日期|作者)[:：]/,
  /ICP备|公网安备|网站标识码|版权所有|Copyright|建议使用.{0,20}浏览器/i,
];

/** Whether a short line is a part of the site and not of its text. */
export function isFurniture(line: string): boolean {
  return line.length <= 80 && furniture.some((form) => form.test(line));
}
