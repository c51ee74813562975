import { type PlainDate, addDays, chineseDay, isPlainDate, plainDate } from './plain-date.ts';

declare const instantBrand: unique symbol;

/** A moment as ISO text in UTC with milliseconds, `2022-08-22T01:00:00.000Z`; sorts as text. */
export type Instant = string & { readonly [instantBrand]: true };

const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

// Asia/Shanghai has kept UTC+8 without summer time since 1991-09-15, so a fixed offset is the zone for every day that duban meets.
const shanghaiHours = 8;

/** Whether `text` has the one form in which duban writes moments. */
export function isInstant(text: string): text is Instant {
  return shape.test(text) && isPlainDate(text.slice(0, 10));
}

/** The moment written as `text`; throws a plain `Error` for any other form. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new Error(`${text} is not a moment of the form YYYY-MM-DDTHH:MM:SS.mmmZ`);
  return text;
}

/** The moment `epochMs` milliseconds after 1970 began, as a clock gives it. */
export function instantOfEpoch(epochMs: number): Instant {
  return instant(new Date(epochMs).toISOString());
}

/** Milliseconds since 1970 began. */
export function epochOf(moment: Instant): number {
  return Date.parse(moment);
}

/** The Asia/Shanghai day on which `moment` falls. */
export function dayOf(moment: Instant): PlainDate {
  return plainDate(new Date(epochOf(moment) + shanghaiHours * 3_600_000).toISOString().slice(0, 10));
}

/** 00:00 Asia/Shanghai of `day`, the moment at which wakes of that day happen. */
export function startOfDay(day: PlainDate): Instant {
  return atHour(day, 0);
}

/** 09:00 Asia/Shanghai of `day`, the moment at which letters of that day are due. */
export function mailHour(day: PlainDate): Instant {
  return atHour(day, 9);
}

/** `hour`:`minute` Asia/Shanghai of `day`; hours 0–23. */
export function atHour(day: PlainDate, hour: number, minute = 0): Instant {
  const utcHour = hour - shanghaiHours;
  const utcDay = utcHour < 0 ? addDays(day, -1) : day;
  const pad = (n: number) => String(n).padStart(2, '0');
  return instant(`${utcDay}T${pad((utcHour + 24) % 24)}:${pad(minute)}:00.000Z`);
}

/** The later of two moments. */
export function later(a: Instant, b: Instant): Instant {
  return a >= b ? a : b;
}

/** A moment as people write it, on the clock of Asia/Shanghai: `2022年8月22日 09:00`. */
export function chineseMoment(moment: Instant): string {
  const clock = epochOf(moment) - epochOf(startOfDay(dayOf(moment)));
  const minutes = Math.floor(clock / 60_000);
  const digits = (part: number): string => String(part).padStart(2, '0');
  return `${chineseDay(dayOf(moment), true)} ${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}
