import type { FindingAct } from '../../domain/act/finding-act.ts';
import { assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import type { FindingCommand } from '../../domain/task/finding/finding-command.ts';
import type { ActTexts } from './act-texts.ts';

/** The command of a person's act about a finding or a light, its texts kept. */
export async function findingCommand(
  act: FindingAct,
  approval: Approval,
  { planId, texts: { keep, keepOne } }: { readonly planId: string; readonly texts: ActTexts },
): Promise<FindingCommand> {
  const { by } = approval;
  switch (act.type) {
    case 'openFinding': {
      const { type, finding, subjectId, method, checkers, reportedValue, foundValue, evidence } = act;
      const [claim, seen] = await keep([act.claim, evidence.text]);
      if (claim === undefined || seen === undefined) throw new Error('a text that was kept has no reference');
      const said = { subjectId, claim, method, checkers, reportedValue, foundValue };
      const findingId = uuid5(planId, `finding/${finding}`);
      return { type, by, findingId, ...said, evidence: { text: seen, hashes: evidence.hashes } };
    }
    case 'stateOnFinding':
      return { type: act.type, ...approval, findingId: act.findingId, text: await keepOne(act.text) };
    case 'concludeFinding': {
      const { type, findingId, outcome, light } = act;
      return { type, by, findingId, outcome, light, text: await keepOne(act.text) };
    }
    case 'decideLight': {
      const { type, subjectId, light } = act;
      return { type, by, subjectId, light, reason: await keepOne(act.reason) };
    }
    default:
      return assertNever(act);
  }
}
