import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';

function tasks(text: string): string[] {
  return readNotice(text).tasks.map(
    ({ parent, number, title, lead, support, responsible, deadline }) =>
      `${parent === undefined ? '' : `${parent}/`}${number}|${title}|${lead.join('、')}|${support.join('、')}|${responsible.join('、')}|${deadline}`,
  );
}

const headings = (text: string) => readNotice(text).headings.map((heading) => `${heading.level} ${heading.text}`);

describe('title, body and labelled lines below each other', () => {
  const text = [
    '关于印发《云州市2023年优化营商环境任务》的通知',
    '一、总体要求',
    '以企业需求为导向。2023年，力争经营主体总量达到85万户。',
    '二、重点任务',
    '（一）提升审批效率',
    '1、推行“一件事”改革',
    '年底前，推出主题服务不少于30项。',
    '牵头单位：市审批局',
    '责任单位：市监局、市税务局，',
    '各区县',
    '时限要求：2023年10月底前',
    '2、优化登记',
    '办理时限压缩至3个工作日。',
    '责任单位：市资源局牵头，市住建局按职责分工负责',
    '时限要求：持续推进',
    '三、保障措施',
    '（一）加强领导。各部门要高度重视。',
    '云州市人民政府办公室',
    '2023年3月15日',
  ].join('\n');

  it('makes one task of each number, with its limit', () => {
    expect(tasks(text)).toEqual([
      '1|推行“一件事”改革|市审批局||市监局、市税务局、各区县|2023-12-31',
      '2|优化登记|市资源局|市住建局||持续推进',
    ]);
  });

  it('takes the latest of a day in the text and a day in the field', () => {
    expect(readNotice(text).tasks[0]?.deadlines.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'due 2023-12-31',
      'field 2023-10-31',
    ]);
  });

  it('keeps safeguards and their numbers as headings, up to the first full stop', () => {
    expect(headings(text)).toEqual([
      '1 一、总体要求',
      '1 二、重点任务',
      '2 （一）提升审批效率',
      '1 三、保障措施',
      '2 （一）加强领导。',
    ]);
  });

  it('gives the goal to the plan, and the closing lines to nobody', () => {
    const reading = readNotice(text);
    expect(reading.planTargets.map(({ value, unit }) => `${String(value)}${unit}`)).toEqual(['85万户']);
    expect(text.slice(...(reading.tasks[1]?.span ?? [0, 0]))).toMatch(/时限要求：持续推进$/);
  });
});

describe('a headed task with measures of its own', () => {
  const text = [
    '一、建设园区（牵头单位：市工信局）',
    '具体措施：',
    '1.编制规划，2022年6月底前印发。（责任单位：市发改委）',
    '2.新建厂房20万平方米。（责任单位：*市住建局、市财政局。标*的为牵头单位，下同）',
    '二、扩大投资（牵头单位：市发改委）',
    '具体措施：',
    '1.完成投资300亿元。（责任单位：市发改委、*市重点中心）',
  ].join('\n');

  it('are all tasks, and each measure knows its task', () => {
    expect(tasks(text)).toEqual([
      '一|建设园区|市工信局|||null',
      '一/1|编制规划，2022年6月底前印发|||市发改委|2022-06-30',
      '一/2|新建厂房20万平方米|市住建局|市财政局||null',
      '二|扩大投资|市发改委|||null',
      '二/1|完成投资300亿元|市重点中心|市发改委||null',
    ]);
  });
});

describe('blocks with a name instead of a number', () => {
  it('are tasks without a number below their heading', () => {
    const text =
      '（一）实施提升行动\n“品牌”培育工程：新增精品5个。（市监局牵头，各县配合）\n“领航”工程：制定标准20项。（市监局负责）\n（二）推进转型\n1.分行业改造。组织诊断300家。（市工信局负责）';
    expect(tasks(text)).toEqual([
      '一/|“品牌”培育工程|市监局|各县||null',
      '一/|“领航”工程|||市监局|null',
      '1|分行业改造|||市工信局|null',
    ]);
    expect(headings(text)).toEqual(['1 （一）实施提升行动', '1 （二）推进转型']);
  });
});

