import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { Field, FormValues } from '../blocks/form/field.ts';
import { FieldsForm } from '../blocks/form/fields-form.tsx';
import { LineControl } from '../blocks/form/line-control.tsx';
import { type Problem, problemOf } from '../http/problem.ts';
import { readAnew } from '../http/readings.ts';
import { ask } from '../http/request.ts';
import { useSession } from '../session/use-session.ts';
import { useView } from '../start/address.ts';
import { OpenPage } from './open-page.tsx';
import { localAddress } from './local-address.ts';

// A real deployment has no such people, and loads nothing for them.
const DemoPeople = lazy(async () => ({ default: (await import('./demo-people.tsx')).DemoPeople }));

const nameAndPassword: readonly Field[] = [
  { kind: 'line', name: 'userName', label: '用户名', required: true, fill: 'username' },
  { kind: 'line', name: 'password', label: '密码', required: true, fill: 'current-password', isSecret: true },
];

const secondFactor: readonly Field[] = [
  {
    kind: 'line',
    name: 'code',
    label: '动态口令',
    required: true,
    fill: 'one-time-code',
    max: 11,
    help: '请输入身份验证器应用显示的六位数字；手机不在身边的，可以输入一个备用码。',
  },
];

/** The login: user name and password, and the second factor where the person has one. */
export function LoginPage() {
  const { view } = useView();
  const navigate = useNavigate();
  const session = useSession();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const arrive = async (): Promise<void> => {
    await readAnew();
    await navigate({ href: localAddress(view['to']), replace: true });
  };
  const submit = async (values: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      if (step === 'password') {
        const { secondFactorNeeded } = await ask<'signIn'>('post', '/api/session', { body: values });
        if (secondFactorNeeded) return setStep('code');
      } else await ask<'confirmSecondFactor'>('post', '/api/session/second-factor', { body: values });
      await arrive();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <OpenPage title="登录" heading="督办">
      <FieldsForm
        key={step}
        name={`login-${step}`}
        fields={step === 'password' ? nameAndPassword : secondFactor}
        control={LineControl}
        submitLabel="登录"
        isSending={isSending}
        problem={problem}
        onSubmit={(values) => void submit(values)}
      />
      {session.data?.needsFirstAdministrator === true ? (
        <p>
          <Link to="/first-administrator">首次使用：设立系统管理员</Link>
        </p>
      ) : null}
      {session.data?.hasDemonstration === true ? (
        <Suspense fallback={null}>
          <DemoPeople onArrived={() => void arrive()} />
        </Suspense>
      ) : null}
    </OpenPage>
  );
}
