/** The number of a task that comes after task `number` without being printed in the notice: `5-2` after 5, then `5-3`. */
export function nextNumber(number: string, numbers: readonly string[]): string {
  for (let part = 2; ; part += 1) {
    const next = `${number}-${part}`;
    if (!numbers.includes(next)) return next;
  }
}
