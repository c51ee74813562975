import { Button } from 'antd';
import { useState } from 'react';
import type { BreakdownBody } from '../../../api/schemas/breakdown.ts';
import type { ConsultationBoardBody } from '../../../api/schemas/plan.ts';
import { useActs } from '../../blocks/act/use-acts.ts';
import { useSending } from '../../blocks/act/use-sending.ts';
import { TextControl } from '../../blocks/form/text-control.tsx';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { kept } from '../../session/kept.ts';
import { roleNames, targetText } from '../../words/names.ts';

interface OwnAnswerProps {
  readonly planId: string;
  readonly board: ConsultationBoardBody;
}

/** The unit's own answer to the consultation: no opinion in one act, or opinions on single tasks. */
export function OwnAnswer({ planId, board }: OwnAnswerProps) {
  const { data: session } = useSession();
  const unitId = session?.chosen?.unit.unitId;
  const own = board.units.find(({ unit }) => unit.unitId === unitId);
  const isAwaited = own !== undefined && (own.answer === 'none' || own.answer === 'lapsed');
  const breakdown = useReading<'breakdown'>(isAwaited ? `/api/plans/${planId}/breakdown` : null);
  if (session === undefined || unitId === undefined || own === undefined) return null;
  if (!isAwaited) return <p>本单位已反馈：{own.answer === 'no-opinion' ? '无意见' : '有意见'}。</p>;
  return (
    <section className="sheet">
      <h2>本单位的反馈</h2>
      <Reading of={breakdown}>
        {({ tasks }) => (
          <AnswerForm
            planId={planId}
            unitId={unitId}
            tasks={tasks.filter(({ parties }) => parties.some((party) => party.unitId === unitId))}
            mayHaveOpinions={mayAtAll(session, 'answerWithOpinion')}
          />
        )}
      </Reading>
    </section>
  );
}

interface AnswerFormProps {
  readonly planId: string;
  readonly unitId: string;
  readonly tasks: BreakdownBody['tasks'];
  readonly mayHaveOpinions: boolean;
}

function AnswerForm({ planId, unitId, tasks, mayHaveOpinions }: AnswerFormProps) {
  const place = `draft/${planId}/answer/${unitId}`;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => keptTexts(place));
  const post = useActs(planId);
  const sending = useSending();
  const opinions = Object.entries(texts).flatMap(([taskNumber, text]) =>
    text.trim() === '' ? [] : [{ taskNumber, text: text.trim() }],
  );
  const type = (taskNumber: string, text: string): void => {
    const next = { ...texts, [taskNumber]: text };
    setTexts(next);
    kept.write(place, JSON.stringify(next));
  };
  const submit = async (): Promise<void> => {
    const isRecorded = await sending.send((actId) => post(actId, { type: 'answerConsultation', unitId, opinions }));
    if (isRecorded) kept.drop(place);
  };
  return (
    <>
      <ol className="answer-tasks plain-list">
        {tasks.map(({ taskId, number, title, parties, items }) => (
          <li key={taskId}>
            <strong>
              {number}　{title}
            </strong>
            （{roleNames[parties.find((party) => party.unitId === unitId)?.role ?? 'support']}）
            <ul>
              {items.map(({ id, title: item, target }) => (
                <li key={id}>
                  {item}
                  {target === null ? '' : `（${targetText(target)}）`}
                </li>
              ))}
            </ul>
            {mayHaveOpinions ? (
              <TextControl
                label={`对第${number}项任务的意见`}
                placeholder="有意见的请写明意见和理由；无意见留空"
                lines={1}
                value={texts[number]}
                onChange={({ target }) => type(number, target.value)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {mayHaveOpinions ? null : <p>有意见的，由单位负责人填写并审签。</p>}
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void submit()} />}
      <Button type="primary" loading={sending.phase === 'sending'} onClick={() => void submit()}>
        {opinions.length === 0 ? `反馈：对${tasks.length}项任务均无意见` : `审签并反馈${opinions.length}条意见`}
      </Button>
    </>
  );
}

function keptTexts(place: string): Readonly<Record<string, string>> {
  try {
    const told: unknown = JSON.parse(kept.read(place) ?? '{}');
    const entries = typeof told === 'object' && told !== null ? Object.entries(told) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
