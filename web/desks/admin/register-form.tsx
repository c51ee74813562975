import { Button, Modal } from 'antd';
import { useState } from 'react';
import { FieldControl } from '../../blocks/form/field-control.tsx';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { useSending } from '../../blocks/act/use-sending.ts';
import { postEntries } from './post-entries.ts';

/** Something that is written into the registry by a form. */
export interface RegisterFormProps {
  readonly label: string;
  /** What it is about, where the page has a form of that label for each of many. */
  readonly title?: string;
  /** On the button that sends it. */
  readonly submitLabel?: string;
  readonly fields: readonly Field[];
  readonly initial?: FormValues;
  readonly check?: (values: FormValues) => Readonly<Record<string, string>>;
  readonly toEntries: (values: FormValues) => Readonly<Record<string, unknown>>;
}

/** A button that opens a form of the registry; all of what it says is registered, or nothing. */
export function RegisterForm(props: RegisterFormProps) {
  const { label, title = label, submitLabel = '登记', fields, initial = {}, check, toEntries } = props;
  const [isOpen, setOpen] = useState(false);
  const sending = useSending();
  const open = (): void => {
    sending.renew();
    setOpen(true);
  };
  const submit = async (values: FormValues): Promise<void> => {
    if (await sending.send((actId) => postEntries(actId, toEntries(values)))) setOpen(false);
  };
  return (
    <>
      <Button {...(title === label ? {} : { 'aria-label': title })} onClick={open}>
        {label}
      </Button>
      <Modal open={isOpen} title={title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <FieldsForm
          name={`register-${title}`}
          fields={fields}
          control={FieldControl}
          initial={initial}
          submitLabel={submitLabel}
          isSending={sending.phase === 'sending'}
          problem={sending.problem}
          {...(check === undefined ? {} : { check })}
          onSubmit={(values) => void submit(values)}
        />
      </Modal>
    </>
  );
}