describe('parts of one item', () => {
  it('(1), (2) under one clause belong to the item', () => {
    const text =
      '1.推进改造。\n（1）组织诊断300家；\n（2）建设车间10个。（市工信局、市科技局按职责分工负责）\n2.鼓励上云。新增企业200家。（市数据局负责）';
    expect(tasks(text)).toEqual(['1|推进改造|||市工信局、市科技局|null', '2|鼓励上云|||市数据局|null']);
    expect(readNotice(text).tasks[0]?.targets).toHaveLength(2);
    expect(readNotice(text).headings).toEqual([]);
  });

  it('several clauses in one item are put together, each name once under each role', () => {
    const text =
      '（一）创新服务。鼓励创新。（责任单位：市甲办、市乙局。列首位的为牵头单位，下同）支持基金。（责任单位：市乙局、市甲办、市丙委）\n（二）强化支持。加大投放。（责任单位：市乙局）';
    expect(tasks(text)).toEqual([
      '一|创新服务|市甲办、市乙局|市乙局、市甲办、市丙委||null',
      '二|强化支持|市乙局|||null',
    ]);
  });
});

describe('numbered parts under one clause', () => {
  const text =
    '（一）加快建设\n1.编制规划。\n2.新建道路5条。（市住建局牵头，市财政局配合）\n（二）加强管理\n1.完善制度。\n2.开展检查3次。（市城管局负责）';

  it('are one task where in the whole notice only the last of each group has a clause', () => {
    expect(tasks(text)).toEqual(['一|加快建设|市住建局|市财政局||null', '二|加强管理|||市城管局|null']);
  });

  it('are tasks of their own where others of their kind have clauses', () => {
    const mixed = text.replace('1.完善制度。', '1.完善制度。（市司法局负责）');
    expect(tasks(mixed).map((task) => task.slice(0, 6))).toEqual(['2|新建道路', '1|完善制度', '2|开展检查']);
  });
});

describe('a text taken from a printed page', () => {
  it('is read like one with whole paragraphs: a full line breaks no sentence and ends no name', () => {
    const paragraphs = [
      '一、加快推进全市现代化基础设施体系建设和重点项目谋划实施工作',
      '1.推进城市道路建设。加快完善城市路网结构，打通断头路，全年新建改建城市道路二十条以上，完成投资30亿元，力争新增停车泊位5000个，有效缓解中心城区停车难题。（市住房和城乡建设局牵头，市自然资源和规划局、市财政局、各区人民政府配合）',
      '2.推进农村公路建设。统筹推进农村公路新建改造和养护管理，2023年10月底前完成新建农村公路200公里，改造危桥15座，推动农村客运公交化运营。（市交通运输局牵头，市农业农村局、市财政局等按职责分工负责）',
      '3.推进老旧小区改造。坚持因地制宜、分类施策，全年完成老旧小区改造120个，惠及居民3.5万户，同步推进加装电梯、停车设施和适老化改造，健全长效管理机制。（市住房和城乡建设局牵头，各区人民政府配合）',
    ];
    const printed = paragraphs.flatMap((paragraph) => `　　${paragraph}`.match(/.{1,28}/g) ?? []).join('\n');
    const facts = (notice: string) =>
      readNotice(notice).tasks.map(({ number, title, lead, support, deadline, targets }) => ({
        number,
        title,
        lead,
        support,
        deadline,
        figures: targets.map(({ value, unit }) => `${String(value)}${unit}`),
      }));
    expect(facts(printed)).toEqual(facts(paragraphs.join('\n')));
    expect(facts(printed)[0]).toMatchObject({ title: '推进城市道路建设', figures: ['20条', '30亿元', '5000个'] });
  });
});

