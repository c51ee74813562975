import { Button } from 'antd';
import { useState } from 'react';
import { chineseDay } from '../../../domain/plain-date.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import type { Answer } from '../../http/endpoint.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

/** The years' tables of holidays and make-up days, and the import of a new one. */
export function CalendarsPage() {
  const calendars = useReading<'calendars'>('/api/registry/calendars');
  return (
    <Reading of={calendars}>
      {({ knownUntil, calendars: tables }) => (
        <>
          <p>
            放假安排已知到{knownUntil === null ? '—' : dayText(knownUntil)}
            ；此后的日期为暂定，导入新的安排后自动重新推算一次。
          </p>
          <ImportTable />
          {tables.map((table) => (
            <Table key={`${table.year} ${table.version}`} table={table} />
          ))}
        </>
      )}
    </Reading>
  );
}

function Table({ table }: { readonly table: Answer<'calendars'>['calendars'][number] }) {
  const { year, version, notice, holidays, makeUpDays } = table;
  return (
    <section className="sheet">
      <h2>
        {year}年{version > 1 ? `（第${version}版）` : ''}
      </h2>
      <p>
        {notice.title}（{notice.number}，{dayText(notice.issuedOn)}）
      </p>
      <dl className="facts">
        {holidays.map(({ name, days }) => (
          <FactsOf key={name} name={name} text={days.map((day) => chineseDay(day)).join('、')} />
        ))}
        <FactsOf name="调休上班" text={makeUpDays.map((day) => chineseDay(day)).join('、')} />
      </dl>
    </section>
  );
}

function FactsOf({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text === '' ? '无' : text}</dd>
    </>
  );
}

function ImportTable() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState('');
  const [table, setTable] = useState<unknown>(null);
  const choose = async (file: File): Promise<void> => {
    setProblem(null);
    setTold('');
    try {
      const read: unknown = JSON.parse(await file.text());
      setTable(read);
      setTold(`已读取“${file.name}”，请核对后导入。`);
    } catch {
      setTable(null);
      const text = `“${file.name}”不是放假安排文件（JSON），请按 seeds/calendars 中的格式编写。`;
      setProblem({ status: 422, code: 'not-a-calendar', text, field: null, reference: null });
    }
  };
  const submit = async (): Promise<void> => {
    setProblem(null);
    try {
      await ask<'registerEntries'>('post', '/api/registry', { body: { calendars: [table] } });
      await readAnew('/api/registry');
      setTold('已导入。');
      setTable(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section className="sheet">
      <h2>导入一年的放假安排</h2>
      <label className="upload">
        <span>选择文件</span>
        <input
          type="file"
          accept=".json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void choose(file);
          }}
        />
      </label>
      <p role="status">{told}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button type="primary" disabled={table === null} onClick={() => void submit()}>
        导入
      </Button>
    </section>
  );
}
