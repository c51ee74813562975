import type { TaskCommand } from '../../../domain/task/task-command.ts';
import type { TaskState } from '../../../domain/task/task-state.ts';

/** Which command a task takes in which phase; written out by hand from the rules, and not derived from the code under test. */
export const phases: Readonly<Record<TaskState['phase'], readonly TaskCommand['type'][]>> = {
  unissued: ['issueTask'],
  open: [
    'takeRows',
    'reviewRows',
    'fileStatement',
    'writeSummary',
    'endTask',
    'openFinding',
    'stateOnFinding',
    'concludeFinding',
    'decideLight',
    'noteObjection',
    'endObjection',
    'requestChange',
    'withdrawChange',
    'decideChange',
    'recordInstruction',
    'recordUrging',
    'decideEndings',
    'closeOut',
    'noteDeliveryFailure',
    'retime',
    'wake',
  ],
  ended: [],
};
