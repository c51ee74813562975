import type { Answer } from '../../http/endpoint.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';

type Comparison = Answer<'taskEngine'>;

const states: Readonly<Record<Comparison['state'], string>> = {
  running: '运行中',
  closed: '已结束',
  absent: '引擎已不保存其运行记录',
  unreachable: '暂时未能连接引擎',
};

/** The engine's own record of a task beside the ledger, and whether both agree. */
export function EngineView({ planId, taskId }: { readonly planId: string; readonly taskId: string }) {
  const engine = useReading<'taskEngine'>(`/api/plans/${planId}/tasks/${taskId}/engine`);
  return (
    <section className="sheet" aria-label="引擎运行记录">
      <h3>引擎运行记录与留痕链比对</h3>
      <Reading of={engine}>
        {({ workflowId, state, runId, startedAt, historyEvents, verdictText, ledger, writer }) => (
          <dl className="facts">
            <dt>结论</dt>
            <dd>
              <strong>{verdictText}</strong>
            </dd>
            <dt>运行</dt>
            <dd>
              {workflowId}，{states[state]}
              {startedAt === null ? '' : `，本次运行始于${momentText(startedAt)}`}
              {runId === null ? '' : `（${runId}）`}
              {historyEvents === null ? '' : `，运行记录${historyEvents}条`}
            </dd>
            <dt>留痕链</dt>
            <dd>
              第{ledger.seq}条 <code>{ledger.hash.slice(0, 16)}</code>
            </dd>
            <dt>引擎所据</dt>
            <dd>
              {writer === null ? '未知' : `第${writer.seq}条 `}
              {writer === null ? null : <code>{writer.hash.slice(0, 16)}</code>}
              {writer?.parkedReason === undefined || writer.parkedReason === null
                ? ''
                : `，需人工处理：${writer.parkedReason}`}
            </dd>
          </dl>
        )}
      </Reading>
    </section>
  );
}
