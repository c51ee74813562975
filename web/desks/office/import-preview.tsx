import type { NoticePreviewBody } from '../../../api/schemas/notice-preview.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { type SheetCorrection, SheetColumns } from './sheet-columns.tsx';

interface ImportPreviewProps {
  readonly preview: NoticePreviewBody;
  readonly corrections: readonly SheetCorrection[];
  readonly correct: (corrections: readonly SheetCorrection[]) => void;
}

/** What a file reads as before it is taken in: facts, columns of workbooks, and what was not read. */
export function ImportPreview({ preview, corrections, correct }: ImportPreviewProps) {
  const { title, documentNumber, noticeDate, planYear, tasks, points, remarks, coverage, text } = preview;
  const unread = coverage.filter(({ kinds }) => kinds.includes('unread'));
  return (
    <section aria-label="试读结果">
      <h2>试读结果</h2>
      <dl className="facts">
        <dt>标题</dt>
        <dd>{title}</dd>
        <dt>文号和日期</dt>
        <dd>
          {documentNumber ?? '未读出文号'}，{noticeDate === null ? '未读出日期' : dayText(noticeDate)}，{planYear}年度
        </dd>
        <dt>读出</dt>
        <dd>
          任务{tasks.length}项，具体事项{tasks.reduce((sum, { items }) => sum + items.length, 0)}项，待定事项
          {points.length}处
        </dd>
        <dt>未读出的段落</dt>
        <dd>{unread.length === 0 ? '没有看似任务而未能读出的段落' : `${unread.length}段`}</dd>
      </dl>
      {remarks.length + unread.length === 0 ? null : (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
          {unread.map(({ span, reason }) => (
            <li key={span[0]}>
              “
              {text
                .slice(...span)
                .trim()
                .slice(0, 60)}
              ”：{reason}
            </li>
          ))}
        </ul>
      )}
      <SheetColumns sheets={preview.sheets} corrections={corrections} correct={correct} />
    </section>
  );
}
