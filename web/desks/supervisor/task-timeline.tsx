import { Button } from 'antd';
import { useState } from 'react';
import type { TimelineEntryBody } from '../../../api/schemas/task.ts';
import { DateWithReason } from '../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { EngineView } from './engine-view.tsx';

/** All that happened to a task, from its ledger; supervisors see the engine's own record beside it. */
export function TaskTimeline({ planId, taskId }: { readonly planId: string; readonly taskId: string }) {
  const [isShown, setShown] = useState(false);
  const { data: session } = useSession();
  const timeline = useWholeList<'taskTimeline'>(isShown ? `/api/plans/${planId}/tasks/${taskId}/timeline` : null);
  return (
    <section>
      <h2>全部经过</h2>
      {isShown ? null : <Button onClick={() => setShown(true)}>查看全部经过</Button>}
      {isShown && session !== undefined && mayAtAll(session, 'readEngineHistory') ? (
        <EngineView planId={planId} taskId={taskId} />
      ) : null}
      {isShown ? <Reading of={timeline}>{({ rows }) => <TimelineList entries={rows} />}</Reading> : null}
    </section>
  );
}

/** Entries of a chain in words, oldest first. */
export function TimelineList({ entries }: { readonly entries: readonly TimelineEntryBody[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.seq} className="keep-together">
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntryBody }) {
  const { seq, at, recordedAt, by, title, details, changes, texts, dates, rulesVersion, hash } = entry;
  return (
    <>
      <p className="timeline-head">
        <time dateTime={at}>{momentText(at)}</time>　<strong>{title}</strong>　{by === null ? '系统' : by.label}
      </p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ what, before, after }) => (
            <li key={what}>
              {what}：<del>{before ?? '（无）'}</del> → <ins>{after ?? '（无）'}</ins>
            </li>
          ))}
        </ul>
      )}
      {texts.map(({ label, text }) => (
        <p className="said" key={label}>
          {label}：{text ?? '内容已清除'}
        </p>
      ))}
      {dates.map(({ label, computed }) => (
        <p key={label}>
          {label}：
          <DateWithReason date={computed.date} why={{ counted: computed, said: null }} />
        </p>
      ))}
      <p className="hint">
        第{seq}条{rulesVersion === null ? '' : `，规则第${rulesVersion}版`}
        {recordedAt === at ? '' : `，记录于${momentText(recordedAt)}`}，校验值 <code>{hash.slice(0, 16)}</code>
      </p>
    </>
  );
}
