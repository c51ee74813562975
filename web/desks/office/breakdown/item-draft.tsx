import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { chineseDay } from '../../../../domain/plain-date.ts';
import { ActButton } from '../../../blocks/act/act-button.tsx';
import { commitmentNames, targetText } from '../../../words/names.ts';
import { draftItemAct, dropItemAct } from './item-acts.ts';
import { PlaceButton } from './place-button.tsx';
import { shareAct, sumText } from './share-acts.ts';

type Task = BreakdownBody['tasks'][number];
type Item = Task['items'][number];

/** What a breakdown is shown with. */
export interface BreakdownView {
  readonly planId: string;
  readonly breakdown: BreakdownBody;
  /** Until the approval is asked for. */
  readonly isRevisable: boolean;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

interface ItemDraftProps extends BreakdownView {
  readonly task: Task;
  readonly item: Item;
  readonly names: Readonly<Record<string, string>>;
}

/** An item as it was read or written, with what can be changed about it. */
export function ItemDraft({ task, item, names, planId, breakdown, isRevisable, chosen, choose }: ItemDraftProps) {
  const sharing = shareAct(task, item, breakdown);
  const place = `${task.taskId}/${item.id}`;
  return (
    <li>
      {item.span === null ? (
        <span>{item.title}</span>
      ) : (
        <PlaceButton mark={`item/${place}`} chosen={chosen} choose={choose}>
          {item.title}
        </PlaceButton>
      )}
      <span className="hint"> {itemText(item, names)}</span>
      <Shares item={item} names={names} />
      {isRevisable ? (
        <span className="actions">
          <ActButton planId={planId} definition={draftItemAct(task, item, breakdown)} draft={`draft-item/${place}`} />
          {sharing === null ? null : <ActButton planId={planId} definition={sharing} draft={`share-item/${place}`} />}
          <ActButton planId={planId} definition={dropItemAct(task, item, breakdown)} draft={`drop-item/${place}`} />
        </span>
      ) : null}
    </li>
  );
}

function itemText({ unitId, commitment, target, due, dueBasis, tracked, span }: Item, names: ItemDraftProps['names']) {
  return [
    unitId === null ? '责任单位待定' : (names[unitId] ?? ''),
    commitmentNames[commitment],
    targetText(target) ?? '成果',
    `${chineseDay(due, true)}${dueBasis === 'stated' ? '（明确）' : '（推定）'}`,
    ...(tracked ? ['只跟踪'] : []),
    ...(span === null ? ['文件中无原文'] : []),
  ].join('，');
}

function Shares({ item: { shares, target }, names }: Pick<ItemDraftProps, 'item' | 'names'>) {
  if (shares.length === 0 || target === null) return null;
  const split = shares.map(({ unitId, value }) => `${names[unitId] ?? ''}${value}${target.unit}`).join('、');
  return (
    <p className="hint">
      分解指标：{split}（{sumText(shares, target)}）
    </p>
  );
}
