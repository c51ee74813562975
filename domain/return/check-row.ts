import { assertNever, RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { endingFault } from '../task/ending/ending-fault.ts';
import { isDone } from '../task/ending/row-ending.ts';
import { isCeiling } from '../task/row-verdict.ts';
import type { ObligationKind, RowText, SubmittedRow } from '../task/task-state.ts';
import { assertStagePlan } from './check-stage-plan.ts';
import type { ReturnMoment } from './moment.ts';
import type { ReturnRow } from './return-state.ts';
import { rowName } from './row-name.ts';

/** How many files 佐证材料 one row may have. */
export const mostEvidence = 5;

// Bounds every text, so that one row cannot fill a table or a mail; far above what the notice's kind of report needs.
const generalTextLimit = 2_000;

/** Refuses an entry that says something wrong; what is merely missing yet may be saved and is asked for before submission. */
export function assertRow(row: ReturnRow, entry: SubmittedRow, kind: ObligationKind, moment: ReturnMoment): void {
  const refuse = refusalOf(row);
  if (entry.value !== null && !Number.isFinite(entry.value)) refuse('value-not-finite', '的数值不是有效数字，请更正');
  assertMilestonesDone(row, entry);
  assertTexts(row, entry, moment);
  assertEvidence(row, entry);
  if (kind !== 'stage-plan' && entry.plan !== null) refuse('plan-not-expected', '不在阶段计划填报中，不能填写阶段计划');
  switch (kind) {
    case 'stage-plan':
      assertSilent(row, entry);
      return assertStagePlan(row, entry.plan);
    case 'contribution':
      return assertSilent(row, entry);
    case 'progress':
      if (entry.value !== null && row.subject.kind !== 'number') {
        refuse('value-not-expected', '没有数量目标，请勿填写数值，改用文字说明进展');
      }
      assertEnding(row, entry);
      return assertRising(row, entry);
    case 'district-figures':
      return assertRising(row, entry);
    default:
      return assertNever(kind);
  }
}

/** What still keeps a saved row from being submitted, as the end of a sentence; null where nothing does. */
export function rowGap(row: ReturnRow, kind: ObligationKind, moment: ReturnMoment): string | null {
  const { entry, subject } = row;
  if (entry === null) return '尚未填写';
  const isAwaited = subject.statisticsOn !== null && dayOf(moment.at) < subject.statisticsOn;
  const needsValue = kind === 'district-figures' || (kind === 'progress' && subject.kind === 'number' && !isAwaited);
  if (needsValue && entry.value === null) return '尚未填写累计完成值';
  if (kind !== 'progress') return null;
  return entry.texts.done === undefined ? '尚未填写进展情况' : endingGap(row, entry, moment);
}

// What the row says of its year must fit its figures; that it says nothing yet is a gap, and only before the submission.
function assertEnding(row: ReturnRow, { ending }: SubmittedRow): void {
  if (ending === undefined || row.subject.asksEnding === true) return;
  refusalOf(row)('ending-not-expected', '不是本年度最后一个季度的报送，请勿填报年终自评');
}

function endingGap(
  { subject }: ReturnRow,
  { ending, value, complete, texts }: SubmittedRow,
  { at }: ReturnMoment,
): string | null {
  if (subject.asksEnding !== true) return null;
  if (ending === undefined) return '尚未填写年终自评';
  const fault = endingFault(ending, { subject, value, on: dayOf(at) });
  if (fault !== null) return fault;
  if (isDone(ending) !== complete) return '是否完成与年终自评不一致';
  if (ending.ending !== 'unfinished') return null;
  return texts.problem === undefined || texts.next === undefined ? '自评未完成，应写明存在问题及下一步举措' : null;
}

function assertRising(row: ReturnRow, entry: SubmittedRow): void {
  const { previousValue, subject } = row;
  if (entry.value === null || previousValue === null || entry.texts.reason !== undefined) return;
  const { target } = subject;
  if ((target !== null && isCeiling(target)) || entry.value >= previousValue) return;
  refusalOf(row)('reason-missing', `的累计完成值${entry.value}低于上次的${previousValue}，请填写理由`);
}

function assertSilent(row: ReturnRow, entry: SubmittedRow): void {
  if (entry.value === null && entry.milestonesDone.length === 0 && !entry.complete) return;
  refusalOf(row)('progress-not-expected', '此处只填计划或配合情况，进展请在季度进展情况表中填报');
}

function assertMilestonesDone(row: ReturnRow, { milestonesDone }: SubmittedRow): void {
  const isKnown = milestonesDone.every((id) => row.subject.milestoneIds.includes(id));
  if (isKnown && new Set(milestonesDone).size === milestonesDone.length) return;
  refusalOf(row)('milestone-unknown', '所选里程碑不在已审核的阶段计划中或者重复，请重新选择');
}

function assertTexts(row: ReturnRow, { texts }: SubmittedRow, { characters }: ReturnMoment): void {
  const names: readonly RowText[] = ['done', 'problem', 'next', 'reason'];
  const lengths = names.flatMap((name) => {
    const contentId = texts[name]?.contentId;
    return contentId === undefined ? [] : [lengthOf(contentId, characters)];
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (row.textLimit !== null && total > row.textLimit) {
    refusalOf(row)('text-too-long', `的文字共${total}字，超过${row.textLimit}字的上限，请精简后提交`);
  }
  const longest = Math.max(0, ...lengths);
  if (longest > generalTextLimit) {
    refusalOf(row)('text-too-long', `的一段文字有${longest}字，超过${generalTextLimit}字的上限，请精简后提交`);
  }
}

function assertEvidence(row: ReturnRow, { evidence = [] }: SubmittedRow): void {
  const ids = new Set(evidence.map(({ evidenceId }) => evidenceId));
  if (ids.size < evidence.length) refusalOf(row)('evidence-twice', '的佐证材料重复，请刷新后重新提交');
  if (ids.size > mostEvidence) {
    refusalOf(row)('evidence-too-many', `的佐证材料有${ids.size}个，至多${mostEvidence}个，请合并或删减后提交`);
  }
}

function lengthOf(contentId: string, characters: Readonly<Record<string, number>>): number {
  const length = characters[contentId];
  if (length === undefined) throw new Error(`nobody counted the characters of the text ${contentId}`);
  return length;
}

function refusalOf(row: ReturnRow): (code: string, ending: string) => never {
  return (code, ending) => {
    throw new RuleViolation(code, `${rowName(row)}${ending}`);
  };
}
