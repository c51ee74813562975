import type { TaskPersonAct } from '../../domain/act/task-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { assertNever } from '../../domain/errors.ts';
import type { TaskAct } from '../../domain/task/task-command.ts';
import type { ActTexts } from './act-texts.ts';

/** The command of a person's act on a task, its texts kept. */
export async function taskCommand(act: TaskPersonAct, by: PersonActor, { keepOne }: ActTexts): Promise<TaskAct> {
  switch (act.type) {
    case 'endTask':
      return { type: act.type, ending: 'completed', by };
    case 'writeSummary':
      return { type: act.type, by, period: act.period, text: await keepOne(act.text) };
    case 'fileStatement': {
      const { type, aboutUnitId, period } = act;
      return { type, by, aboutUnitId, period, text: await keepOne(act.text) };
    }
    default:
      return assertNever(act);
  }
}
