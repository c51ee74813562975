import type { BlanketRuleKind } from './notice-reading.ts';

/** What a part of a clause, or a sentence beside it, says for all following tasks; `null` where it speaks for its own task. */
export function ruleKindOf(text: string): BlanketRuleKind | null {
  if (/逗号(?:之)?前.{0,12}(?:牵头|主办|主责)/.test(text)) return 'before_first_comma_leads';
  if (firstNamed.test(text)) return 'first_named_leads';
  if (
    /[*★▲△●☆#].{0,10}(?:牵头|主办|主责)|(?:标|带|加|注)[^,;。]{0,4}(?:号|标记|符号).{0,8}(?:牵头|主办|主责)/.test(text)
  )
    return 'marked_leads';
  if (/(?:适用|实施)(?:范围|区域).{0,30}(?:下同|不再|以下)/.test(text)) return 'default_scope';
  if (makesResponsible(text)) return 'applies_to_all_following';
  if (
    /(?:以下|下列|其他|其余|各项|所有)[^。;]{0,10}(?:均|都|涉及|需|由)|不再(?:单独|逐一|一一|重复|另行)?(?:单列|列出|罗列|列明|列举|标注|注明|列)/.test(
      text,
    )
  ) {
    return 'applies_to_all_following';
  }
  return null;
}

/** 各县人民政府为各项任务的责任单位: parties that every task has, said once. */
export function makesResponsible(text: string): boolean {
  return (
    asResponsible.test(text) &&
    /(?:以上|以下|上述|下列|各项|所有|全部|每项)[^,。;]{0,4}(?:任务|事项|措施|工作)/.test(text)
  );
}

const asResponsible = /(?:均|都)?(?:为|是|作为)[^,。;]{0,10}(?:责任|落实|实施)(?:单位|主体)/;
const firstNamed =
  /(?:第一|首)(?:位|个|名|家|者|的).{0,10}(?:为|是|作为|负责|系)?(?:总)?(?:牵头|主办|主责)|(?:牵头|主办|主责)(?:单位|部门)(?:列|排)(?:在|于)?(?:第一|首)(?:位)?/;

/** Words that only carry a rule on: 下同, 不再单列. What the rule is stands in the part before them. */
export function isRuleTail(text: string): boolean {
  return /^(?:以?下(?:均)?同|下同|以下(?:均)?相同|不再.{0,4}列.{0,2}|以下不再.{0,6})$/.test(text);
}

/** The part of a rule that names its parties: what stands between its opening and its verb. */
export function partiesOfRule(text: string): { readonly start: number; readonly end: number } | null {
  const opening =
    /^(?:注[:]?)?(?:以上|以下|下列|上述|其他|其余|各项|所有|全部)?(?:各项|所有)?(?:工作|任务|事项|措施|条款|内容)*(?:均|都)?(?:需要|需|须|应|涉及|由|要|请|包括|含)?/.exec(
      text,
    )?.[0] ?? '';
  const rest = text.slice(opening.length);
  const verb = rest.search(/按(?:照)?|结合|落实|负责|配合|参与|抓好|推进|执行|组织|实施|共同|贯彻|[,。;]/);
  const named = makesResponsible(text) ? rest.search(asResponsible) : -1;
  if (named > 0) return { start: opening.length, end: opening.length + named };
  const end = verb === -1 ? text.length : opening.length + verb;
  return end > opening.length ? { start: opening.length, end } : null;
}
