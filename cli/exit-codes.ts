/** What `duban` tells the shell. */
export const exitCodes = {
  done: 0,
  /** A rule forbade it; its code is printed. */
  refused: 1,
  /** The call itself was wrong: an unknown option, a file that is not there, a date that does not exist. */
  usage: 2,
  /** PostgreSQL, Temporal or mail does not answer. */
  partMissing: 3,
} as const;

/** A wrong call, with what to do about it in Chinese. */
export class UsageError extends Error {}

/** A part that duban needs does not answer. */
export class PartMissing extends Error {}
