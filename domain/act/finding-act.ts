import type { DecidableLight } from '../task/finding/decidable-light.ts';
import type { FindingMethod, FindingOutcome } from '../task/finding/finding-state.ts';

/** What people do about findings and lights of one task. `finding` names a finding within the plan: its id is made of it. */
export type FindingAct =
  | {
      readonly type: 'openFinding';
      readonly taskId: string;
      readonly finding: string;
      readonly subjectId: string;
      readonly claim: string;
      readonly method: FindingMethod;
      readonly checkers: readonly string[];
      readonly reportedValue: number | null;
      readonly foundValue: number | null;
      readonly evidence: { readonly text: string; readonly hashes: readonly string[] };
    }
  | { readonly type: 'stateOnFinding'; readonly taskId: string; readonly findingId: string; readonly text: string }
  | {
      readonly type: 'concludeFinding';
      readonly taskId: string;
      readonly findingId: string;
      readonly outcome: FindingOutcome;
      readonly text: string;
      readonly light: DecidableLight | null;
    }
  | {
      readonly type: 'decideLight';
      readonly taskId: string;
      readonly subjectId: string;
      readonly light: DecidableLight;
      readonly reason: string;
    };
