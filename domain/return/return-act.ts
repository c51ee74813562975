/** An act on a whole return, as deliveries and tasks name it. */
export interface ReturnAct {
  readonly version: number;
  readonly isReview: boolean;
  /** Which of the version's reviews it is; 1 for a submission. */
  readonly nth: number;
}

/** Id of the act that submitted a version, `<returnId>/<version>`. */
export function submissionAct(returnId: string, version: number): string {
  return `${returnId}/${version}`;
}

/**
 * Id of the act that reviewed a version for the nth time, `<returnId>/<version>/review`, then `…/review/2`: a version is reviewed again
 * where a task refused what the review before brought it.
 */
export function reviewAct(returnId: string, version: number, nth: number): string {
  const first = `${submissionAct(returnId, version)}/review`;
  return nth === 1 ? first : `${first}/${nth}`;
}

/** What the id says; throws a plain `Error` where it is no act of this return. */
export function actOf(returnId: string, act: string): ReturnAct {
  const said = act.startsWith(`${returnId}/`) ? act.slice(returnId.length + 1) : '';
  const [, version, review, nth] = /^([1-9]\d*)(\/review(?:\/([2-9]|[1-9]\d+))?)?$/.exec(said) ?? [];
  if (version === undefined) throw new Error(`${act} is no act of the return ${returnId}`);
  return { version: Number(version), isReview: review !== undefined, nth: Number(nth ?? 1) };
}