describe('a cover notice with numbers of its own', () => {
  const text = [
    '云州市人民政府办公室关于印发2020年重点工作分解的通知',
    '云政办〔2020〕12号',
    '各县人民政府：',
    '一、压实责任。各单位要制订方案。',
    '二、责任分解中，列第一位的责任单位为牵头单位。',
    '云州市人民政府办公室',
    '2020年1月17日',
    '总体目标',
    '1．生产总值增长7%左右。',
    '责任单位：市发展改革委、市统计局',
    '产业升级',
    '2．实施技改项目300项。',
    '责任单位：市工业和信息化局、市科技局等',
  ].join('\n');

  it('can say who leads in the plan that it covers', () => {
    expect(readNotice(text).blanketRules.map(({ kind }) => kind)).toEqual(['first_named_leads']);
    expect(tasks(text)).toEqual([
      '1|生产总值增长7%左右|市发展改革委|市统计局||null',
      '2|实施技改项目300项|市工业和信息化局|市科技局||null',
    ]);
  });

  it('leaves the lines without numbers over the tasks that follow them', () => {
    expect(readNotice(text).tasks.map(({ section }) => section)).toEqual(['总体目标', '产业升级']);
  });
});

describe('paragraphs without numbers', () => {
  const text = [
    '滨江区2021年责任清单',
    '经济发展',
    '一般公共预算收入突破60亿元。（区发改局牵头，区统计局参与）',
    '全年引进亿元以上项目20个。（区投促局牵头）',
    '城市更新',
    '完成滨河路改造，10月建成通车。（区住建局负责）',
  ].join('\n');

  it('are tasks below the lines that stand over them', () => {
    expect(tasks(text)).toEqual([
      '|一般公共预算收入突破60亿元|区发改局|区统计局||null',
      '|全年引进亿元以上项目20个|区投促局|||null',
      '|完成滨河路改造，10月建成通车|||区住建局|2021-10-31',
    ]);
    expect(headings(text)).toEqual(['1 经济发展', '1 城市更新']);
  });
});

describe('a text in one line', () => {
  it('is read like any other, and its closing words belong to no task', () => {
    const text =
      '现提出以下意见。一、提升便利度（一）优化流程。推进审批。2020年底前纳入平台。（甲部牵头，国务院相关部门及各地区按职责分工负责）（二）压减材料。精简。（乙部、丙部等国务院相关部门按职责分工负责）各地区要认真落实，落实情况年底前报国务院。国务院办公厅2020年7月15日';
    expect(tasks(text)).toEqual([
      '一|优化流程|甲部|国务院相关部门、各地区||2020-12-31',
      '二|压减材料|||乙部、丙部|null',
    ]);
    expect(readNotice(text).tasks.map(({ openEnded }) => openEnded)).toEqual([false, true]);
  });
});

describe('a line without a number between numbered items', () => {
  it('is a heading one level below', () => {
    const text =
      '一、主要目标\n1.生产总值增长8%以上。(责任领导:张三;牵头单位:区发改局)\n二、主要工作\n(一)做强引擎\n加强设施建设\n2.启动道路建设。(责任领导:李四;牵头单位:区交通局)';
    expect(headings(text)).toEqual(['1 一、主要目标', '1 二、主要工作', '2 (一)做强引擎', '3 加强设施建设']);
    expect(readNotice(text).tasks[1]?.sectionPath).toEqual(['二、主要工作', '(一)做强引擎', '加强设施建设']);
    expect(readNotice(text).tasks[1]?.persons).toEqual([{ role: '责任领导', name: '李四' }]);
  });
});

describe('what looks like plan and is in no task', () => {
  it('is listed with a reason', () => {
    const text =
      '一、重点任务\n1.推进改造。新增车间10个。（市工信局负责）\n二、有关要求\n各单位要高度重视，工作总结12月20日前报市政府。';
    expect(readNotice(text).unread).toMatchObject([
      { text: '各单位要高度重视，工作总结12月20日前报市政府。', reason: expect.stringContaining('完成时限') },
    ]);
  });

  it('does not list when the notice itself comes into force', () => {
    expect(
      readNotice('1.推进改造。（市工信局负责）\n本意见自2026年5月21日起施行，有效期至2028年12月31日。').unread,
    ).toEqual([]);
  });
});
