import type { ActivityInterceptorsFactory } from '@temporalio/worker';

// What an activity works on, by the names that the activities' arguments use; ids only, never content.
const subjects = ['chain', 'commandId', 'taskId', 'planId', 'act', 'requestId'] as const;

/** Puts the ids that an activity works on beside every line that is logged about it, so that one command can be followed. */
export const activityLog: ActivityInterceptorsFactory = () => {
  let attributes: Record<string, string> = {};
  return {
    inbound: {
      async execute(input, next) {
        const [request] = input.args;
        const named = typeof request === 'object' && request !== null ? Object.entries(request) : [];
        attributes = Object.fromEntries(named.filter(([name, value]) => isSubject(name) && typeof value === 'string'));
        return next(input);
      },
    },
    outbound: {
      getLogAttributes: (input, next) => ({ ...next(input), ...attributes }),
    },
  };
};

function isSubject(name: string): boolean {
  return subjects.some((subject) => subject === name);
}
