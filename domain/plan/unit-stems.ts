/** Endings that a list of units leaves out or prints once for all (市发改、工信、财政部门), longest first. */
const endings = [
  '委员会',
  '办公室',
  '管理局',
  '部门',
  '单位',
  '系统',
  '局',
  '委',
  '办',
  '部',
  '厅',
  '院',
  '市',
  '县',
  '区',
];
const pluralEnding = /(?:部门|单位|系统)$/;
// The place that a full name begins with: 镇江市住房和城乡建设局.
const placeName = /^[^市县区]{2,3}[市县区]/;
const levelWord = /^(?:市委|省委|区委|县委|市|省|区|县|州)/;
const shortestStem = 2;

/** What is left of a registered name without its level and its ending: 发改 of 市发改委. */
export function stemsOfUnit(name: string): readonly string[] {
  const ending = endings.find((each) => name.endsWith(each));
  if (ending === undefined) return [];
  const stem = name.slice(0, -ending.length);
  return [...new Set([...withoutLevel(stem), ...withoutLevel(stem.replace(placeName, ''))])];
}

/** What a printed name can be the stem of; none where it has an ending of its own (卫健局), which says which unit is meant. */
export function stemsPrinted(name: string): readonly string[] {
  return withoutLevel(name.replace(pluralEnding, ''));
}

function withoutLevel(stem: string): readonly string[] {
  return [...new Set([stem, stem.replace(levelWord, '')])].filter(({ length }) => length >= shortestStem);
}
