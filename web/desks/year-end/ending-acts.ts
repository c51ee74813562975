import type { EndingLineBody } from '../../../api/schemas/ending.ts';
import { endingNames, rowEndings } from '../../../domain/task/ending/row-ending.ts';
import { type ActDefinition, type SentAct, numberOf, textOf } from '../../blocks/act/act-definition.ts';
import type { FormValues } from '../../blocks/form/field.ts';

/** The office's decision on one row, prefilled with what the unit claimed; one that differs gives its reason. */
export function endingAct({ taskId, subjectId, title, claimed, claimedUntil }: EndingLineBody): ActDefinition {
  const endingOf = (values: FormValues) => rowEndings.find((each) => each === textOf(values, 'ending')) ?? null;
  const needsDay = (values: FormValues): boolean =>
    ['continuing', 'unfinished', 'awaiting-statistics', 'carried-over'].includes(textOf(values, 'ending'));
  return {
    label: '确定',
    title: `确定“${title}”的办理结果`,
    needs: 'decideEndings',
    ...(claimed === null ? {} : { initial: { ending: claimed, until: claimedUntil } }),
    fields: [
      {
        kind: 'choice',
        name: 'ending',
        label: '办理结果',
        required: true,
        choices: rowEndings.map((value) => ({ value, label: endingNames[value] })),
      },
      { kind: 'day', name: 'until', label: '完成（或者数据发布）日期', when: needsDay },
      { kind: 'number', name: 'value', label: '统计数据', help: '统计数据已经发布的填写。' },
      { kind: 'text', name: 'reason', label: '理由', help: '与单位自评不同的，须说明理由。' },
    ],
    check: (values) =>
      endingOf(values) !== claimed && textOf(values, 'reason') === '' ? { reason: '与单位自评不同，请说明理由' } : {},
    toAct: (values) => {
      const ending = endingOf(values);
      if (ending === null) throw new Error('no ending was chosen');
      const until = needsDay(values) && textOf(values, 'until') !== '' ? textOf(values, 'until') : null;
      const row = { subjectId, ending, until, value: numberOf(values, 'value'), reason: textOf(values, 'reason') };
      return { type: 'decideEndings', taskId, rows: [row] };
    },
  };
}

/** Accepts what the units claimed, one act for each task. */
export function acceptedClaims(rows: readonly EndingLineBody[]): readonly SentAct[] {
  return [...Map.groupBy(rows, ({ taskId }) => taskId)].map(([taskId, ofTask]) => ({
    type: 'decideEndings',
    taskId,
    rows: ofTask.flatMap(({ subjectId, claimed, claimedUntil }) =>
      claimed === null ? [] : [{ subjectId, ending: claimed, until: claimedUntil, value: null, reason: '' }],
    ),
  }));
}
