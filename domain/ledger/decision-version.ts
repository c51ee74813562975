/** Raised with each change of what domain functions decide; a run keeps the version with which it began. */
export const decisionVersion = 3;
