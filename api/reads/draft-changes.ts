import { chineseDay } from '../../domain/plain-date.ts';
import type { ItemDraft, TaskDraft } from '../../domain/plan/task-draft.ts';
import type { TimelineEntryBody } from '../schemas/task.ts';

type Changes = TimelineEntryBody['changes'];
type UnitName = (unitId: string) => string;

/** What a new version of a task of the breakdown changed, before and after; every way in which the two differ is named. */
export function draftChanges(before: TaskDraft, after: TaskDraft, unitName: UnitName): Changes {
  return [
    ...changed('任务名称', before.title, after.title),
    ...changed('任务组', before.group, after.group),
    ...(['lead', 'support', 'district'] as const).flatMap((role) =>
      changed(roleNames[role], namedIn(before, role, unitName), namedIn(after, role, unitName)),
    ),
    ...changed('原文位置', placeText(before.span), placeText(after.span)),
    ...itemChanges(before, after, unitName),
    ...changed('承接上年', followsText(before), followsText(after)),
  ];
}

/** What is in a task that had not been in the breakdown. */
export function newDraftChanges(draft: TaskDraft, unitName: UnitName): Changes {
  return draftChanges({ ...draft, parties: [], items: [] }, draft, unitName);
}

/** What was in a task that is in the breakdown no longer. */
export function goneDraftChanges(draft: TaskDraft, unitName: UnitName): Changes {
  return draftChanges(draft, { ...draft, parties: [], items: [] }, unitName);
}

const roleNames = { lead: '牵头单位', support: '配合单位', district: '板块' } as const;
const commitmentNames = { binding: '刚性', striving: '力争', 'in-principle': '原则上' } as const;
const comparatorNames = { '=': '', '>=': '不少于', '>': '超过', '<=': '不超过', '<': '低于' } as const;

// An item keeps its number as long as it is on its task.
function itemChanges({ items: old }: TaskDraft, { items: now }: TaskDraft, unitName: UnitName): Changes {
  const added = now.filter(({ id }) => old.every((each) => each.id !== id));
  return [
    ...old.flatMap((item) => {
      const after = now.find(({ id }) => id === item.id);
      if (after === undefined) return changed(itemName(item), itemText(item, unitName), null);
      const [parts, laterParts] = [itemParts(item, unitName), itemParts(after, unitName)];
      return parts.flatMap(([what, text], place) =>
        changed(`${itemName(item)}的${what}`, text, laterParts[place]?.[1] ?? null),
      );
    }),
    ...added.flatMap((item) => changed(itemName(item), null, itemText(item, unitName))),
  ];
}

function itemName({ id, title }: ItemDraft): string {
  return `具体事项${id}“${title}”`;
}

/** Everything that can be changed about an item, always in the same order. */
function itemParts(item: ItemDraft, unitName: UnitName): readonly (readonly [what: string, text: string | null])[] {
  const { title, unitId, target, commitment, due, dueBasis, tracked, shares, span, quote } = item;
  const split = shares.map((share) => `${unitName(share.unitId)}${share.value}${target?.unit ?? ''}`).join('、');
  return [
    ['名称', title],
    ['责任单位', unitId === null ? '待定' : unitName(unitId)],
    ['目标', target === null ? '成果' : `${comparatorNames[target.comparator]}${target.value}${target.unit}`],
    ['约束程度', commitmentNames[commitment]],
    ['完成时限', `${chineseDay(due, true)}${dueBasis === 'stated' ? '（明确）' : '（推定）'}`],
    ['亮灯方式', tracked ? '只跟踪，不亮灯' : '正常亮灯'],
    ['分解指标', split === '' ? null : split],
    ['文件原文', span === null ? null : quote],
    ['承接', followsText(item)],
  ];
}

function itemText(item: ItemDraft, unitName: UnitName): string {
  return itemParts(item, unitName)
    .flatMap(([what, text]) => (text === null ? [] : [`${what}：${text}`]))
    .join('；');
}

function namedIn({ parties }: TaskDraft, role: keyof typeof roleNames, unitName: UnitName): string | null {
  const own = parties.filter((party) => party.role === role).toSorted((a, b) => a.order - b.order);
  return own.length === 0 ? null : own.map(({ unitId }) => unitName(unitId)).join('、');
}

function placeText([start, end]: TaskDraft['span']): string {
  return `第${start + 1}字至第${end}字`;
}

function followsText({ follows = [] }: Pick<TaskDraft, 'follows'>): string | null {
  return follows.length === 0 ? null : `承接上年${follows.length}项`;
}

function changed(what: string, before: string | null, after: string | null): Changes {
  return before === after ? [] : [{ what, before, after }];
}
