import type { TaskReading } from '../notice/notice-reading.ts';

/**
 * A number for each task that no other task of the plan has, as ids and settlements need it: the printed one where it is alone,
 * with its parent's before it for measures, and with its place in the notice where nothing printed tells tasks apart.
 */
export function taskNumbers(tasks: readonly Pick<TaskReading, 'number' | 'parent'>[]): readonly string[] {
  const printed = tasks.map(({ number }) => number);
  const full = tasks.map(({ number, parent }) => (parent === undefined ? number : `${parent}.${number}`));
  const taken = new Set<string>();
  return tasks.map(({ number }, index) => {
    const whole = full[index] ?? number;
    const place = `第${index + 1}处`;
    const choice = isAlone(number, printed) ? number : isAlone(whole, full) ? whole : `${number}（${place}）`;
    const own = number === '' ? place : taken.has(choice) ? `${choice}（${place}）` : choice;
    taken.add(own);
    return own;
  });
}

function isAlone(number: string, all: readonly string[]): boolean {
  return all.filter((each) => each === number).length === 1;
}
