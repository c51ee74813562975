import type { TargetKind } from './notice-reading.ts';

/** What a measure word measures; `time` is a limit of work, never a count. */
export type MeasureKind = 'count' | 'money' | 'share' | 'size' | 'time';

const words: readonly (readonly [kind: MeasureKind, words: string])[] = [
  ['share', '个百分点 百分点 % ‰ 倍'],
  ['time', '个工作日 工作日 个月 个自然日 自然日 个小时 小时 分钟 天 日 年 周 秒'],
  ['money', '美元 欧元 元 人民币'],
  [
    'size',
    '平方公里 平方千米 平方米 立方米 立方 公里 千米 公顷 亩 吨标准煤 吨 公斤 千克 斤 担 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 MWh GWh kWh MW GW kW PFlops EFlops PFLOPS EFLOPS Gbps Mbps TB PB TEU 标准箱 标箱 微克/立方米 毫克/立方米 毫克/升 米 度电 P 标米 蒲式耳 克/千瓦时 千克标准煤 桶',
  ],
  [
    'count',
    '人次 户次 场次 家次 件次 篇次 班次 车次 架次 课时 学时 个 家 项 名 人 户 场 次 件 座 处 台 辆 套 所 间 张 篇 部 款 宗 起 例 份 本 册 株 头 只 艘 架 班 列 支 队 片 块 幅 条 口 眼 种 对 门 位 床 栋 幢 枚 根 盏 扇 棵 箱 站 店 村 校 单 笔 只 款 尾 羽 平台 集 堂 节 卷 组',
  ],
];

/** Measure words, longest first, with what they measure. */
export const measures: ReadonlyMap<string, MeasureKind> = new Map(
  words
    .flatMap(([kind, list]) => list.split(' ').map((word): [string, MeasureKind] => [word, kind]))
    .toSorted(([one], [other]) => other.length - one.length),
);

/** The measure words as alternatives of a regular expression, longest first. */
export const measureForm = [...measures.keys()].map((word) => word.replace('/', '\\/')).join('|');

/** The kind of a target whose figure has this measure. */
export function targetKind(measure: MeasureKind, unit: string, value: number | readonly number[]): TargetKind {
  switch (measure) {
    case 'money':
      return 'amount';
    case 'time':
      return 'duration';
    case 'share':
      return unit === '%' && value === 100 ? 'coverage' : 'share';
    case 'count':
    case 'size':
      return 'count';
  }
}
