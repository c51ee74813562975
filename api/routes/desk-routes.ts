import { RuleViolation } from '../../domain/errors.ts';
import { evidenceLimits } from '../schemas/evidence.ts';
import {
  evidenceOfReturn,
  keepEvidence,
  readEvidence,
  type EvidenceKind,
  type EvidenceRecord,
} from '../../store/evidence/evidence.ts';
import type { MediaType } from '../../store/files/media-type.ts';
import { putFile } from '../../store/files/put-file.ts';
import { readStoredFile } from '../../store/files/read-file.ts';
import { isTaskWithin, type TaskReach } from '../../store/read/task-reach.ts';
import { handedRows } from '../../store/read/unit-duties.ts';
import { type ReturnLine, listReturns, readReturn } from '../../store/return/read-returns.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Call, Handlers } from '../http/mount-endpoints.ts';
import { deskBody } from '../reads/desk.ts';
import { evidenceLine } from '../reads/evidence-lines.ts';
import { returnList } from '../reads/return-lines.ts';
import { returnPage } from '../reads/return-page.ts';
import { returnFillIn, sheetDifference } from '../reads/return-sheet.ts';
import type { deskEndpoints } from '../schemas/endpoints/desk-endpoints.ts';
import { assertWithin, peopleOf, sightFor } from '../sight.ts';
import { officeRoutes } from './office-routes.ts';

type Routes = Handlers<typeof deskEndpoints>;

/** What each desk works with. */
export function deskRoutes(deps: AppDeps): Routes {
  return { ...returnRoutes(deps), ...evidenceRoutes(deps), ...officeRoutes(deps) };
}

type ReturnCall = Call<(typeof deskEndpoints)['return']>;

async function pageOf(deps: AppDeps, { params, actor }: Pick<ReturnCall, 'params' | 'actor'>) {
  const { planId, ...owed } = params;
  const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
  assertWithin(sight.reach, owed.unitId);
  return { sight, page: await returnPage(deps.store, sight, { owed, actor }) };
}

function returnRoutes(deps: AppDeps): Pick<Routes, 'desk' | 'returns' | 'return' | 'returnSheet' | 'readSheet'> {
  const { store } = deps;
  return {
    desk: async ({ params: { planId, unitId }, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
      assertWithin(sight.reach, unitId);
      return deskBody(store, sight, { unitId, actor });
    },
    returns: async ({ params: { planId }, query, actor }) => {
      const { unitId, period, kind, phase } = query;
      const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
      if (unitId !== undefined) assertWithin(sight.reach, unitId);
      const own = unitId ?? sight.reach.unitId ?? undefined;
      const lines = await listReturns(store, planId, {
        ...(own === undefined ? {} : { unitId: own }),
        ...(period === undefined ? {} : { period }),
        ...(kind === undefined ? {} : { kind }),
        ...(phase === undefined ? {} : { phase }),
      });
      const handed = sight.reach.writerId === null ? null : await handedRows(store, planId, sight.reach.writerId);
      const isSeen = (line: ReturnLine): boolean =>
        handed === null ||
        handed.some((each) => each.unitId === line.unitId && each.kind === line.kind && each.period === line.period);
      return returnList(lines.filter(isSeen), sight, query);
    },
    return: async (call) => (await pageOf(deps, call)).page,
    returnSheet: async (call) => returnFillIn((await pageOf(deps, call)).page),
    readSheet: async (call) => sheetDifference((await pageOf(deps, call)).page, call.body),
  };
}

const kinds: Readonly<Record<MediaType, EvidenceKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/ofd': 'ofd',
};

function evidenceRoutes(deps: AppDeps): Pick<Routes, 'evidence' | 'addEvidence' | 'evidenceFile'> {
  const { store } = deps;
  return {
    evidence: async (call) => {
      const { sight, page } = await pageOf(deps, call);
      const seen = new Set(page.rows.map(({ taskId, subjectId }) => `${taskId} ${subjectId}`));
      const files = (await evidenceOfReturn(store, page.returnId)).filter(({ taskId, subjectId }) =>
        seen.has(`${taskId} ${subjectId}`),
      );
      const people = await peopleOf(
        store,
        sight,
        files.map(({ uploadedBy }) => uploadedBy),
      );
      return { evidence: files.map((file) => evidenceLine(file, people)) };
    },
    addEvidence: async (call) => {
      const { query, body, actor, params } = call;
      const { evidenceId, fileName, taskId, subjectId } = query;
      const { sight, page } = await pageOf(deps, call);
      const row = page.rows.find((each) => each.taskId === taskId && each.subjectId === subjectId);
      if (row === undefined || !row.mayFill)
        throw new RuleViolation('not-permitted', '这一行现在不能填写，不能上传佐证材料。');
      const files = await evidenceOfReturn(store, page.returnId);
      const ofRow = files.filter((each) => each.taskId === taskId && each.subjectId === subjectId);
      // What was uploaded and left out of every save counts too, up to a bound that no honest filling-in meets.
      if (ofRow.length >= evidenceLimits.perRow * 10 && !ofRow.some((each) => each.evidenceId === evidenceId))
        throw new RuleViolation('evidence-too-many', '这一行上传的文件过多，请先与领导小组办公室联系。');
      const at = sight.now;
      const stored = await putFile(store, { planId: params.planId, name: fileName, bytes: body, by: actor, at });
      const about = { evidenceId, planId: params.planId, returnId: page.returnId, taskId, subjectId, fileName };
      const file = { kind: kinds[stored.mediaType], bytes: stored.size, sha256: stored.hash };
      const kept = await keepEvidence(store, { ...about, ...file, uploadedAt: at, uploadedBy: actor.personId });
      if (kept === null || kept.sha256 !== stored.hash || kept.subjectId !== subjectId)
        throw new RuleViolation('other-content', '同一编号已上传其他文件，请重新选择文件上传。');
      return evidenceLine(kept, await peopleOf(store, sight, [kept.uploadedBy]));
    },
    evidenceFile: async ({ params: { planId, evidenceId }, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readReturn' });
      const record = await readEvidence(store, planId, evidenceId);
      const missing = new RuleViolation('unknown-evidence', '没有这份佐证材料，请核对。');
      if (record === null) throw missing;
      if (!(await isTaskWithin(store, record, sight.reach)) || !(await isOpenTo(deps, record, sight.reach)))
        throw missing;
      const file = await readStoredFile(store, planId, record.sha256);
      if (file === null) throw missing;
      return { fileName: record.fileName, mediaType: file.mediaType, bytes: file.bytes };
    },
  };
}

// A file is seen by whoever sees the row that it belongs to.
async function isOpenTo(
  { store }: AppDeps,
  { returnId, taskId, subjectId }: EvidenceRecord,
  { unitId, writerId }: TaskReach,
): Promise<boolean> {
  if (unitId === null) return true;
  const state = await readReturn(store, returnId);
  const row = state.rows.find((each) => each.taskId === taskId && each.subjectId === subjectId);
  return state.unitId === unitId && (writerId === null || row?.writerId === writerId);
}
