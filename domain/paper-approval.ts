import type { PersonActor } from './actor.ts';
import type { Sha256 } from './canonical.ts';
import { RuleViolation } from './errors.ts';
import { type About, type Action, assertMay } from './permissions.ts';
import type { PlainDate } from './plain-date.ts';

/** An approval 审签 given on a printed sheet 纸质审签: who signed what, and the scan that shows it. */
export interface PaperApproval {
  /** The head or leader who signed; rights and own-work rules are judged on them. */
  readonly signer: PersonActor;
  readonly signedOn: PlainDate;
  readonly scanHash: Sha256;
  /** As printed on the sheet; it is void 作废 when the content has changed since. */
  readonly checkCode: string;
}

/** An act that is an approval by a head or a leader: made online by `by`, or on paper and only recorded by `by`. */
export interface Approval {
  readonly by: PersonActor;
  readonly paper?: PaperApproval;
}

/** The person whose approval it is: recording is not approving. */
export function approverOf({ by, paper }: Approval): PersonActor {
  return paper?.signer ?? by;
}

/** What the event of an approval says of the paper; nothing where it was made online. */
export function paperOf({ paper }: Approval): { readonly paper?: PaperApproval } {
  return paper === undefined ? {} : { paper };
}

/** Everybody on whom the rule "nobody decides on what they made" is judged for this actor: a deputy stands for two. */
export function personsBehind({ personId, deputyFor }: PersonActor): readonly string[] {
  return deputyFor === undefined ? [personId] : [personId, deputyFor];
}

/** Refuses unless the approver has the right, and, on paper, unless the recorder may record for that seat. */
export function assertMayApprove(approval: Approval, action: Action, about: About = {}): void {
  const { by, paper } = approval;
  assertMay(approverOf(approval), action, about);
  if (paper === undefined) return;
  assertMay(by, 'recordPaperApproval', { unitId: paper.signer.unitId });
  const recorder = paper.signer.seat === 'leader' ? 'office' : 'officer';
  if (by.seat === recorder) return;
  throw new RuleViolation(
    'not-permitted',
    paper.signer.seat === 'leader' ? '市领导的纸质审签由领导小组办公室登记' : '单位负责人的纸质审签由本单位联络员登记',
  );
}

/** Refuses a sheet whose check code is no longer that of the content. */
export function assertNotVoid({ paper }: Approval, checkCode: string): void {
  if (paper === undefined || paper.checkCode === checkCode) return;
  throw new RuleViolation(
    'paper-void',
    `纸质审签单的校验码为${paper.checkCode}，与当前内容的校验码${checkCode}不一致：打印后内容已有变动，该签批作废，请重新打印审签`,
  );
}

/** Refuses a signature of a day that has not come: a sheet is recorded after it was signed. */
export function assertSigned({ paper }: Approval, today: PlainDate): void {
  if (paper === undefined || paper.signedOn <= today) return;
  throw new RuleViolation('signed-later', `登记的签批日期${paper.signedOn}晚于今天，请核对纸质审签单上的日期`);
}
