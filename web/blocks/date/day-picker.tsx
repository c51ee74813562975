import { DatePicker } from 'antd';
import zhCN from 'antd/es/date-picker/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';

/** What the field of a day takes; a form gives value, change, id and what ties the field to its fault. */
export interface DayFieldProps {
  readonly id?: string;
  /** `YYYY-MM-DD`, empty without one. */
  readonly value?: string | undefined;
  readonly onChange?: (day: string) => void;
  /** The day at which the calendar opens while none is given. */
  readonly near?: string;
  readonly 'aria-label'?: string;
}

// The first is how a day is shown; the others may be typed as well.
const forms = [
  'YYYY年M月D日',
  'YYYY年MM月DD日',
  'YYYY-MM-DD',
  'YYYY-M-D',
  'YYYY/M/D',
  'YYYY/MM/DD',
  'YYYY.M.D',
  'YYYY.MM.DD',
  'YYYYMMDD',
];

// Year and month are called by what stands on their buttons.
const locale = { ...zhCN, lang: { ...zhCN.lang, yearSelect: '', monthSelect: '' } };

/** The calendar and the field of a day; `day-field.tsx` loads it where a day is asked for. */
export function DayPicker({ value, onChange, near, ...given }: DayFieldProps) {
  return (
    <DatePicker
      {...given}
      className="wide-field"
      locale={locale}
      format={forms}
      panelRender={(calendar) => (
        <div role="dialog" aria-label="选择日期">
          {calendar}
        </div>
      )}
      placeholder="如2022年8月22日"
      // “今天” of the machine is not the day of a plan that is being rehearsed.
      showNow={false}
      value={value === undefined || value === '' ? null : dayjs(value)}
      {...(near === undefined ? {} : { defaultPickerValue: dayjs(near) })}
      // Whoever deletes a day wants none: left alone, the field would put the last one back.
      onBlur={({ target }) => {
        if (target instanceof HTMLInputElement && target.value.trim() === '') onChange?.('');
      }}
      onChange={(day) => onChange?.(day?.isValid() === true ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
