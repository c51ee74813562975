import { alternatives } from './word-forms.ts';

/** What names of units end in: single characters keep the table short, words cover companies known by a bare name. */
export const defaultUnitEndings: readonly string[] = [
  ...'局委办部厅院署会行司处室所站队心团府区县市镇乡道门位关社校馆台园组班联党构网科股旗盟村方街线段厂港',
  '大学',
  '中学',
  '小学',
  '党校',
  '集团',
  '公司',
  '政府',
  '企业',
  '移动',
  '联通',
  '电信',
  '铁塔',
  '邮政',
  '电力',
  '供电',
  '机关',
  '地区',
  '地方',
  '基地',
  '平台',
  '主体',
  '机构',
  '单位',
  '部门',
  '中国石油',
  '中国石化',
  '管网',
  '广电',
  '银联',
  '海事',
  '兵团',
  '自治州',
  '各州',
  '全市',
  '全区',
  '全县',
  '指挥长',
  '专班',
  '支队',
  '总队',
  '大队',
  '中队',
  '日报',
  '单元',
];

/** Bare heads that need a name before them, so 和 before one does not begin a new name. */
const bareHeads =
  /^(?:人民政府|政府|管委会|党工委|党委|单位|部门|机构|办公室|管理局|管理委员会|分局|支局|地方|企业|街道|乡镇|支行|分行|公司|事业单位|直属机构|社会团体|工委|党组|园区|平台)(?:$|[和及])/;

/** Words for nobody in particular that stand after 等. */
export const generalTail =
  /^(?:[\u4e00-\u9fa5\d]{0,12}?)(?:部门|单位|机构|地方|地区|方面|企业|院校|高校|银行)(?:(?:和|及|、)(?:各)?(?:有关|相关)?(?:单位|部门|地方|机构|企业))?/;

/** A collective such as 各市 or 市各县, whose further members follow without 各. */
export const collectiveHead =
  /^(?:[\u4e00-\u9fa5]{0,6})各(?:有关|相关)?(?:省|市|州|县|区|旗|盟|乡|镇|乡镇|街道|县区|市县|地市)(?:\([^()]*\)|\[[^[\]]*\])?$/;
/** A further member of a collective, with the head that all of them share where it is the last one. */
export const collectiveMember =
  /^(?:自治区|直辖市|自治州|州|县|市|区|旗|乡|镇|乡镇|街道|县级市|林区|新区|园区|开发区)(?:\([^()]*\)|\[[^[\]]*\])?(?:人民政府|政府|党委政府|党委和政府|党委、政府|管委会|办事处|街道办事处|党工委和管委会|党委和人民政府|园区管委会|政府和管委会)?$/;

// 市场监管部门 begins with the word 市场, not with the level 市.
const administrativePrefix = /^(?:市(?!场)|省|区|县|州|盟|旗|国家|中央|全国|各|驻|国网|中国|自治区|省直|市直|镇|乡|团)/;

/** What stands in a cell that names nobody. */
export const nobody = /^[/\\\-.*~无略—]*$/;

const anybody =
  /^(?:企业|用人单位|医疗机构|学校|高校|个人|社会组织|平台企业|金融机构|中介机构|单位|机构|公司|银行|协会|村|社区|家庭|园区|平台)$/;
const notInNames = /[。?!:=]|的|不得|按照|通过|可以|应当|应该|必须|予以|给予|自行|自愿/;

/** Whether the name begins with the level it belongs to, so that it needs nothing from its neighbours. */
export function hasOwnPrefix(name: string): boolean {
  return administrativePrefix.test(name);
}

/** Whether `name` is a head such as 管委会 that cannot stand alone. */
export function isBareHead(name: string): boolean {
  return bareHeads.test(name);
}

/** The endings of names of units ready for reading. */
export interface UnitWords {
  /** Whether `name` ends as units do; brackets at its end are looked through. */
  readonly endsAsUnit: (name: string) => boolean;
  /** Whether `name` surely ends a name, so that 和 after it joins two: 文化广电 in 文化广电和旅游局 does not. */
  readonly endsNameSurely: (name: string) => boolean;
  /** Whether `name` can be the whole name of a unit, so a sentence in brackets is none. */
  readonly isUnitLike: (name: string) => boolean;
}

// 农业农村和乡村振兴局, 市场和质量监管局: a subject of work that ends as a unit would.
const halfName = /(?:农村|市场|园区|社区|城乡|城镇)$/;

/** Makes endings of names ready for reading. */
export function unitWords(endings: readonly string[]): UnitWords {
  const letters = new Set(endings.filter((ending) => ending.length === 1));
  const words = new RegExp(`(?:${alternatives(endings.filter((ending) => ending.length > 1))})$`);
  const endsAsUnit = (name: string) => {
    const bare = withoutTrailingBracket(name);
    return letters.has(bare.at(-1) ?? '') || words.test(bare);
  };
  return {
    endsAsUnit,
    endsNameSurely(name) {
      const bare = withoutTrailingBracket(name);
      if (halfName.test(bare) && !bare.startsWith('各')) return false;
      return letters.has(bare.at(-1) ?? '') || /(?:集团|公司|大学)$/.test(bare);
    },
    isUnitLike: (name) =>
      name.length >= 2 && name.length <= 48 && endsAsUnit(name) && !notInNames.test(name) && !anybody.test(name),
  };
}

function withoutTrailingBracket(name: string): string {
  return name.replace(/(?:\([^()]*\)|\[[^[\]]*\]|<[^<>]*>)$/, '');
}
