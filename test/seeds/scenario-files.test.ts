import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario, readSettlement, scenarioNames, settlementFor } from '../../seeds/scenario-files.ts';

const notice = readFileSync(new URL('../../seeds/notices/zhenjiang-2022.txt', import.meta.url), 'utf8');

describe('scenario files', () => {
  it.each(scenarioNames)('hold %s whole, with its demonstration and the names of its items', (name) => {
    const scenario = readScenario(name);
    expect(scenario).toMatchObject({ name, start: plainDate('2022-08-15'), settle: 'zhenjiang-2022' });
    expect(scenario.items.length).toBeGreaterThan(40);
    expect(scenario.demonstration.progress.length).toBeGreaterThan(80);
  });

  it('refuse a name that is not there, and say which ones are', () => {
    expect(() => readScenario('nobody')).toThrow(/没有名为“nobody”的演练脚本.*ordinary.*sent-back/);
    expect(() => readScenario('../rules/default')).toThrow(/没有名为/);
  });

  it('give a settlement the shares of the scenario, and leave every other item as it was recorded', () => {
    const recorded = readSettlement('zhenjiang-2022');
    const settled = settlementFor(readScenario('district-shares'), notice);
    const split = settled?.items.filter(({ shares }) => shares !== undefined && shares.length > 0);
    expect(split?.map(({ key, shares }) => [key, shares?.length])).toEqual([['jizhan', 8]]);
    expect(settled?.items.filter(({ key }) => key !== 'jizhan')).toEqual(
      recorded.items.filter(({ key }) => key !== 'jizhan'),
    );
  });

  it('have no settlement for another notice than the one for which it was recorded', () => {
    expect(settlementFor(readScenario('ordinary'), notice)).toEqual(readSettlement('zhenjiang-2022'));
    expect(settlementFor(readScenario('ordinary'), notice.replace('G312', 'G328'))).toBeNull();
  });
});
