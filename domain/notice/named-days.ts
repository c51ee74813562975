import { alternatives } from './word-forms.ts';

/** Phrases such as 汛前 that mean a day of the year; `form` is null where there are none. */
export interface NamedDays {
  readonly form: RegExp | null;
  readonly monthAndDay: ReadonlyMap<string, string>;
}

/** Makes phrases with their days, MM-DD, ready for reading. */
export function namedDays(days: Readonly<Record<string, string>>): NamedDays {
  const phrases = Object.keys(days);
  return {
    form: phrases.length === 0 ? null : new RegExp(`(?:(20\\d{2})年)?(${alternatives(phrases)})`, 'g'),
    monthAndDay: new Map(Object.entries(days)),
  };
}
