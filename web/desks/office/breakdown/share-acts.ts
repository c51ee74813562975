import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { type ActDefinition, numberOf, textOf } from '../../../blocks/act/act-definition.ts';
import { type Field, type FormValues, listOf } from '../../../blocks/form/field.ts';
import { targetText } from '../../../words/names.ts';
import { reasonField } from './task-acts.ts';

type Task = BreakdownBody['tasks'][number];
type Item = Task['items'][number];
type Share = Item['shares'][number];

/** Dividing the target of an item over districts or other units 分解指标; null where it has no number. */
export function shareAct(task: Task, item: Item, { draftVersion, units }: BreakdownBody): ActDefinition | null {
  const { target, shares } = item;
  if (target === null) return null;
  const own = units.filter(({ unitId }) => task.parties.some((party) => party.unitId === unitId));
  const districts = task.parties.filter(({ role }) => role === 'district').map(({ unitId }) => unitId);
  const holders = shares.length > 0 ? shares.map(({ unitId }) => unitId) : districts;
  const { title, unitId, commitment, due, dueBasis, tracked } = item;
  return {
    label: '分解指标',
    title: `分解“${title}”的目标（${targetText(target)}）`,
    needs: 'reviseTask',
    fields: [
      {
        kind: 'choices',
        name: 'holders',
        label: '分解到的单位（不分解的留空）',
        choices: own.map((unit) => ({ value: unit.unitId, label: unit.name })),
        help: '只列本任务的单位；其他单位请先用“修改任务”列入。',
      },
      ...own.map((unit): Field => ({
        kind: 'number',
        name: valueName(unit.unitId),
        label: unit.name,
        required: true,
        unit: target.unit,
        least: 0,
        when: (values) => listOf(values, 'holders').includes(unit.unitId),
      })),
      {
        kind: 'yes',
        name: 'addsUp',
        label: '各单位指标之和应等于目标值（各自达到同一比例的目标不勾选）',
        help: (values) => sumText(sharesIn(values), target),
        when: (values) => listOf(values, 'holders').length > 0,
      },
      reasonField,
    ],
    initial: {
      holders,
      ...Object.fromEntries(shares.map((share) => [valueName(share.unitId), share.value])),
      addsUp: shares.length > 0 ? sumOf(shares) === target.value : !target.unit.includes('%'),
    },
    check: (values) => {
      const said = sharesIn(values);
      const differs = values['addsUp'] === true && said.length > 0 && sumOf(said) !== target.value;
      return differs ? { addsUp: `${sumText(said, target)}，请核对各单位的数值；确不相加的，取消勾选` } : {};
    },
    toAct: (values) => ({
      type: 'draftItem',
      taskNumber: task.number,
      draftVersion,
      itemId: item.id,
      item: { title, unitId, target, commitment, due, dueBasis, tracked, shares: [...sharesIn(values)] },
      reason: textOf(values, 'reason'),
    }),
  };
}

/** `合计85个，目标值90个，相差5个`: shares of a target against it. */
export function sumText(shares: readonly Share[], target: NonNullable<Item['target']>): string {
  const { value, unit } = target;
  const sum = sumOf(shares);
  const difference = rounded(Math.abs(value - sum));
  return `合计${sum}${unit}，目标值${value}${unit}，${difference === 0 ? '两者相等' : `相差${difference}${unit}`}`;
}

function sharesIn(values: FormValues): readonly Share[] {
  return listOf(values, 'holders').map((unitId) => ({ unitId, value: numberOf(values, valueName(unitId)) ?? 0 }));
}

function valueName(unitId: string): string {
  return `share-${unitId}`;
}

function sumOf(shares: readonly Share[]): number {
  return rounded(shares.reduce((sum, { value }) => sum + value, 0));
}

// 0.1 + 0.2 is no other number than 0.3 to a clerk.
function rounded(value: number): number {
  return Number(value.toFixed(9));
}
