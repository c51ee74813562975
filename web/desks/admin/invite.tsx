import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { PersonLineBody } from '../../../api/schemas/registry.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { CopyButton } from '../../blocks/copy-button.tsx';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

/** Makes the link by which a person opens their account or comes back into it, and shows it once. */
export function Invite({ person: { personId, name, account } }: { readonly person: PersonLineBody }) {
  const [invitation, setInvitation] = useState<Answer<'invite'> | null>(null);
  const title = account === 'active' ? `为${name}重设密码` : `邀请${name}开通账号`;
  const [problem, setProblem] = useState<Problem | null>(null);
  const invite = async (): Promise<void> => {
    setProblem(null);
    try {
      setInvitation(await ask<'invite'>('post', '/api/invitations', { body: { personId } }));
      await readAnew('/api/registry');
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <Button aria-label={title} onClick={() => void invite()}>
        {account === 'active' ? '重设密码' : '邀请'}
      </Button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Modal open={invitation !== null} title={title} footer={null} onCancel={() => setInvitation(null)}>
        <p>
          请将下面的链接交给本人，由本人打开后自行设置用户名和密码。链接只显示这一次，
          {momentText(invitation?.expiresAt ?? null)}前有效；遗失的可以重新生成。
        </p>
        <p className="said">{invitation?.link}</p>
        <CopyButton label="复制链接" text={invitation?.link ?? ''} />
      </Modal>
    </>
  );
}
