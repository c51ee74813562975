import { Checkbox, InputNumber, Select } from 'antd';
import { assertNever } from '../../../domain/errors.ts';
import { DayField } from '../date/day-field.tsx';
import type { Field } from './field.ts';
import { LineControl } from './line-control.tsx';
import { TextControl } from './text-control.tsx';

/** The control of a field. The form gives it value, change and id: hence whatever else comes is passed on. */
export function FieldControl({ field, ...given }: { readonly field: Field }) {
  switch (field.kind) {
    case 'line':
      return <LineControl {...given} field={field} />;
    case 'text':
      return <TextControl {...given} max={field.max ?? 2000} lines={field.lines ?? 3} />;
    case 'number':
      return (
        <InputNumber
          {...given}
          className="wide-field"
          {...(field.unit === undefined ? {} : { suffix: field.unit })}
          {...(field.least === undefined ? {} : { min: field.least })}
        />
      );
    case 'day':
      return <DayField {...given} {...(field.from === undefined ? {} : { near: field.from })} />;
    case 'choice':
      return (
        <Select
          {...given}
          options={[...field.choices]}
          allowClear={field.required !== true}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
        />
      );
    case 'choices':
      return (
        <Select
          {...given}
          mode="multiple"
          options={[...field.choices]}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
        />
      );
    case 'yes':
      return <Checkbox {...given}>{field.label}</Checkbox>;
    default:
      return assertNever(field);
  }
}
