import { Radio, Select } from 'antd';
import { useReading } from '../../http/readings.ts';

/** What a plan is imported for: to be carried out, or to be rehearsed with simulated people. */
export interface Purpose {
  readonly clock: 'real' | 'stepped';
  readonly scenario: string | null;
}

interface ClockChoiceProps {
  readonly purpose: Purpose;
  readonly choose: (purpose: Purpose) => void;
}

/** The clock of a plan, which is chosen here and fixed for its life. */
export function ClockChoice({ purpose: { clock, scenario }, choose }: ClockChoiceProps) {
  const scenarios = useReading<'scenarios'>(clock === 'stepped' ? '/api/scenarios' : null);
  return (
    <>
      <div className="row-field">
        <span id="clock-label">用途</span>
        <Radio.Group
          aria-labelledby="clock-label"
          value={clock}
          onChange={({ target }) => choose({ clock: target.value === 'stepped' ? 'stepped' : 'real', scenario })}
        >
          <Radio value="real">正式办理（按真实时间）</Radio>
          <Radio value="stepped">演练（时间由办公室推进，邮件不出本系统）</Radio>
        </Radio.Group>
      </div>
      {clock === 'stepped' ? (
        <div className="row-field">
          <span>演练方案</span>
          <Select
            aria-label="演练方案"
            allowClear
            placeholder="平常的一年（各方也可由真人办理）"
            value={scenario}
            options={(scenarios.data?.scenarios ?? []).map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(chosen: string | null | undefined) => choose({ clock, scenario: chosen ?? null })}
          />
        </div>
      ) : null}
    </>
  );
}
