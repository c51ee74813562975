import { Button, Form } from 'antd';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import type { Problem } from '../../http/problem.ts';
import { ProblemNotice } from '../state/problem-notice.tsx';
import type { Field, FieldValue, FormValues } from './field.ts';

/** What the one form needs. */
export interface FieldsFormProps {
  /** Tells two forms of one page apart. */
  readonly name: string;
  readonly fields: readonly Field[];
  /** Draws a field's control: a page pays only for the kinds that it uses. */
  readonly control: ComponentType<{ readonly field: Field }>;
  readonly initial?: FormValues;
  readonly submitLabel: string;
  readonly isSending: boolean;
  readonly problem: Problem | null;
  /** Further faults that can be seen before sending, by field. */
  readonly check?: (values: FormValues) => Readonly<Record<string, string>>;
  readonly onChange?: (values: FormValues) => void;
  readonly onSubmit: (values: FormValues) => void;
  readonly more?: ReactNode;
}

/** The one form: labels, faults at their fields, and a refusal that leaves everything as it was typed. */
export function FieldsForm(props: FieldsFormProps) {
  const {
    name,
    fields,
    control,
    initial = {},
    submitLabel,
    isSending,
    problem,
    onChange,
    onSubmit,
    check,
    more,
  } = props;
  const [form] = Form.useForm<Record<string, FieldValue>>();
  const values: FormValues = Form.useWatch([], form) ?? initial;
  const shown = fields.filter(({ when }) => when === undefined || when(values));
  const atField = problem?.field !== null && shown.some((field) => field.name === problem?.field);
  useEffect(() => {
    if (problem === null || problem.field === null || !atField) return;
    form.setFields([{ name: problem.field, errors: [problem.text] }]);
    form.focusField(problem.field);
  }, [problem, atField, form]);

  const submit = (given: FormValues): void => {
    const faults = Object.entries(check?.(given) ?? {});
    if (faults.length === 0) return onSubmit(given);
    form.setFields(faults.map(([field, text]) => ({ name: field, errors: [text] })));
    form.focusField(faults[0]?.[0] ?? '');
  };
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      initialValues={initial}
      onFinish={submit}
      onValuesChange={(_changes, all) => onChange?.(all)}
      scrollToFirstError={{ focus: true }}
      requiredMark
      validateTrigger="onSubmit"
    >
      {shown.map((field) => (
        <FieldItem key={field.name} field={field} control={control} values={values} />
      ))}
      {problem === null || atField ? null : <ProblemNotice problem={problem} again={() => form.submit()} />}
      {more}
      <Form.Item className="form-actions">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {submitLabel}
        </Button>
      </Form.Item>
    </Form>
  );
}

interface FieldItemProps extends Pick<FieldsFormProps, 'control'> {
  readonly field: Field;
  readonly values: FormValues;
}

function FieldItem({ field, control: Control, values }: FieldItemProps) {
  const { name, label, help: said, kind } = field;
  const help = typeof said === 'function' ? said(values) : said;
  const required = field.required === true;
  return (
    <Form.Item
      name={name}
      {...(kind === 'yes' ? { valuePropName: 'checked' } : { label })}
      {...(help === undefined ? {} : { extra: help })}
      rules={[
        { required, message: `请填写“${label}”` },
        // What is only blanks would pass as filled in.
        ...(required && (kind === 'line' || kind === 'text')
          ? [{ whitespace: true, message: `请填写“${label}”` }]
          : []),
        ...(field.kind === 'day' ? [{ validator: async (_: unknown, day: unknown) => isWithin(field, day) }] : []),
      ]}
    >
      <Control field={field} />
    </Form.Item>
  );
}

// Loaded with the first form that asks for a day: the login knows no days.
async function isWithin(field: Extract<Field, { kind: 'day' }>, day: unknown): Promise<void> {
  const { assertWithin } = await import('../date/day-limits.ts');
  assertWithin(field, day);
}
