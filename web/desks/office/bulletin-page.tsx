import { Button, Select } from 'antd';
import { useState } from 'react';
import type { QuarterDraftBody } from '../../../api/schemas/quarter.ts';
import { saveFile } from '../../blocks/table/table-file.ts';
import { FieldControl } from '../../blocks/form/field-control.tsx';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { useDraft } from '../../blocks/form/use-draft.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { textOf, numberOf } from '../../blocks/act/act-definition.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { useReading } from '../../http/readings.ts';
import { askFile } from '../../http/request.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { usePlanId, useView } from '../../start/address.ts';
import { periodText } from '../../words/names.ts';
import { LightMark } from '../../blocks/light/light-mark.tsx';

/** Drafts a bulletin 通报 of a quarter: no problem is named in it without its cause, a demand and a date. */
export function BulletinPage() {
  const planId = usePlanId() ?? '';
  const plan = useMarkedPlan();
  const { view, setView } = useView();
  if (plan === null) return null;
  const quarters = [1, 2, 3, 4].map((quarter) => `${plan.planYear}Q${quarter}`);
  const period = quarters.find((quarter) => quarter === view['period']) ?? null;
  return (
    <>
      <div className="row-field">
        <span>季度</span>
        <Select
          aria-label="季度"
          className="wide-field"
          placeholder="请选择季度"
          value={period}
          options={quarters.map((value) => ({ value, label: periodText(value) }))}
          onChange={(chosen: string) => setView({ period: chosen })}
        />
      </div>
      {period === null ? null : <Draft key={period} planId={planId} period={period} />}
    </>
  );
}

function Draft({ planId, period }: { readonly planId: string; readonly period: string }) {
  const quarter = useReading<'quarter'>(`/api/plans/${planId}/quarters/${period}`);
  return <Reading of={quarter}>{(told) => <DraftForm planId={planId} draft={told} />}</Reading>;
}

function DraftForm({ planId, draft }: { readonly planId: string; readonly draft: QuarterDraftBody }) {
  // What was written belongs to these problems; with others the draft begins anew.
  const about = draft.problems.map(({ taskNumber, title, unit }) => `${taskNumber} ${title} ${unit}`).join('/');
  const kept = useDraft(`${planId}/bulletin/${draft.period}/${about}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const make = async (values: FormValues): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      const { name, bytes } = await askFile<'bulletin'>(`/api/plans/${planId}/bulletin`, wishOf(draft, values));
      saveFile(name, bytes);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="sheet">
      <QuarterFacts draft={draft} />
      <FieldsForm
        name={`bulletin-${draft.period}`}
        fields={fieldsOf(draft)}
        control={FieldControl}
        initial={kept.found?.values ?? initialOf(draft)}
        submitLabel="生成通报（docx）"
        isSending={isSending}
        problem={problem}
        onChange={(values) => kept.keep({ actId: draft.period, values })}
        onSubmit={(values) => void make(values)}
        more={
          kept.found === null ? null : (
            <Button
              onClick={() => {
                kept.drop();
                window.location.reload();
              }}
            >
              放弃已填内容，重新读取
            </Button>
          )
        }
      />
    </section>
  );
}

function QuarterFacts({ draft: { owed, inTime, late, missing, problems } }: { readonly draft: QuarterDraftBody }) {
  return (
    <>
      <dl className="facts">
        <dt>报送</dt>
        <dd>
          应报送单位{owed}个，按时报送{inTime}个{late.length === 0 ? '' : `；迟报：${late.join('、')}`}
          {missing.length === 0 ? '' : `；逾期未报：${missing.join('、')}`}
        </dd>
        <dt>点名问题</dt>
        <dd>
          {problems.length === 0 ? '没有滞后或者未设节点的事项' : `${problems.length}项，逐项写明原因、要求和时限`}
        </dd>
      </dl>
      <ol className="plain-list">
        {problems.map(({ taskNumber, title, unit, light, sentence, next }, place) => (
          <li key={`${taskNumber} ${title} ${unit}`}>
            {place + 1}．第{taskNumber}项任务“{title}”（{unit}）<LightMark light={light} reason={sentence} />
            {next === '' ? null : <p className="hint">单位所报下一步举措：{next}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

function fieldsOf({ problems, today }: QuarterDraftBody): readonly Field[] {
  return [
    { kind: 'number', name: 'issue', label: '期号', required: true, least: 1 },
    { kind: 'line', name: 'to', label: '主送', help: '不填则为“市各有关部门和单位，各市、区”。' },
    { kind: 'line', name: 'copies', label: '抄送' },
    ...problems.flatMap(({ unit, title }, place): readonly Field[] => {
      const name = `${place + 1}．${unit}“${title}”`;
      return [
        { kind: 'text', name: `cause${place}`, label: `${name}：原因`, required: true, lines: 2 },
        { kind: 'text', name: `demand${place}`, label: `${name}：要求`, required: true, lines: 2 },
        { kind: 'day', name: `until${place}`, label: `${name}：时限`, required: true, from: today },
      ];
    }),
  ];
}

function initialOf({ problems }: QuarterDraftBody): FormValues {
  return Object.fromEntries(
    problems.flatMap(({ cause, demand, until }, place) => [
      [`cause${place}`, cause],
      [`demand${place}`, demand],
      [`until${place}`, until ?? ''],
    ]),
  );
}

function wishOf({ period, problems }: QuarterDraftBody, values: FormValues) {
  const orNull = (name: string): string | null => (textOf(values, name) === '' ? null : textOf(values, name));
  return {
    period,
    issue: numberOf(values, 'issue'),
    to: orNull('to'),
    copies: orNull('copies'),
    problems: problems.map(({ taskNumber, title, unit }, place) => ({
      taskNumber,
      title,
      unit,
      cause: textOf(values, `cause${place}`),
      demand: textOf(values, `demand${place}`),
      until: textOf(values, `until${place}`),
    })),
  };
}
