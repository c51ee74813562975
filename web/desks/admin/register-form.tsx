import { Button, Modal } from 'antd';
import { useState } from 'react';
import { FieldControl } from '../../blocks/form/field-control.tsx';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

/** Something that is written into the registry by a form. */
export interface RegisterFormProps {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly initial?: FormValues;
  readonly toEntries: (values: FormValues) => Readonly<Record<string, unknown>>;
}

/** A button that opens a form of the registry; all of what it says is registered, or nothing. */
export function RegisterForm({ label, fields, initial = {}, toEntries }: RegisterFormProps) {
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (values: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      await ask<'registerEntries'>('post', '/api/registry', { body: toEntries(values) });
      await readAnew('/api/registry');
      setOpen(false);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Modal open={isOpen} title={label} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <FieldsForm
          name={`register-${label}`}
          fields={fields}
          control={FieldControl}
          initial={initial}
          submitLabel="登记"
          isSending={isSending}
          problem={problem}
          onSubmit={(values) => void submit(values)}
        />
      </Modal>
    </>
  );
}
