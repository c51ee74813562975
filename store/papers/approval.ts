import { checkCode } from '../../domain/check-code.ts';
import type { ApprovalData } from '../../domain/papers/approval-data.ts';
import { breakdownVersion } from '../plan/breakdown.ts';
import { planCounts } from '../plan/plan-counts.ts';
import type { Store } from '../store.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

/** What is put before the leader: the breakdown in the version that stands, with the check code of exactly that. */
export function readApproval(store: Pick<Store, 'pool'>, question: PaperQuestion): Promise<ApprovalData> {
  return readPaper(store, question, async (scope) => {
    const { draftVersion, breakdownHash } = await breakdownVersion(scope.source, scope.plan.planId);
    const hasAnswers = scope.plan.consultationDue !== null;
    return {
      head: scope.head,
      matter: `关于审定《${scope.head.planTitle}》任务分解的请示`,
      facts: await facts(scope),
      proposal: '任务分解经征求意见形成，请审定；审定后由领导小组办公室印发交办，并按季督办。',
      version: `分解稿第${draftVersion}版`,
      checkCode: checkCode(breakdownHash),
      annexes: ['任务分解表', ...(hasAnswers ? ['意见采纳情况表'] : [])],
    };
  });
}

async function facts({ source, plan, head }: PaperScope): Promise<readonly string[]> {
  const { tasks, items, units, answers, openPoints, undecidedOpinions } = await planCounts(source, plan.planId);
  const { rows } = await source.pool.query<{ readonly decision: string; readonly count: number }>(
    'SELECT decision, count(*) AS count FROM opinion WHERE plan_id = $1 GROUP BY decision',
    [plan.planId],
  );
  const decided = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0;
  const numbered = head.documentNumber === null ? '' : `（${head.documentNumber}）`;
  const itemCount = items === 0 ? await draftItems({ source, plan }) : items;
  const consulted =
    plan.consultationDue === null
      ? '尚未征求意见。'
      : `已征求${units}个单位意见：无意见${answers['no-opinion'] ?? 0}个，有意见${answers['opinions'] ?? 0}个，逾期未反馈${answers['lapsed'] ?? 0}个。收到意见${rows.reduce((sum, { count }) => sum + count, 0)}条，采纳${decided('adopted')}条、部分采纳${decided('partly-adopted')}条、未采纳${decided('refused')}条。`;
  const open = [
    ...(openPoints === 0 ? [] : [`待定事项${openPoints}项`]),
    ...(undecidedOpinions === 0 ? [] : [`未处理意见${undecidedOpinions}条`]),
  ];
  return [
    `对照《${head.planTitle}》${numbered}原文，共分解工作任务${tasks}项、具体事项${itemCount}项，涉及单位${units}个。`,
    consulted,
    open.length === 0 ? '待定事项和反馈意见均已处理。' : `目前尚有${open.join('、')}。`,
  ];
}

// Before the issue items stand in the drafts alone.
async function draftItems({ source, plan }: Pick<PaperScope, 'source' | 'plan'>): Promise<number> {
  const { rows } = await source.pool.query<{ readonly items: number }>(
    `SELECT coalesce(sum(jsonb_array_length(draft -> 'items')), 0)::int AS items FROM task_draft WHERE plan_id = $1`,
    [plan.planId],
  );
  return rows[0]?.items ?? 0;
}
