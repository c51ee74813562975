import type { PlainDate } from '../../domain/plain-date.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
import { lightsBySeverity } from '../../domain/task/lights.ts';
import type { Light, LightCause } from '../../domain/task/task-state.ts';
import type { SubjectRow } from '../../store/read/task-rows.ts';
import type { LightLine } from '../schemas/lights.ts';

/** A light as it was assessed. */
export interface Assessed {
  readonly light: Light;
  readonly on: PlainDate;
  readonly cause: LightCause;
  readonly rulesVersion: number;
}

/** A light with its sentence. */
export function lightLine(assessed: Assessed): LightLine {
  const { light, on } = assessed;
  return { light, name: lightNames[light], sentence: lightSentence(assessed), on };
}

/** The light that a subject shows; null where it has none. */
export function subjectLight(row: SubjectRow): LightLine | null {
  const { light, light_on: on, light_cause: cause, light_rules_version: rulesVersion } = row;
  if (light === null || on === null || cause === null || rulesVersion === null) return null;
  return lightLine({ light, on, cause, rulesVersion });
}

/** The worst of some lights, the first of several that are equally bad. */
export function worstLight(lights: readonly (LightLine | null)[]): LightLine | null {
  let worst: LightLine | null = null;
  for (const each of lights) {
    if (each === null) continue;
    if (worst === null || lightsBySeverity.indexOf(each.light) > lightsBySeverity.indexOf(worst.light)) worst = each;
  }
  return worst;
}
