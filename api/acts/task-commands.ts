import type { FiledEnding, TaskPersonAct } from '../../domain/act/task-act.ts';
import { assertNever } from '../../domain/errors.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import type { EndingDecision } from '../../domain/task/ending/ending-command.ts';
import type { TaskAct } from '../../domain/task/task-command.ts';
import type { Store } from '../../store/store.ts';
import type { ActTexts } from './act-texts.ts';
import { changeCommand } from './change-commands.ts';
import { findingCommand } from './finding-commands.ts';

/** The command of a person's act on a task, its texts kept. */
export async function taskCommand(
  act: TaskPersonAct,
  approval: Approval,
  { store, planId, texts }: { readonly store: Store; readonly planId: string; readonly texts: ActTexts },
): Promise<TaskAct> {
  const { by } = approval;
  const { keep, keepOne } = texts;
  switch (act.type) {
    case 'endTask':
      return { type: act.type, ending: 'completed', by };
    case 'decideEndings':
      return { type: act.type, by, rows: await endings(act.rows, keep) };
    case 'writeSummary':
      return { type: act.type, by, period: act.period, text: await keepOne(act.text) };
    case 'fileStatement': {
      const { type, aboutUnitId, period } = act;
      return { type, by, aboutUnitId, period, text: await keepOne(act.text) };
    }
    case 'openFinding':
    case 'stateOnFinding':
    case 'concludeFinding':
    case 'decideLight':
      return findingCommand(act, approval, { planId, texts });
    case 'requestChange':
    case 'withdrawChange':
    case 'decideChange':
    case 'recordInstruction':
      return changeCommand(act, approval, { store, planId, texts });
    default:
      return assertNever(act);
  }
}

async function endings(rows: readonly FiledEnding[], keep: ActTexts['keep']): Promise<readonly EndingDecision[]> {
  const refs = [...(await keep(rows.flatMap(({ reason }) => (reason === '' ? [] : [reason]))))];
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason === '' ? null : (refs.shift() ?? null) }));
}
