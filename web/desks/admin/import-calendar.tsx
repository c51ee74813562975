import { Button } from 'antd';
import { useState } from 'react';
import { type ParsedCalendarTable, parseCalendarTable } from '../../../domain/calendar/calendar-table.ts';
import { readHolidayNotice } from '../../../domain/calendar/read-holiday-notice.ts';
import type { CalendarYear } from '../../../domain/calendar/working-calendar.ts';
import { useSending } from '../../blocks/act/use-sending.ts';
import { TextControl } from '../../blocks/form/text-control.tsx';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { CalendarTable } from './calendar-table.tsx';
import { postEntries } from './post-entries.ts';

/** Reads a year's table from the words of the notice or from a file, shows what was read, and only then registers it. */
export function ImportCalendar({ known }: { readonly known: readonly CalendarYear[] }) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<ParsedCalendarTable | null>(null);
  const [done, setDone] = useState('');
  const show = (found: ParsedCalendarTable | null): void => {
    setDone('');
    setRead(found);
  };
  const chooseFile = async (file: File): Promise<void> => show(asNextVersion(fileTable(await file.text()), known));
  const imported = (table: CalendarYear): void => {
    setText('');
    setRead(null);
    setDone(`${table.year}年的放假安排已导入，有关日期将重新推算。`);
  };
  return (
    <section className="sheet" aria-labelledby="import-calendar">
      <h2 id="import-calendar">导入一年的放假安排</h2>
      <p className="hint">
        请从中国政府网复制国务院办公厅通知的全文（包括标题、文号和落款日期），粘贴在下面。读出的日期经您核对后才会导入。
      </p>
      <TextControl
        label="国务院办公厅通知全文"
        placeholder="国务院办公厅关于……年部分节假日安排的通知"
        lines={6}
        max={10_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="actions">
        <Button disabled={text.trim() === ''} onClick={() => show(asNextVersion(readHolidayNotice(text, 1), known))}>
          读取并核对
        </Button>
        <label className="upload">
          <span>或者选择放假安排文件（.json）</span>
          <input
            type="file"
            accept=".json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) void chooseFile(file);
            }}
          />
        </label>
      </div>
      <p role="status">{done}</p>
      {/* Another table is another act. */}
      {read === null ? null : <Outcome key={JSON.stringify(read)} read={read} onImported={imported} />}
    </section>
  );
}

interface OutcomeProps {
  readonly read: ParsedCalendarTable;
  readonly onImported: (table: CalendarYear) => void;
}

function Outcome({ read, onImported }: OutcomeProps) {
  const sending = useSending();
  if (!read.ok) {
    return (
      <div className="problem" role="alert">
        <p>不能导入：</p>
        <ul>
          {read.issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { value: table } = read;
  const submit = async (): Promise<void> => {
    if (await sending.send((actId) => postEntries(actId, { calendars: [table] }))) onImported(table);
  };
  return (
    <>
      <h3>请与通知原文核对：{yearTitle(table)}</h3>
      <CalendarTable table={table} />
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void submit()} />}
      <div className="actions">
        <Button type="primary" loading={sending.phase === 'sending'} onClick={() => void submit()}>
          核对无误，导入
        </Button>
      </div>
    </>
  );
}

/** The year of a table, and its version where it was corrected. */
export function yearTitle({ year, version }: CalendarYear): string {
  return `${year}年${version > 1 ? `（第${version}版）` : ''}`;
}

// A table that stands is never written over: what is read is a correction of it.
function asNextVersion(read: ParsedCalendarTable, known: readonly CalendarYear[]): ParsedCalendarTable {
  if (!read.ok) return read;
  const { value: table } = read;
  const newest = known.filter(({ year }) => year === table.year).toSorted((a, b) => b.version - a.version)[0];
  if (newest === undefined) return { ok: true, value: { ...table, version: 1 } };
  if (wordsOf(newest) === wordsOf(table)) {
    return { ok: false, issues: [`${table.year}年的放假安排已经导入，内容相同，无需再次导入`] };
  }
  return { ok: true, value: { ...table, version: newest.version + 1 } };
}

function wordsOf({ notice, holidays, makeUpDays }: CalendarYear): string {
  const { number, title, issuedOn } = notice;
  return JSON.stringify([number, title, issuedOn, holidays.map(({ name, days }) => [name, days]), makeUpDays]);
}

function fileTable(text: string): ParsedCalendarTable {
  try {
    return parseCalendarTable(JSON.parse(text));
  } catch {
    return { ok: false, issues: ['所选文件不是放假安排文件，请粘贴通知全文'] };
  }
}
