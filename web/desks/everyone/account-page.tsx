import { useState } from 'react';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { LineControl } from '../../blocks/form/line-control.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import type { Session } from '../../session/session.ts';
import { useSession } from '../../session/use-session.ts';
import { passwordRule } from '../../words/password-rule.ts';
import { SecondFactor } from './second-factor.tsx';

/** The person's own account: password and second factor. */
export function AccountPage() {
  const session = useSession();
  return (
    <Reading of={session}>
      {(told) => (
        <>
          <p>
            {told.person?.name}
            {told.userName === null ? '' : `　用户名：${told.userName}`}
          </p>
          {told.userName === null ? (
            <p>您以演练人员的身份进入，没有密码，不需要修改密码或者启用动态口令。</p>
          ) : (
            <OwnLogin told={told} />
          )}
        </>
      )}
    </Reading>
  );
}

function OwnLogin({ told }: { readonly told: Session }) {
  const { passwordExpired, secondFactor } = told;
  return (
    <>
      {passwordExpired ? <p className="problem">密码已到期，请先修改密码。</p> : null}
      <section className="sheet">
        <h2>修改密码</h2>
        <p className="hint">{passwordRule(told)}</p>
        <PasswordForm />
      </section>
      <section className="sheet">
        <h2>动态口令</h2>
        <SecondFactor isOn={secondFactor} />
      </section>
    </>
  );
}

const fields: readonly Field[] = [
  { kind: 'line', name: 'current', label: '现密码', required: true, isSecret: true, fill: 'current-password' },
  { kind: 'line', name: 'next', label: '新密码', required: true, isSecret: true, fill: 'new-password' },
  { kind: 'line', name: 'again', label: '再次输入新密码', required: true, isSecret: true, fill: 'new-password' },
];

function PasswordForm() {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isDone, setDone] = useState(false);
  const submit = async ({ current, next }: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      await ask<'changePassword'>('post', '/api/account/password', { body: { current, next } });
      setDone(true);
      await readAnew('/api/session');
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  if (isDone) return <p role="status">密码已修改，其他设备上的登录已结束。</p>;
  return (
    <FieldsForm
      name="password"
      fields={fields}
      control={LineControl}
      submitLabel="修改密码"
      isSending={isSending}
      problem={problem}
      check={({ next, again }) => (next === again ? {} : { again: '两次输入的新密码不一致' })}
      onSubmit={(values) => void submit(values)}
    />
  );
}
