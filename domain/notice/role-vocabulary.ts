/** What a unit is to a task; `other` has a word of its own. */
export type UnitRole = 'lead' | 'support' | 'responsible' | 'other';

/** What stands behind a label of a clause or over a column of a table. */
export type FieldKind = UnitRole | 'person' | 'time' | 'scope' | 'office';

/** Labels by what they announce. A new word of another city goes here and nowhere else. */
const labelWords: Readonly<Record<Exclude<FieldKind, 'office'>, readonly string[]>> = {
  lead: [
    '牵头单位',
    '牵头部门',
    '牵头责任单位',
    '牵头责任部门',
    '牵头负责单位',
    '牵头落实单位',
    '牵头机构',
    '主牵头单位',
    '总牵头单位',
    '牵头主体',
    '主办单位',
    '主办部门',
    '主责单位',
    '主责部门',
    '首要责任单位',
    '第一责任单位',
    '主要责任单位',
    '主要负责单位',
    '牵头处室',
    '牵头科室',
    '牵头股室',
    '牵头',
    '主办',
  ],
  support: [
    '配合单位',
    '配合部门',
    '配合责任单位',
    '责任配合单位',
    '参与单位',
    '参与部门',
    '参加单位',
    '参加部门',
    '参与责任单位',
    '协办单位',
    '协办部门',
    '协同单位',
    '协同部门',
    '协助单位',
    '协助部门',
    '协作单位',
    '支持单位',
    '联办单位',
    '会办单位',
    '配合处室',
    '配合科室',
    '协办科室',
    '协助配合单位',
    '协同配合单位',
    '配合',
    '协办',
    '参与',
  ],
  responsible: [
    '责任单位',
    '责任部门',
    '负责单位',
    '负责部门',
    '承办单位',
    '承办部门',
    '责任主体',
    '落实单位',
    '落实部门',
    '实施单位',
    '实施主体',
    '实施部门',
    '责任科室',
    '责任处室',
    '责任股室',
    '责任机构',
    '执行单位',
    '承担单位',
    '职责单位',
    '分工单位',
    '责任分工',
    '任务分工',
    '单位分工',
    '责任单位及分工',
    '落实责任单位',
    '具体责任单位',
    '具体落实单位',
    '工作责任单位',
    '完成单位',
    '职责分工',
    '承办科室',
    '负责科室',
  ],
  other: [
    '指导单位',
    '指导部门',
    '督导单位',
    '督查单位',
    '监督单位',
    '督办单位',
    '考核单位',
    '督导部门',
    '监督部门',
    '监管单位',
  ],
  person: [
    '责任领导',
    '分管领导',
    '牵头领导',
    '责任人',
    '第一责任人',
    '直接责任人',
    '具体责任人',
    '联系领导',
    '包联领导',
    '包抓领导',
    '挂钩领导',
    '挂点领导',
    '市领导',
    '区领导',
    '县领导',
    '市级领导',
    '县级领导',
    '区级领导',
    '负责人',
    '联系人',
    '牵头人',
    '经办人',
    '领导',
    '分管市领导',
    '分管副市长',
    '市责任领导',
    '区责任领导',
    '县责任领导',
    '部门责任人',
    '主要领导',
    '督办领导',
    '带班领导',
    '负责领导',
    '责任单位负责人',
    '责任单位责任人',
  ],
  time: [
    '完成时限',
    '时限要求',
    '完成时间',
    '时间要求',
    '办结时限',
    '时间节点',
    '完成期限',
    '时限',
    '推进时限',
    '进度安排',
    '计划完成时间',
    '时间安排',
    '实施时间',
    '工作时限',
    '完成节点',
    '进度要求',
    '时间进度',
    '办理时限',
    '落实时限',
    '整改时限',
    '期限',
    '实施期限',
    '完成时间节点',
    '进度时限',
    '推进时间',
    '时间',
    '责任时限',
    '工作进度',
    '预期完成时间',
    '拟完成时间',
    '节点要求',
  ],
  scope: ['适用范围', '实施范围', '适用区域', '适用对象', '适用地区', '实施区域', '适用领域'],
};

