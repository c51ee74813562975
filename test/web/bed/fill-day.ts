import type { Locator, Page } from 'playwright-core';

/** Fills the day of a field in; the one place that knows how days are entered. */
export async function fillDay(place: Page | Locator, field: string | RegExp, day: string): Promise<void> {
  await place.getByLabel(field).fill(day);
}
