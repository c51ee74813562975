import { useState } from 'react';
import { textOf } from '../../blocks/act/act-definition.ts';
import type { FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { LineControl } from '../../blocks/form/line-control.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { ask } from '../../http/request.ts';

/** Sends one mail to see whether the channel works, and shows what the server answered. */
export function MailTestPage() {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, setResult] = useState<Answer<'testMail'> | null>(null);
  const submit = async (values: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    setResult(null);
    try {
      setResult(await ask<'testMail'>('post', '/api/registry/mail-test', { body: { to: textOf(values, 'to') } }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="sheet">
      <FieldsForm
        name="mail-test"
        fields={[{ kind: 'line', name: 'to', label: '试发到哪个邮箱', required: true }]}
        control={LineControl}
        submitLabel="试发"
        isSending={isSending}
        problem={problem}
        onSubmit={(values) => void submit(values)}
      />
      {result === null ? null : (
        <p role="status">
          {result.accepted ? '邮件服务器已接收' : '邮件服务器未接收'}：{result.answer}
        </p>
      )}
    </section>
  );
}
