import { describe, expect, it } from 'vitest';
import { behaviourAlone } from '../../../domain/rehearsal/behaviour-alone.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';

describe('a scenario on a notice that it was not written for', () => {
  const whole = readScenario('ordinary');
  const alone = behaviourAlone(whole);

  it('keeps who is late and who never reports, and says nothing of tasks', () => {
    expect(whole.demonstration.stagePlans.length).toBeGreaterThan(0);
    expect(alone.demonstration).toEqual({ stagePlans: [], progress: [], contributions: [] });
    expect(alone.items).toEqual([]);
    const late = alone.behaviour.overrides.filter(({ unit, kind }) => unit === 'zhengfawei' && kind === 'progress');
    expect(late.length).toBeGreaterThan(0);
    expect(whole.behaviour.overrides.some(({ do: { sendBack } }) => sendBack !== undefined)).toBe(true);
    expect(alone.behaviour.overrides.some(({ do: { sendBack } }) => sendBack !== undefined)).toBe(false);
    expect(alone.behaviour.default).toEqual(whole.behaviour.default);
  });
});
