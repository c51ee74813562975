import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { expectedValue } from '../../../domain/task/expected-value.ts';

const straight = {
  issuedOn: plainDate('2022-08-22'),
  due: plainDate('2022-12-31'),
  baseline: 90,
  target: 1400,
  curve: [],
};
const at = (day: string, course: Parameters<typeof expectedValue>[0] = straight) =>
  expectedValue(course, plainDate(day));

describe('the straight line over the 131 days from the issue to the due day', () => {
  it.each([
    { day: '2022-07-01', value: 90, why: 'nothing is wanted before the issue' },
    { day: '2022-08-22', value: 90, why: 'the line starts at the baseline' },
    { day: '2022-09-30', value: 480, why: '39 days, ten a day' },
    { day: '2022-12-31', value: 1400, why: 'the line ends at the target' },
    { day: '2023-03-31', value: 1400, why: 'more than the target is never wanted' },
  ])('is $value on $day: $why', ({ day, value }) => {
    expect(at(day)).toBeCloseTo(value, 9);
  });
});

describe('a curve', () => {
  const curve = [
    { day: plainDate('2022-11-30'), value: 1200 },
    { day: plainDate('2022-09-30'), value: 300 },
  ];

  it('goes through its points, whatever their order', () => {
    expect([at('2022-09-30', { ...straight, curve }), at('2022-11-30', { ...straight, curve })]).toEqual([300, 1200]);
  });

  it('is straight between them', () => {
    expect(at('2022-10-01', { ...straight, curve })).toBeCloseTo(300 + 900 / 61, 9);
    expect(at('2022-12-31', { ...straight, curve })).toBe(1400);
  });

  it('heeds no points outside the window, and none twice on a day', () => {
    const odd = [
      { day: plainDate('2022-08-01'), value: 1000 },
      { day: plainDate('2023-01-31'), value: 9000 },
      { day: plainDate('2022-09-30'), value: 300 },
      { day: plainDate('2022-09-30'), value: 300 },
    ];
    expect(at('2022-09-30', { ...straight, curve: odd })).toBe(300);
    expect(at('2022-08-23', { ...straight, curve: odd })).toBeCloseTo(90 + 210 / 39, 9);
  });
});

describe('an item issued on its due day', () => {
  it('wants nothing on that day and everything after it', () => {
    const course = { ...straight, due: straight.issuedOn };
    expect([at('2022-08-22', course), at('2022-08-23', course)]).toEqual([90, 1400]);
  });
});
