import { describe, expect, it } from 'vitest';
import { denseText, sourceText } from '../../../domain/notice/source-text.ts';
import { targetsIn } from '../../../domain/notice/targets.ts';
import { timePhrases } from '../../../domain/notice/time-phrases.ts';
import { defaultWords } from '../../../domain/notice/words.ts';

function figures(text: string): string[] {
  const source = sourceText(text);
  const dense = denseText(source, [0, text.length]);
  const times = timePhrases(dense.text, {
    planYear: 2023,
    isYearStated: true,
    issuedOn: null,
    isField: false,
    days: defaultWords.days,
  });
  return targetsIn(source, dense, times).map(
    ({ target }) => `${target.comparator} ${String(target.value)} ${target.unit}`,
  );
}

describe('a figure that the text commits to', () => {
  it.each([
    ['举办招聘会100场', ['= 100 场']],
    ['新建标准厂房20万平方米', ['= 20 万平方米']],
    ['征集技术需求40项以上', ['>= 40 项']],
    ['推出主题服务不少于30项', ['>= 30 项']],
    ['每个县至少建成1个中心', ['>= 1 个']],
    ['一般公共预算收入突破60亿元', ['> 60 亿元']],
    ['培育高新技术企业超40家', ['> 40 家']],
    ['居民消费价格指数控制在103.5以内', ['<= 103.5 ']],
    ['登记失业率控制在4%以内', ['<= 4 %']],
    ['用水总量不超过11.88亿立方米', ['<= 11.88 亿立方米']],
    ['实现地区生产总值增长7.5%左右', ['~ 7.5 %']],
    ['培训约1000名骨干', ['~ 1000 名']],
    ['招聘专业技术人员5至8名', ['range 5,8 名']],
    ['新增企业5—8家', ['range 5,8 家']],
    ['增加值占比提升一个百分点以上', ['>= 1 百分点']],
    ['建成百个示范社区，培育千家标杆企业，集聚万名人才', ['= 100 个', '= 1000 家', '= 10000 名']],
    ['新建三个产业园', ['= 3 个']],
    ['用水量、用能量比2015年分别下降24%、25%以上', ['>= 24,25 %']],
    ['培育领军企业10家、骨干企业20家，新锐企业30家', ['= 10 家', '= 20 家', '= 30 家']],
    ['增长10%以上、力争12%', ['>= 10 %', '= 12 %']],
    ['覆盖率从60%提高到80%', ['= 80 %']],
    ['办理时限由20个工作日压缩至5个工作日以内', ['<= 5 个工作日']],
    ['报告书14个工作日内、报告表7个工作日内完成审批', ['<= 14 个工作日', '<= 7 个工作日']],
    ['签约亿元项目120个，其中10亿元以上30个', ['= 120 个', '= 30 个']],
    ['归集数据1,200万条', ['= 1200 万条']],
    ['实现部门100%全覆盖', ['= 100 %']],
    ['预留30%的号源，其中专家号源不低于30%', ['= 30 %', '>= 30 %']],
    ['每年选拔资助不少于100名青年人才', ['>= 100 名']],
    ['力争引进20亿级项目不少于12个、50亿级项目不少于2个', ['>= 12 个', '>= 2 个']],
    ['推动城市路网建设，确保1000个重点项目完成投资2000亿元', ['= 1000 个', '= 2000 亿元']],
    ['新建口袋公园20个（其中主城区12个）', ['= 20 个', '= 12 个']],
    ['全年争取专项债券50亿元以上', ['>= 50 亿元']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('a figure that is no commitment', () => {
  it.each([
    '对获得认定的企业给予最高50万元奖励',
    '按不超过合同金额的30%给予补助',
    '对年登记数据产品达10个以上的，给予一次性奖励',
    '辖区范围内6亩以下（不含6亩）的土地使用转让手续',
    '形成一批年营业收入超千万的优质企业',
    '围绕制造业等4大类核心产业',
    '落实6类困难群体政策',
    '建设24小时政务服务超市',
    '推进5G网络与工业互联网融合',
    '抓好4A以上景区建设',
    '确保107国道、s361公路建成通车',
    '举办第七届创新大赛',
    '贯彻〔2020〕16号文件精神',
    '实施“千人百家”提升工程',
    '打造“10分钟办公生活圈”',
    '打造"100家企业"品牌',
    '融合12345热线',
    '万元国内生产总值用水量持续下降',
    '自领取资助起，服务期应不少于5年',
    '租住人才公寓可享受2年的租金支持',
    '已建成基站200个',
    '打造一批示范项目',
    '对获得一、二、三等奖的，分别给予25万元、10万元、3万元后补助',
    '建设“1+3”基金体系',
    '2023年培训计划',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('how firmly a figure is promised', () => {
  it.each([
    ['力争促成合作20项以上', '力争', false],
    ['争创示范工厂4家', '力争', false],
    ['力争培育企业40家，新增规上企业100家', '力争', false],
    ['促成合作20项以上', '刚性', true],
    ['专项资金原则上应安排50%以上', '原则上', true],
    ['力争培育40家，确保新增规上企业100家', '刚性', true],
  ])('%s: %s', (text, commitment, binding) => {
    const source = sourceText(text);
    const target = targetsIn(source, denseText(source, [0, text.length]), []).at(-1)?.target;
    expect(target).toMatchObject({ commitment, binding });
  });
});

describe('what is counted', () => {
  it.each([
    ['举办招聘会100场', 'count'],
    ['完成投资300亿元', 'amount'],
    ['增长8%以上', 'share'],
    ['实现部门100%全覆盖', 'coverage'],
    ['压缩至4个月以内', 'duration'],
  ])('%s is a %s', (text, kind) => {
    const source = sourceText(text);
    expect(targetsIn(source, denseText(source, [0, text.length]), [])[0]?.target.kind).toBe(kind);
  });
});
