import { lightSentence } from './light-sentence.ts';
import { worstRow } from './lights.ts';
import type { Light, Subject } from './task-state.ts';

/** The one light of a whole task, with the sentence that names the row and the unit that it comes from. */
export interface TaskLight {
  readonly light: Light;
  readonly unitId: string;
  readonly sentence: string;
}

/** The light of the worst of a task's rows; null where none is lit. `nameOf` gives the name of a unit. */
export function taskLight(subjects: readonly Subject[], nameOf: (unitId: string) => string): TaskLight | null {
  const worst = worstRow(subjects);
  if (worst === null || worst.light === null) return null;
  const { light, unitId, title } = worst;
  const sentence = `全任务亮灯取最差一行，为${nameOf(unitId)}“${title}”，${lightSentence(light)}`;
  return { light: light.light, unitId, sentence };
}
