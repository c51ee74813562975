import type { TargetKind } from './notice-reading.ts';
import { alternatives } from './word-forms.ts';

/** What a measure word measures; `time` is a limit of work, never a count. */
export type MeasureKind = 'count' | 'money' | 'share' | 'size' | 'time';

/** Measure words by what they measure. */
export const defaultMeasures: Readonly<Record<MeasureKind, readonly string[]>> = {
  share: '个百分点 百分点 % ‰ 倍 番'.split(' '),
  time: '个工作日 工作日 个月 个自然日 自然日 个小时 小时 分钟 天 日 年 周 秒'.split(' '),
  money: '美元 欧元 元 人民币'.split(' '),
  size: '平方公里 平方千米 平方米 立方米 立方 公里 千米 公顷 亩 吨标准煤 吨 公斤 千克 斤 担 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 MWh GWh kWh MW GW kW PFlops EFlops PFLOPS EFLOPS Gbps Mbps TB PB TEU 标准箱 标箱 微克/立方米 毫克/立方米 毫克/升 米 度电 P 标米 蒲式耳 克/千瓦时 千克标准煤 桶'.split(
    ' ',
  ),
  count:
    '人次 户次 场次 家次 件次 篇次 班次 车次 架次 课时 学时 个 家 项 名 人 户 场 次 件 座 处 台 辆 套 所 间 张 篇 部 款 宗 起 例 份 本 册 株 头 只 艘 架 班 列 支 队 片 块 幅 条 口 眼 种 对 门 位 床 栋 幢 枚 根 盏 扇 棵 箱 站 店 村 校 单 笔 只 款 尾 羽 平台 集 堂 节 卷 组 路 桩 泊位 端口 机位 杆'.split(
      ' ',
    ),
};

/** Measure words ready for reading. */
export interface MeasureWords {
  readonly kinds: ReadonlyMap<string, MeasureKind>;
  /** What follows a figure in digits: scale, measure word and bound. */
  readonly tail: RegExp;
  /** A figure in Chinese numerals with its measure word. */
  readonly hanForm: RegExp;
}

/** Makes measure words ready for reading. */
export function measureWords(measures: Readonly<Record<MeasureKind, readonly string[]>>): MeasureWords {
  const kinds = new Map(
    measureKinds.flatMap((kind) => measures[kind].map((word): [string, MeasureKind] => [word, kind])),
  );
  const form = alternatives([...kinds.keys()]);
  return {
    kinds,
    tail: new RegExp(
      `([%‰])?(?:(?:-|~|至|到)(\\d{1,9}(?:\\.\\d{1,4})?))?(余|多)?(万亿|百万|千万|亿|万|千|百)?(余|多)?(${form})(余|多)?(?:(?:\\(含\\))?(及?以上|之上|左右|上下|以内|之内|及?以下|之下|内))?`,
      'y',
    ),
    hanForm: new RegExp(
      `(?<![一二两三四五六七八九十百千万亿第数上几近每双单])([一二两三四五六七八九十百千万]{1,6})(${form})(?:(及?以上|左右|以内|及?以下|内))?`,
      'g',
    ),
  };
}

const measureKinds: readonly MeasureKind[] = ['share', 'time', 'money', 'size', 'count'];

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
