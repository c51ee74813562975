import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);

// Printed by a process of its own, because a zone is fixed when a process starts.
const program = `
  const { addDays, plainDate, weekdayOf } = await import('./domain/plain-date.ts');
  const { dayOf, mailHour, startOfDay } = await import('./domain/instant.ts');
  const { quarterEnd, quarterOf } = await import('./domain/calendar/quarter.ts');
  const { shiftWorkingDays } = await import('./domain/calendar/working-calendar.ts');
  const { seedCalendar } = await import('./test/domain/calendar/seed-calendar.ts');
  const calendar = seedCalendar(2022, 2023, 2024, 2025, 2026);
  for (let day = plainDate('2022-01-01'); day <= '2026-12-01'; day = addDays(day, 1)) {
    const around = [startOfDay(day), mailHour(day)].flatMap((moment) => [moment, dayOf(moment)]);
    const { date } = shiftWorkingDays(calendar, day, 3);
    console.log(day, weekdayOf(day), date, quarterEnd(quarterOf(day)), ...around);
  }
`;

function printedIn(zone: string): string {
  const args = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, args, { cwd: root, env: { TZ: zone }, encoding: 'utf8' });
}

describe('a machine elsewhere', () => {
  const atHome = printedIn('Asia/Shanghai');

  it('is compared on every day of 2022 to 2026', () => {
    expect(atHome.trim().split('\n')).toHaveLength(1796);
  });

  it.each(['America/New_York', 'Pacific/Kiritimati', 'America/Santiago'])('in %s counts the same days', (zone) => {
    expect(printedIn(zone)).toBe(atHome);
  });
});
