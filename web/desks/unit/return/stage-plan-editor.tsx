import { Button, Input, InputNumber } from 'antd';
import type { ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';
import { isPlainDate } from '../../../../domain/plain-date.ts';
import { newActId } from '../../../blocks/act/act-id.ts';
import { DayField } from '../../../blocks/date/day-field.tsx';
import { CurvePicture } from './curve-picture.tsx';

type RowPlan = NonNullable<RowEntryBody['plan']>;

interface EditorProps {
  readonly row: ReturnRowBody;
  readonly plan: RowPlan | null;
  readonly change: (plan: RowPlan) => void;
}

const empty: RowPlan = { baseline: null, curve: [], milestones: [], statisticsOn: null };

/** The stage plan of one row: what was reached at issue and the curve of a number, the milestones of anything. */
export function StagePlanEditor({ row, plan, change }: EditorProps) {
  const present = plan ?? empty;
  return (
    <div className="row-fields">
      {row.kind === 'number' ? <NumberPlan row={row} plan={present} change={change} /> : null}
      <Milestones row={row} plan={present} change={change} />
    </div>
  );
}

interface PartProps {
  readonly row: ReturnRowBody;
  readonly plan: RowPlan;
  readonly change: (plan: RowPlan) => void;
}

function NumberPlan({ row, plan, change }: PartProps) {
  return (
    <>
      <label className="row-field">
        <span>交办时已完成的累计值{row.target === null ? '' : `（${row.target.unit}，目标${row.target.value}）`}</span>
        <InputNumber
          className="wide-field"
          aria-label={`${row.title}：交办时已完成的累计值`}
          value={plan.baseline}
          onChange={(baseline) => change({ ...plan, baseline })}
        />
      </label>
      <Curve row={row} plan={plan} change={change} />
      <label className="row-field" htmlFor={`statistics-${row.subjectId}`}>
        <span>年度统计数据公布日期（平时能够计数的不填）</span>
        <DayField
          id={`statistics-${row.subjectId}`}
          aria-label={`${row.title}：年度统计数据公布日期`}
          near={row.itemDue}
          value={plan.statisticsOn ?? ''}
          onChange={(day) => change({ ...plan, statisticsOn: isPlainDate(day) ? day : null })}
        />
      </label>
    </>
  );
}

function Curve({ row, plan, change }: PartProps) {
  const curve = (place: number, to: Partial<RowPlan['curve'][number]> | null): void =>
    change({
      ...plan,
      curve: plan.curve.flatMap((point, index) =>
        index !== place ? [point] : to === null ? [] : [{ ...point, ...to }],
      ),
    });
  return (
    <fieldset className="plan-part">
      <legend>进度曲线（不填即按时间均匀推进）</legend>
      {plan.curve.map((point, place) => (
        <div className="plan-line" key={place}>
          <DayField
            aria-label={`${row.title}：曲线第${place + 1}点的日期`}
            value={point.day}
            onChange={(day) => curve(place, isPlainDate(day) ? { day } : {})}
          />
          <InputNumber
            aria-label={`${row.title}：曲线第${place + 1}点的累计值`}
            value={point.value}
            onChange={(value) => curve(place, { value: value ?? 0 })}
          />
          <Button onClick={() => curve(place, null)} aria-label={`删除曲线第${place + 1}点`}>
            删除
          </Button>
        </div>
      ))}
      <Button
        onClick={() => change({ ...plan, curve: [...plan.curve, { day: row.itemDue, value: row.target?.value ?? 0 }] })}
      >
        增加一点
      </Button>
      <CurvePicture title={row.title} plan={plan} target={row.target?.value ?? null} due={row.itemDue} />
    </fieldset>
  );
}

function Milestones({ row, plan, change }: PartProps) {
  const milestone = (place: number, to: Partial<RowPlan['milestones'][number]> | null): void =>
    change({
      ...plan,
      milestones: plan.milestones.flatMap((one, index) =>
        index !== place ? [one] : to === null ? [] : [{ ...one, ...to }],
      ),
    });
  const add = (): void =>
    change({ ...plan, milestones: [...plan.milestones, { id: newActId(), title: '', due: row.itemDue }] });
  return (
    <fieldset className="plan-part">
      <legend>里程碑</legend>
      {plan.milestones.map(({ id, title, due }, place) => (
        <div className="plan-line" key={id}>
          <Input
            aria-label={`${row.title}：第${place + 1}个里程碑`}
            placeholder="到时完成什么"
            maxLength={200}
            value={title}
            onChange={({ target }) => milestone(place, { title: target.value })}
          />
          <DayField
            aria-label={`${row.title}：第${place + 1}个里程碑的时限`}
            value={due}
            onChange={(day) => milestone(place, isPlainDate(day) ? { due: day } : {})}
          />
          <Button onClick={() => milestone(place, null)} aria-label={`删除第${place + 1}个里程碑`}>
            删除
          </Button>
        </div>
      ))}
      <Button onClick={add}>增加里程碑</Button>
    </fieldset>
  );
}
