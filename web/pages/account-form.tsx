import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Field, FormValues } from '../blocks/form/field.ts';
import { FieldsForm } from '../blocks/form/fields-form.tsx';
import { LineControl } from '../blocks/form/line-control.tsx';
import { useSession } from '../session/use-session.ts';
import { passwordRule } from '../words/password-rule.ts';
import { type Problem, problemOf } from '../http/problem.ts';

interface AccountFormProps {
  /** What the page is for, before its fields. */
  readonly purpose: string;
  readonly name: string;
  readonly fields: readonly Field[];
  readonly submitLabel: string;
  readonly send: (values: FormValues) => Promise<unknown>;
}

const passwordFields: readonly Field[] = [
  { kind: 'line', name: 'password', label: '密码', required: true, isSecret: true, fill: 'new-password' },
  { kind: 'line', name: 'again', label: '再次输入密码', required: true, isSecret: true, fill: 'new-password' },
];

/** A form that ends in an account with a password, and then leads to the login. */
export function AccountForm({ purpose, name, fields, submitLabel, send }: AccountFormProps) {
  const { data: session } = useSession();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isDone, setDone] = useState(false);
  const submit = async ({ again: _again, ...values }: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      await send(values);
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  if (isDone) {
    return (
      <p role="status">
        账号已开通。<Link to="/login">去登录</Link>
      </p>
    );
  }
  return (
    <>
      <p>{purpose}</p>
      {session === undefined ? null : <p className="hint">密码：{passwordRule(session)}</p>}
      <FieldsForm
        name={name}
        fields={[...fields, ...passwordFields]}
        control={LineControl}
        submitLabel={submitLabel}
        isSending={isSending}
        problem={problem}
        check={({ password, again }) => (password === again ? {} : { again: '两次输入的密码不一致' })}
        onSubmit={(values) => void submit(values)}
      />
    </>
  );
}
