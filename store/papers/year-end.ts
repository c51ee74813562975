import { checkCode } from '../../domain/check-code.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { YearEndData, YearEndRow } from '../../domain/papers/year-end-data.ts';
import { type SummaryRow, readSummaryRows, yearSummary } from '../plan/year-summary.ts';
import type { Store } from '../store.ts';
import { contentTexts } from './content-texts.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';
import { type SubjectLine, saidTextIds, subjectLines, valueOf } from './subject-lines.ts';

/** The year's summary as the leader is asked to approve it: every row with its ending, and the check code of exactly these. */
export function readYearEnd(store: Pick<Store, 'pool'>, question: PaperQuestion): Promise<YearEndData> {
  return readPaper(store, question, async (scope) => {
    const { source, plan, head } = scope;
    const rows = await readSummaryRows(source, plan.planId);
    if (rows.length === 0) {
      throw new RuleViolation('not-issued', '工作要点尚未印发交办，还没有年终总结，请在印发交办后打印。');
    }
    const { summaryHash } = await yearSummary(source, plan.planId);
    return {
      head,
      taskCount: new Set(rows.map(({ taskNumber }) => taskNumber)).size,
      checkCode: checkCode(summaryHash),
      rows: await yearEndRows(scope, rows),
    };
  });
}

async function yearEndRows(scope: PaperScope, summary: readonly SummaryRow[]): Promise<readonly YearEndRow[]> {
  const lines = new Map((await subjectLines(scope)).map((line) => [keyOf(line.number, line.id), line]));
  const reasons = await decidedReasons(scope);
  const textOf = await contentTexts(scope.source, [...saidTextIds([...lines.values()]), ...reasons.values()]);
  return summary.flatMap(({ taskNumber, subjectId, ending, until }) => {
    const line = lines.get(keyOf(taskNumber, subjectId));
    if (line === undefined) return [];
    const decided = textOf(reasons.get(`${line.taskId} ${subjectId}`));
    const texts = line.said?.row.texts;
    return [
      {
        taskNumber,
        group: line.group,
        title: line.title,
        unit: scope.nameOf(line.unitId),
        target: line.target,
        value: valueAtEnd(line),
        ending: ending ?? 'open',
        // Where the office decided otherwise than the unit said, its reason is the one that counts.
        cause: decided === '' ? textOf(texts?.problem?.contentId) : decided,
        next: textOf(texts?.next?.contentId),
        until,
      },
    ];
  });
}

function keyOf(taskNumber: string, subjectId: string): string {
  return `${taskNumber} ${subjectId}`;
}

// The figure of statistics that came after the last report stands in the row's progress alone.
function valueAtEnd(line: SubjectLine): number | null {
  return line.progress?.value ?? valueOf(line);
}

// Reasons are kept with the decision, not in the table of rows: the last decision on each row has the one that stands.
async function decidedReasons({ source, plan }: PaperScope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await source.pool.query<{ readonly key: string; readonly reasonId: string | null }>({
    name: 'reasons of endings',
    text: `SELECT DISTINCT ON (chain, line ->> 'subjectId')
             substr(chain, 6) || ' ' || (line ->> 'subjectId') AS key, line -> 'reason' ->> 'contentId' AS "reasonId"
           FROM event JOIN chain_head USING (chain)
           CROSS JOIN LATERAL jsonb_array_elements(body -> 'event' -> 'rows') AS line
           WHERE chain_head.plan_id = $1 AND kind = 'task' AND body -> 'event' ->> 'type' = 'endingsDecided'
           ORDER BY chain, line ->> 'subjectId', event.seq DESC`,
    values: [plan.planId],
  });
  return new Map(rows.flatMap(({ key, reasonId }) => (reasonId === null ? [] : [[key, reasonId] as const])));
}
