import { Select } from 'antd';
import type { ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';
import { isPlainDate } from '../../../../domain/plain-date.ts';
import { endingNames, isDone, rowEndings } from '../../../../domain/task/ending/row-ending.ts';
import { DayField } from '../../../blocks/date/day-field.tsx';

interface RowEndingProps {
  readonly row: ReturnRowBody;
  readonly entry: RowEntryBody;
  readonly change: (changes: Partial<RowEntryBody>) => void;
}

/** The year's self-assessment 年终自评 of one row; what says that the row is done asks for its close-out too. */
export function RowEndingField({ row, entry: { ending: claimed }, change }: RowEndingProps) {
  const ending = claimed?.ending ?? null;
  const until = claimed?.until ?? null;
  const offered = rowEndings.filter(
    (each) => row.target !== null || (each !== 'exceeded' && each !== 'awaiting-statistics'),
  );
  const claim = (to: Required<RowEntryBody>['ending']): void => change({ ending: to, complete: isDone(to) });
  const choose = (chosen: (typeof rowEndings)[number]): void =>
    claim({ ending: chosen, until: isDone({ ending: chosen, until: null }) ? null : until });
  const name = `${row.taskId}-${row.subjectId}`;
  return (
    <>
      <label className="row-field" htmlFor={`ending-${name}`}>
        <span>年终自评</span>
        <Select
          id={`ending-${name}`}
          aria-label={`${row.title}：年终自评`}
          placeholder="请选择"
          value={ending}
          options={offered.map((value) => ({ value, label: endingNames[value] }))}
          onChange={choose}
        />
      </label>
      {ending === null || isDone({ ending, until: null }) ? null : (
        <label className="row-field" htmlFor={`until-${name}`}>
          <span>{ending === 'awaiting-statistics' ? '统计数据公布日期' : '预计完成日期'}</span>
          <DayField
            id={`until-${name}`}
            aria-label={`${row.title}：${ending === 'awaiting-statistics' ? '统计数据公布日期' : '预计完成日期'}`}
            value={until ?? ''}
            onChange={(day) => claim({ ending, until: isPlainDate(day) ? day : null })}
          />
          <span className="hint">
            {ending === 'unfinished' ? '自评未完成的，应写明存在问题和下一步举措。' : '日期须在今天以后。'}
          </span>
        </label>
      )}
    </>
  );
}
