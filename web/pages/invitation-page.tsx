import type { Field } from '../blocks/form/field.ts';
import { ask } from '../http/request.ts';
import { usePart } from '../start/address.ts';
import { AccountForm } from './account-form.tsx';
import { OpenPage } from './open-page.tsx';

const fields: readonly Field[] = [
  { kind: 'line', name: 'userName', label: '用户名', required: true, fill: 'username' },
];

/** Whoever was invited chooses a user name and a password. */
export function InvitationPage() {
  const token = usePart('token') ?? '';
  return (
    <OpenPage title="开通账号" heading="开通账号">
      <AccountForm
        purpose="请自行设置用户名和密码，以后凭此登录。原来有账号的，以本次设置的为准。"
        name="invitation"
        fields={fields}
        submitLabel="开通"
        send={(values) => ask<'acceptInvitation'>('post', '/api/invitations/accept', { body: { ...values, token } })}
      />
    </OpenPage>
  );
}
