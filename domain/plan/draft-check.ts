import { RuleViolation } from '../errors.ts';
import { partyIds } from './plan-units.ts';
import type { ItemDraft, TaskDraft } from './task-draft.ts';

/** Everything that keeps a task of the breakdown from being issued, each fault in one Chinese sentence; empty where it is sound. */
export function draftFaults(draft: TaskDraft): readonly string[] {
  const faults: string[] = [];
  const parties = partyIds(draft);
  if (draft.title.trim() === '') faults.push('没有任务名称，请补填');
  if (draft.parties.length > parties.length) faults.push('同一单位重复列出，请只保留一处');
  if (!draft.parties.some(({ role }) => role === 'lead')) faults.push('没有牵头单位，请确定');
  const ids = draft.items.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('具体事项编号重复，请重新编号');
  return [...faults, ...draft.items.flatMap((item) => itemFaults(item, parties))];
}

/** Refuses a task that could not be issued, naming it and its first fault. */
export function assertSound(draft: TaskDraft): void {
  const [fault] = draftFaults(draft);
  if (fault !== undefined) throw new RuleViolation('task-unsound', `第${draft.number}项任务：${fault}`);
}

function itemFaults(item: ItemDraft, parties: readonly string[]): readonly string[] {
  const name = `具体事项“${item.title}”`;
  const faults: string[] = [];
  if (item.title.trim() === '') faults.push(`第${item.id}个具体事项没有名称，请补填`);
  if (item.unitId === null) faults.push(`${name}没有责任单位，请确定一个责任单位`);
  else if (!parties.includes(item.unitId)) faults.push(`${name}的责任单位不是本任务的参与单位，请先将其列入任务`);
  if ((item.kind === 'number') !== (item.target !== null)) faults.push(`${name}的类型与目标值不符，请核对`);
  if (item.target !== null && !Number.isFinite(item.target.value)) faults.push(`${name}的目标值不是有效数字，请更正`);
  return [...faults, ...shareFaults(item, name, parties)];
}

function shareFaults({ shares, target }: ItemDraft, name: string, parties: readonly string[]): readonly string[] {
  const units = shares.map(({ unitId }) => unitId);
  const faults: string[] = [];
  if (shares.length > 0 && target === null) faults.push(`${name}没有目标值，不能分解指标`);
  if (new Set(units).size < units.length) faults.push(`${name}的分解指标中同一单位重复，请合并`);
  if (units.some((unitId) => !parties.includes(unitId)))
    faults.push(`${name}的分解指标含有未参与本任务的单位，请先将其列入任务`);
  if (shares.some(({ value }) => !Number.isFinite(value) || value < 0))
    faults.push(`${name}的分解指标须为不小于零的数字，请更正`);
  return faults;
}
