import { QRCode } from 'antd';
import { useState } from 'react';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { LineControl } from '../../blocks/form/line-control.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

const password: readonly Field[] = [
  { kind: 'line', name: 'password', label: '密码', required: true, isSecret: true, fill: 'current-password' },
];
const code: readonly Field[] = [
  { kind: 'line', name: 'code', label: '动态口令（六位数字）', required: true, max: 6, fill: 'one-time-code' },
];

/** Switches the second factor on, in two steps, or off. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const [setup, setSetup] = useState<Answer<'beginSecondFactor'> | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  const turn = async (values: FormValues): Promise<void> => {
    if (!isOn) return setSetup(await ask<'beginSecondFactor'>('post', '/api/account/second-factor', { body: values }));
    await ask<'endSecondFactor'>('delete', '/api/account/second-factor', { body: values });
    await readAnew('/api/session');
  };
  const complete = async (values: FormValues): Promise<void> => {
    await ask<'completeSecondFactor'>('put', '/api/account/second-factor', { body: values });
    setSetup(null);
    await readAnew('/api/session');
  };
  const shared = { control: LineControl, isSending, problem };
  if (setup !== null) {
    return (
      <>
        <SetupKeys setup={setup} />
        <FieldsForm
          {...shared}
          key="code"
          name="second-factor-code"
          fields={code}
          submitLabel="核对并启用"
          onSubmit={(values) => void attempt(() => complete(values))}
        />
      </>
    );
  }
  return (
    <>
      <p>{isOn ? '已启用：登录时除密码外还须输入动态口令。' : '未启用。启用后，登录时除密码外还须输入动态口令。'}</p>
      <FieldsForm
        {...shared}
        key="password"
        name="second-factor-password"
        fields={password}
        submitLabel={isOn ? '停用' : '启用'}
        onSubmit={(values) => void attempt(() => turn(values))}
      />
    </>
  );
}

/** What goes into the authenticator, and what replaces it when the telephone is away. */
function SetupKeys({ setup }: { readonly setup: Answer<'beginSecondFactor'> }) {
  return (
    <>
      <p>用手机上的身份验证器应用扫描下面的二维码（不能扫描的，在应用中手工输入密钥），再输入应用显示的六位数字。</p>
      <QRCode value={setup.uri} type="svg" size={200} errorLevel="L" />
      <p>密钥：</p>
      <p>
        <code className="said">{secretOf(setup.uri)}</code>
      </p>
      <p>
        备用码（手机不在身边时代替动态口令，每个只能用一次，请抄写保存，以后不再显示）：{setup.backupCodes.join('　')}
      </p>
    </>
  );
}

function secretOf(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? uri;
}
