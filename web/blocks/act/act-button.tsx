import { Button, Modal } from 'antd';
import { useState } from 'react';
import { mayAtAll } from '../../session/may-at-all.ts';
import type { Session } from '../../session/session.ts';
import { useSession } from '../../session/use-session.ts';
import type { ActDefinition } from './act-definition.ts';
import { ActForm } from './act-form.tsx';
import { onSheet } from './on-sheet.tsx';

interface ActButtonProps {
  readonly planId: string;
  readonly definition: ActDefinition;
  readonly draft: string;
  readonly isMain?: boolean;
  readonly onDone?: () => void;
}

/** The button of an act, for seats that may do it or draft it for those who may; it opens the act's form. */
export function ActButton({ planId, definition: act, draft, isMain = false, onDone }: ActButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { data: session } = useSession();
  const definition = session === undefined ? null : offeredTo(session, act);
  if (definition === null) return null;
  const done = (): void => {
    setOpen(false);
    onDone?.();
  };
  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {definition.label}
      </Button>
      <Modal open={isOpen} title={definition.title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <ActForm planId={planId} definition={definition} draft={draft} onDone={done} />
      </Modal>
    </>
  );
}

function offeredTo(session: Session, act: ActDefinition): ActDefinition | null {
  if (mayAtAll(session, act.needs)) return act;
  const drafter = act.approver === 'leader' ? 'office' : 'officer';
  return act.approver !== undefined && session.chosen?.seat === drafter ? onSheet(act) : null;
}
