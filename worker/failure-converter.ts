import { DefaultFailureConverter } from '@temporalio/common';

/** Puts messages and stack traces of failures where the payload codec reaches them; the SDK finds it by this name. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
