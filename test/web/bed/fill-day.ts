import type { Locator, Page } from 'playwright-core';

/** Types the day of a field and leaves it, as one does on the way to the next; the one place that knows how days are entered. */
export async function fillDay(place: Page | Locator, field: string | RegExp, day: string): Promise<void> {
  const typed = place.getByLabel(field);
  await typed.fill(day);
  await typed.press('Tab');
}