/** Every label with its kind, longest first, so that 牵头责任单位 is not read as 责任单位. */
export const labels: readonly (readonly [word: string, kind: FieldKind])[] = Object.entries(labelWords)
  .flatMap(([kind, words]) => words.map((word): [string, FieldKind] => [word, kind as FieldKind]))
  .toSorted(([one], [other]) => other.length - one.length);

const kindOfLabel: ReadonlyMap<string, FieldKind> = new Map(labels);

/** What the label announces, `null` for a word that is none; levels such as 市级 before it make no difference. */
export function labelKind(word: string): FieldKind | null {
  const bare = word.replace(/^(?:省|市|州|区|县|局|委)(?:级|直|内)?(?=..)/, '');
  return kindOfLabel.get(word) ?? kindOfLabel.get(bare) ?? null;
}

/** What a phrase such as 按职责分工负责 makes of the units before it. */
export type RolePhraseKind = UnitRole | 'shared' | 'plain';

const verbs: readonly (readonly [kind: RolePhraseKind, words: readonly string[]])[] = [
  [
    'lead',
    [
      '牵头负责',
      '牵头落实',
      '牵头组织',
      '牵头推进',
      '牵头实施',
      '牵头抓总',
      '牵头办理',
      '总牵头',
      '负总责',
      '牵头',
      '主办',
    ],
  ],
  [
    'support',
    [
      '配合落实',
      '配合实施',
      '配合推进',
      '配合做好',
      '配合负责',
      '配合完成',
      '支持配合',
      '协同配合',
      '参与配合',
      '配合',
      '协助落实',
      '协助',
      '协办',
      '参与落实',
      '参与',
      '参加',
      '协作',
    ],
  ],
  ['responsible', ['负责落实', '负责实施', '负责推进', '负责组织实施', '承办', '承担']],
  ['plain', ['负责']],
];

// These also stand inside names (监督管理局, 指导中心), so they count only at the end of a part.
const endVerbs: readonly string[] = [
  '落实推进',
  '推进落实',
  '组织实施',
  '抓好落实',
  '具体落实',
  '贯彻落实',
  '指导',
  '督导',
  '督促',
  '监督',
  '落实',
  '实施',
  '推进',
  '执行',
  '支持',
  '统筹',
  '协调',
];

const adverb =
  '(?:(?:按照?|根据|依照?|依据|结合)(?:各自|各|自身|本|部门|任务|工作|有关|相关)*(?:职责|职能|要求|实际|分工|权限|任务)(?:分工|要求|情况|职责|范围)*(?:内)?|共同|联合|分别|具体|统一|统筹|协同|密切|积极|认真|分工|抓好|做好|各自)';
const verbList = verbs.flatMap(([, words]) => words).toSorted((one, other) => other.length - one.length);

/** Finds a role phrase inside a part of a clause: its adverbs and its verb. */
export const rolePhrase = new RegExp(
  `(${adverb}{0,4})(?:(${verbList.join('|')})(?!单位|部门|责任|处室|科室|领导)|(${endVerbs.join('|')})(?=$))`,
);

/** Words of which a clause must hold at least one; a cheap first look. */
export const clauseHint = new RegExp(
  `牵头|负责|配合|协办|主办|协助|参与|承办|落实|指导|推进|实施|单位|部门|科室|处室|领导|责任|时限`,
);

/** Reads a verb as found by `rolePhrase`; 分工 before 负责 makes it a shared part. */
export function rolePhraseKind(adverbs: string, verb: string): RolePhraseKind {
  if (/职责|分工/.test(adverbs) && /^(?:负责|落实|推进|实施|抓好落实|贯彻落实|推进落实|组织实施)/.test(verb))
    return 'shared';
  return verbs.find(([, words]) => words.includes(verb))?.[0] ?? 'other';
}
