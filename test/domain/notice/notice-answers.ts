import type {
  DeadlineReading,
  NoticeReading,
  TargetReading,
  TaskReading,
} from '../../../domain/notice/notice-reading.ts';

/** What a reader of one of the synthetic notices should take out of it; what is empty is left out. */
export interface NoticeAnswers {
  readonly title: string | null;
  readonly planYear: number | null;
  readonly headings?: readonly string[];
  readonly goals?: readonly string[];
  readonly rules?: readonly string[];
  readonly tasks: readonly TaskAnswers[];
  readonly unread?: readonly string[];
}

/** One task: names joined by ｜, figures and times as short texts. */
export interface TaskAnswers {
  readonly task: string;
  readonly section?: string;
  readonly lead?: string;
  readonly support?: string;
  readonly responsible?: string;
  readonly other?: string;
  readonly persons?: string;
  readonly open?: true;
  readonly targets?: readonly string[];
  readonly times?: readonly string[];
  readonly deadline?: string;
}

/** A reading in the form of the answers that lie beside the synthetic notices. */
export function answersOf(reading: NoticeReading): NoticeAnswers {
  const { title, planYear, headings, planTargets, blanketRules, tasks, unread } = reading;
  return {
    title,
    planYear,
    ...some(
      'headings',
      headings.map(({ level, text }) => `${level} ${text}`),
    ),
    ...some('goals', planTargets.map(figure)),
    ...some(
      'rules',
      blanketRules.map(({ kind, departments }) => `${kind} ${departments.join('｜')}`.trim()),
    ),
    tasks: tasks.map(taskAnswers),
    ...some(
      'unread',
      unread.map(({ text }) => text),
    ),
  };
}

function taskAnswers(task: TaskReading): TaskAnswers {
  const number = task.parent === undefined ? task.number : `${task.parent}/${task.number}`;
  return {
    task: `${number} ${task.title ?? '无标题'}`.trim(),
    ...(task.section === null ? {} : { section: task.section }),
    ...names('lead', task.lead),
    ...names('support', task.support),
    ...names('responsible', task.responsible),
    ...names(
      'other',
      task.otherRoles.map(({ role, departments }) => `${role}:${departments.join('、')}`),
    ),
    ...names(
      'persons',
      task.persons.map(({ role, name }) => `${role}:${name}`),
    ),
    ...(task.openEnded ? { open: true } : {}),
    ...some('targets', task.targets.map(figure)),
    ...some('times', task.deadlines.map(time)),
    ...(task.deadline === null ? {} : { deadline: task.deadline }),
  };
}

function figure({ comparator, value, unit, commitment }: TargetReading): string {
  return `${comparator}${String(value)}${unit}${commitment === '刚性' ? '' : ` ${commitment}`}`;
}

function time({ kind, text, date }: DeadlineReading): string {
  return `${kind} ${text} ${date ?? '-'}`;
}

function some<Key extends string>(key: Key, list: readonly string[]): Partial<Record<Key, readonly string[]>> {
  const found: Partial<Record<Key, readonly string[]>> = {};
  if (list.length > 0) found[key] = list;
  return found;
}

function names<Key extends string>(key: Key, list: readonly string[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (list.length > 0) found[key] = list.join('｜');
  return found;
}
