import { type DenseText, denseText, isBlank, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import { isBareHead } from './unit-vocabulary.ts';
import type { Words } from './words.ts';

const beginsName =
  /^(?:市|省|区|县|州|国家|中央|各|驻|中国|[\u4e00-\u9fa5]{2,12}(?:局|委|办|部|厅|院|署|会|科|处|室|股|站|队|中心|公司|集团|政府|银行|单位|部门|街道))/;

/**
 * The dense text of a clause or of a cell of units, in which a blank or a line end between two names has become 、:
 * several names of one cell stand on several lines, and a name may be broken by a line end as well.
 */
export function clauseText(source: SourceText, span: Span): DenseText {
  const dense = denseText(source, span);
  const cuts: number[] = [];
  for (let index = 1; index < dense.at.length; index += 1) {
    const at = dense.at[index] ?? 0;
    if (
      at > (dense.at[index - 1] ?? 0) + 1 &&
      isBlank(source.folded.charCodeAt(at - 1)) &&
      isNameBorder(source.words, dense.text, index)
    )
      cuts.push(index);
  }
  return cuts.length === 0 ? dense : withSeparators(dense, cuts);
}

function isNameBorder({ roles, units }: Words, text: string, index: number): boolean {
  const label = /^[\u4e00-\u9fa5]{2,10}(?=(?:\([^()]{0,60}\))?:)/.exec(text.slice(index, index + 76))?.[0];
  if (label !== undefined && roles.labelKind(label) !== null) return !/[,;。、:]/.test(text.charAt(index - 1));
  // 市 + 住房和城乡建设局 is one name that a line end has cut.
  const before =
    /[^、,;:。]{0,16}$/.exec(text.slice(Math.max(0, index - 16), index))?.[0].replace(/[*★▲△●☆#]+$/, '') ?? '';
  if (before.length < 3 || !/[\u4e00-\u9fa5)\]]$/.test(before) || !units.endsAsUnit(before)) return false;
  const after = text.slice(index, index + 24);
  return beginsName.test(after) && !isBareHead(/^[^、,;:。()[\]]*/.exec(after)?.[0] ?? '');
}

function withSeparators(dense: DenseText, cuts: readonly number[]): DenseText {
  const at = new Uint32Array(dense.at.length + cuts.length);
  const parts: string[] = [];
  let from = 0;
  cuts.forEach((cut, count) => {
    parts.push(dense.text.slice(from, cut), '、');
    at.set(dense.at.subarray(from, cut), from + count);
    // The separator stands on the blank before the name.
    at[cut + count] = (dense.at[cut] ?? 1) - 1;
    from = cut;
  });
  parts.push(dense.text.slice(from));
  at.set(dense.at.subarray(from), from + cuts.length);
  return { text: parts.join(''), at };
}
