import type { FilledInRow } from '../../documents/filled-in-row.ts';
import { readFilledIn } from '../../documents/read-filled-in.ts';
import { type FillInColumn, fillInSheet } from '../../documents/xlsx/fill-in-sheet.ts';
import { isDone } from '../../domain/task/ending/row-ending.ts';
import type { FileAnswer } from '../schemas/endpoints/endpoint.ts';
import type { ReturnDifferenceBody, ReturnPageBody, ReturnRowBody, RowEntryBody } from '../schemas/return.ts';
import { returnTitle } from '../words.ts';
import { endingCell, endingFrom, endingHeadings, untilCell } from './sheet-ending.ts';

const textNames = {
  done: '进展情况',
  problem: '存在问题',
  next: '下一步举措',
  reason: '理由（累计值下降时）',
} as const;
type TextName = keyof typeof textNames;
const texts = Object.keys(textNames) as readonly TextName[];

function columnsOf({ of: { kind }, rows }: ReturnPageBody): readonly FillInColumn[] {
  const isProgress = kind === 'progress';
  const open = (key: string, heading: string, width: number) => ({ key, heading, width, isOpen: true });
  const fixed = (key: string, heading: string, width: number) => ({ key, heading, width, isOpen: false });
  return [
    fixed('number', '序号', 6),
    fixed('task', '工作任务', 28),
    fixed('item', '具体事项', 28),
    fixed('target', '目标值', 12),
    fixed('previous', '上次累计', 12),
    ...(kind === 'contribution' ? [] : [open('value', '累计完成', 12)]),
    ...(isProgress && !rows.every(({ asksEnding }) => asksEnding) ? [open('complete', '是否完成（是/否）', 12)] : []),
    ...(rows.some(({ asksEnding }) => asksEnding)
      ? [open('ending', endingHeadings.ending, 24), open('until', endingHeadings.until, 18)]
      : []),
    open('done', kind === 'contribution' ? '配合情况' : textNames.done, 50),
    ...(isProgress ? texts.slice(1).map((name) => open(name, textNames[name], 36)) : []),
  ];
}

/** The return as a sheet to fill in: rows that may be filled now, with what is saved in them. */
export async function returnFillIn(page: ReturnPageBody): Promise<FileAnswer> {
  const { kind, period } = page.of;
  const title = `${page.unit.name}${returnTitle(kind, period)}`;
  const columns = columnsOf(page);
  const rows = page.rows
    .filter(({ mayFill }) => mayFill)
    .map((row) => ({ key: keyOf(row), cells: columns.map(({ key }) => cellOf(row, key)) }));
  const bytes = await fillInSheet({ name: '填报', title: `${title}（灰色单元格不可修改，填好后上传）`, columns, rows });
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName: `${title}填报表.xlsx`, mediaType, bytes };
}

function keyOf({ taskId, subjectId }: Pick<ReturnRowBody, 'taskId' | 'subjectId'>): string {
  return `${taskId} ${subjectId}`;
}

function cellOf(row: ReturnRowBody, key: string): string | number | null {
  const { entry } = row;
  switch (key) {
    case 'number':
      return row.taskNumber;
    case 'task':
      return row.taskTitle;
    case 'item':
      return row.title;
    case 'target':
      return row.target === null ? '' : `${row.target.value}${row.target.unit}`;
    case 'previous':
      return row.previousValue;
    case 'value':
      return entry?.value ?? null;
    case 'complete':
      return entry === null ? '' : yesNo(entry.complete);
    case 'ending':
      return endingCell(entry?.ending);
    case 'until':
      return untilCell(entry?.ending);
    default:
      return entry?.texts[key as TextName] ?? '';
  }
}

/** Reads a filled sheet and says what it would change; nothing is saved. */
export async function sheetDifference(page: ReturnPageBody, bytes: Uint8Array): Promise<ReturnDifferenceBody> {
  const filled = await readFilledIn(bytes);
  const problems: { place: string; message: string }[] = [];
  const rows: ReturnDifferenceBody['rows'][number][] = [];
  let unchangedRows = 0;
  for (const one of filled) {
    const row = page.rows.find((each) => keyOf(each) === one.key);
    if (row === undefined || !row.mayFill) {
      const place = Object.values(one.cells)[0]?.address ?? '';
      problems.push({
        place,
        message: row === undefined ? '这一行不属于本报送表，未读入' : '这一行现在不能填写，未读入',
      });
      continue;
    }
    const entry = entryFrom(row, one, problems);
    const changes = changesOf(row.entry, entry);
    const { taskId, subjectId, taskNumber, title } = row;
    if (changes.length === 0) unchangedRows += 1;
    else rows.push({ taskId, subjectId, taskNumber, title, changes, entry });
  }
  return { rows, unchangedRows, problems };
}

function entryFrom(
  { entry, asksEnding }: ReturnRowBody,
  { cells }: FilledInRow,
  problems: { place: string; message: string }[],
): RowEntryBody {
  const kept: RowEntryBody = entry ?? { value: null, milestonesDone: [], complete: false, plan: null, texts: {} };
  const valueCell = cells['value'];
  const value = valueCell === undefined ? kept.value : numberFrom(valueCell, problems);
  const completeCell = cells['complete']?.text;
  const said = texts.flatMap((name) => {
    const text = cells[name]?.text ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  const filled = { ...kept, value, texts: Object.fromEntries(said) };
  if (asksEnding && cells['ending'] !== undefined) {
    const { ending: _before, ...others } = filled;
    const ending = endingFrom(cells, problems);
    return ending === undefined ? { ...others, complete: false } : { ...others, complete: isDone(ending), ending };
  }
  const complete = completeCell === undefined ? kept.complete : /^(是|完成|已完成|√|Y|y)$/.test(completeCell);
  return { ...filled, complete };
}

function numberFrom(
  { text, address }: { readonly text: string; readonly address: string },
  problems: { place: string; message: string }[],
): number | null {
  if (text === '') return null;
  const value = Number(text.replaceAll(/[,，\s]/g, ''));
  if (Number.isFinite(value)) return value;
  problems.push({ place: address, message: `“${text}”不是数字，请改为数字后重新上传` });
  return null;
}

function changesOf(before: RowEntryBody | null, after: RowEntryBody) {
  const pairs = [
    { field: 'value', label: '累计完成', before: numberText(before?.value), after: numberText(after.value) },
    { field: 'complete', label: '是否完成', before: yesNo(before?.complete), after: yesNo(after.complete) },
    { field: 'ending', label: '年终自评', before: endingText(before), after: endingText(after) },
    ...texts.map((name) => ({
      field: name,
      label: textNames[name],
      before: before?.texts[name] ?? null,
      after: after.texts[name] ?? null,
    })),
  ];
  return pairs.filter((pair) => pair.before !== pair.after);
}

function endingText(entry: RowEntryBody | null): string | null {
  if (entry?.ending === undefined) return null;
  const until = untilCell(entry.ending);
  return `${endingCell(entry.ending)}${until === '' ? '' : `（${until}）`}`;
}

function numberText(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function yesNo(value: boolean | undefined): string {
  return value === true ? '是' : '否';
}
