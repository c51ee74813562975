import type { Field } from '../blocks/form/field.ts';
import { ask } from '../http/request.ts';
import { AccountForm } from './account-form.tsx';
import { OpenPage } from './open-page.tsx';

const fields: readonly Field[] = [
  {
    kind: 'line',
    name: 'token',
    label: '一次性口令',
    required: true,
    help: '首次启动时打印在服务器的终端上，七日内有效。',
  },
  { kind: 'line', name: 'name', label: '姓名', required: true },
  { kind: 'line', name: 'email', label: '邮箱', required: true },
  { kind: 'line', name: 'userName', label: '用户名', required: true, fill: 'username' },
];

/** The first administrator is set up by the token that the first start printed. */
export function FirstAdministratorPage() {
  return (
    <OpenPage title="设立第一位系统管理员" heading="设立第一位系统管理员">
      <AccountForm
        purpose="系统管理员登记单位、人员和岗位，邀请其他人员开通账号。"
        name="first-administrator"
        fields={fields}
        submitLabel="设立"
        send={(body) => ask<'firstAdministrator'>('post', '/api/first-administrator', { body })}
      />
    </OpenPage>
  );
}
