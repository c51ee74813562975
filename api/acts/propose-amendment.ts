import type { PersonAct } from '../../domain/act/person-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import { changeSentence } from '../../domain/plan/amendment/change-sentence.ts';
import type { ChangeProposal } from '../../domain/plan/amendment/propose-changes.ts';
import type { ComparedNotice } from '../../store/plan/amend-plan.ts';
import type { ImportedNotice } from '../../store/plan/import-plan.ts';
import { putNoticeVersion } from '../../store/plan/notice-versions.ts';
import type { Store } from '../../store/store.ts';

/** A proposed change as it was filed, or the reason for which it could not be. */
export interface FiledProposal extends ChangeProposal {
  /** The name under which the change is asked for, and by which it can be decided. */
  readonly request: string;
  readonly refused: string | null;
}

/** A new version of a notice that is to be recorded, with what was found in it. */
export interface AmendmentFiling extends Pick<ComparedNotice, 'reading' | 'follows' | 'findings'> {
  readonly planId: string;
  readonly title: string;
  readonly notice: ImportedNotice;
  readonly unitName: (unitId: string) => string;
  /** Does an act of the office, under an id of its own. */
  readonly perform: (id: string, act: PersonAct) => Promise<unknown>;
}

/**
 * Records a new version of an issued notice and proposes the changes of running tasks that follow from it, each by the flow of all
 * changes. The same version again is the same amendment; a change that is refused leaves the others as they are.
 */
export async function proposeAmendment(
  store: Pick<Store, 'pool'>,
  filing: AmendmentFiling,
): Promise<{ readonly amendmentId: string; readonly proposals: readonly FiledProposal[] }> {
  const { planId, title, notice, reading, follows, findings, perform } = filing;
  if (findings.differences.length === 0) {
    throw new RuleViolation('nothing-amended', '该文件与现行文本没有差别，无需登记，请核对所选文件');
  }
  const amendmentId = uuid5(planId, `amendment/${follows ?? 'issued'}/${contentHash(notice.text)}`);
  const { documentNumber } = reading;
  const version = { planId, amendmentId, follows, notice, title: reading.title ?? title, documentNumber, findings };
  await putNoticeVersion(store, version);
  await perform(`amend/${amendmentId}`, { type: 'amendNotice', amendmentId });
  const proposals: FiledProposal[] = [];
  for (const [index, proposal] of findings.proposals.entries()) {
    const request = `amend-${amendmentId.slice(0, 8)}-${index + 1}`;
    const { taskId, change } = proposal;
    const reason = `文件修改：${proposal.because.map((each) => changeSentence(each, filing.unitName)).join('；')}`;
    const act = { type: 'requestChange', taskId, request, change, reason } as const;
    proposals.push({ ...proposal, request, refused: await refusal(() => perform(`${amendmentId}/${request}`, act)) });
  }
  return { amendmentId, proposals };
}

async function refusal(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.message;
    throw error;
  }
}
