/** What units usually do: words of the matter beside words of the unit's name. */
export type Business = readonly (readonly [matter: RegExp, unit: RegExp])[];

/** Which unit a matter usually belongs to, by words of the matter and words of the unit's name. A new word goes here. */
export const defaultBusiness: Business = [
  [/公路|高速|航道|港口|码头|客运|货运|智慧出行|公交|枢纽/, /交通|交运/],
  [/广电|文化|旅游|景区|图书馆|博物馆|非遗|文物|演艺/, /文广|文旅|文化|旅游|文体/],
  [/基站|双千兆|光纤|宽带|IPv6/, /通管|通信管理|通信发展/],
  [/农产品|农业|农村|乡村|粮食|高标准农田|种业|畜牧|渔业/, /农业农村|农牧|农林|农业/],
  [/医院|医疗|卫生|健康|医师|医生|疾控|中医|诊疗/, /卫健|卫生/],
  [/医保|参保|药品采购/, /医保|医疗保障/],
  [/学校|校园|幼儿园|学位|义务教育|职业教育/, /教育|教体/],
  [/保障房|老旧小区|建筑工|智慧工地|市政|住房|海绵城市/, /住建|住房|建设/],
  [/污染|空气质量|优良天数|断面|碳排放|生态环境/, /生态环境|环保/],
  [/水库|河道|用水|灌区|防洪|水利/, /水利|水务/],
  [/研发项目|高新技术企业|科技成果|技术合同|创新平台|实验室|科技型/, /科技|科学技术|科经/],
  [/技能|就业|创业担保|职称|社保|劳动/, /人社|人力社保|人力资源/],
  [/人才计划|人才引进|高层次人才/, /人才办|组织部|人社/],
  [/融资|授信|信贷|担保|贷款|上市公司|保险/, /金融|人民银行|人行/],
  [/核算|统计监测|入统|统计/, /统计/],
  [/退税|减税|纳税/, /税务/],
  [/知识产权|商标|专利|质量奖|食品安全|特种设备|市场主体/, /市场监管|市监|知识产权/],
  [/网络安全|网络综合治理|网信/, /网信/],
  [/政务服务|一件事|最多跑一次|审批服务/, /政务|行政审批|审批局/],
  [/公共数据|数据共享|数据开放|政务云/, /数据/],
  [/外贸|进出口|外资|电商|消费品零售|商贸|招商|跨境/, /商务|投促|投资促进/],
  [/智能制造|工业互联网|规上工业|示范工厂|上云|智改数转|技术改造|服务商/, /工信|经信|工业和信息化|科经/],
  [/安全生产|应急救援|防灾/, /应急/],
  [/养老|低保|社区服务|救助/, /民政/],
  [/绿化|造林|湿地|森林/, /林业|园林|自然资源/],
  [/用地|国土空间|不动产|自然资源/, /自然资源|国土|规划/],
  [/垃圾|城市管理|环卫|停车/, /城管|城市管理/],
  [/法治|调解|法律援助|公证/, /司法/],
  [/警务|治安|反诈/, /公安/],
  [/预算|财政资金|专项资金|专项债/, /财政/],
];

/** The units among `units` whose usual business `text` names, and whether it names any business at all. */
export function unitsByBusiness(
  business: Business,
  text: string,
  units: readonly string[],
): { readonly named: readonly string[]; readonly hasMatter: boolean } {
  const matters = business.filter(([matter]) => matter.test(text));
  return {
    named: units.filter((unit) => matters.some(([, name]) => name.test(unit))),
    hasMatter: matters.length > 0,
  };
}
