import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { isUnconfirmed } from '../../http/problem.ts';
import { UndoContext } from './undo-context.ts';
import type { WaitingAct } from './delayed-acts.ts';
import { useDelayedActs } from './use-delayed-acts.ts';

/** Holds delayed acts above all pages, so that going to another page neither loses nor hurries them. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { acts, delay, send, drop } = useDelayedActs();
  const undo = useMemo(
    () => ({ delay, asked: acts.filter(({ phase }) => phase !== 'failed').map(({ act }) => act.about) }),
    [acts, delay],
  );
  return (
    <UndoContext value={undo}>
      {children}
      <div className="undo-bars" role="status" aria-live="polite">
        {acts.map((one) => (
          <Bar key={one.key} waiting={one} onSend={() => send(one.key)} onDrop={() => drop(one.key)} />
        ))}
      </div>
    </UndoContext>
  );
}

interface BarProps {
  readonly waiting: WaitingAct;
  readonly onSend: () => void;
  readonly onDrop: () => void;
}

function Bar({ waiting: { act, left, phase, problem }, onSend, onDrop }: BarProps) {
  if (phase === 'failed' && problem !== null) {
    return (
      <div className="undo-bar undo-failed">
        <span>
          {act.label}：{problem.text}
        </span>
        {isUnconfirmed(problem) ? <Button onClick={onSend}>再次提交</Button> : null}
        <Button onClick={onDrop}>关闭</Button>
      </div>
    );
  }
  const isSending = phase === 'sending';
  return (
    <div className="undo-bar">
      <span>
        {act.label}
        <span aria-hidden="true">{isSending ? '，正在提交……' : `，${left}秒后提交`}</span>
      </span>
      <Button onClick={onDrop} disabled={isSending}>
        撤销
      </Button>
      <Button onClick={onSend} disabled={isSending}>
        立即提交
      </Button>
    </div>
  );
}
