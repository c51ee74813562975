import type { PersonActor } from '../../../domain/actor.ts';
import { actor } from '../../store/plan/rehearsed-plan.ts';

const led = [
  '建设城市感知网络',
  '推进企业智能化改造',
  '培育软件产业',
  '发展工业互联网',
  '建设数据中心',
  '推进电子政务',
  '实施企业上云',
  '建设数字园区',
];
const supported = [
  '发展数字农业',
  '建设智慧交通',
  '发展智慧旅游',
  '推进智慧医疗',
  '建设智慧校园',
  '发展数字贸易',
  '推进智慧水利',
  '建设智慧社区',
  '推广数字化诊断',
];

/** A notice of seventeen tasks: 市工信局 leads eight and supports nine; the two targets of the preamble have no unit, and the second becomes its ninth item. */
export const smallNotice = [
  '2022年数字应用工作要点',
  '一、发展目标',
  '全年力争建成智慧工厂30家,新增星级上云企业90家。',
  '二、重点工作',
  '(一)数字应用',
  ...led.map((task, place) => `${place + 1}.${task}。年内新增示范项目${place + 11}个以上。(市工信局牵头,市发改委配合)`),
  ...supported.map(
    (task, place) => `${place + 9}.${task}。年内建成示范点${place + 5}个以上。(市发改委牵头,市工信局配合)`,
  ),
  '市数字经济工作领导小组',
  '2022年8月15日',
  '',
].join('\n');

/** Those of 市工信局, who have most to do in it. */
export const gongxinju: Readonly<Record<'officer' | 'writer' | 'head', PersonActor>> = {
  officer: actor('gongxinju-officer-a', 'officer', 'gongxinju'),
  writer: actor('gongxinju-writer', 'writer', 'gongxinju'),
  head: actor('gongxinju-head', 'head', 'gongxinju'),
};
