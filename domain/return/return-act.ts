/** An act on a whole return, as deliveries and tasks name it. */
export interface ReturnAct {
  readonly version: number;
  readonly isReview: boolean;
}

/** Id of the act that submitted a version, `<returnId>/<version>`. */
export function submissionAct(returnId: string, version: number): string {
  return `${returnId}/${version}`;
}

/** Id of the act that reviewed a version, `<returnId>/<version>/review`. */
export function reviewAct(returnId: string, version: number): string {
  return `${submissionAct(returnId, version)}/review`;
}

/** What the id says; throws a plain `Error` where it is no act of this return. */
export function actOf(returnId: string, act: string): ReturnAct {
  const [version, review, ...rest] = act.startsWith(`${returnId}/`) ? act.slice(returnId.length + 1).split('/') : [];
  const isReview = review === 'review';
  if (version === undefined || !/^[1-9]\d*$/.test(version) || (review !== undefined && !isReview) || rest.length > 0) {
    throw new Error(`${act} is no act of the return ${returnId}`);
  }
  return { version: Number(version), isReview };
}
