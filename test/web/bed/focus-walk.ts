import type { Page } from 'playwright-core';

interface Stop {
  readonly name: string;
  readonly place: number;
  readonly isSeen: boolean;
}

const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

// The ring may be drawn by the control itself or by the boxes around it: how they look without the focus is kept.
const looks = `window.looksOf = (one) => [one, one.parentElement, one.parentElement?.parentElement].map((part) => {
  if (part === null || part === undefined) return '';
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor, transform, clipPath } = getComputedStyle(part);
  return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, borderTopColor, transform, clipPath].join();
}).join(' ')`;
const nameOf = `(one.innerText || one.getAttribute('aria-label') || one.tagName).trim().slice(0, 40)`;

// Every control of the page that can be used now; a group of radios is one stop and is left out.
const mark = `${looks}; window.unfocused = new Map(); [...document.querySelectorAll('${controls}')].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  const isShown = getComputedStyle(one).visibility === 'visible' && width > 0 && height > 0;
  return isShown && !one.disabled && one.tabIndex >= 0 && one.type !== 'radio';
}).map((one, place) => {
  one.dataset.stop = String(place);
  window.unfocused.set(one, window.looksOf(one));
  return ${nameOf};
})`;

const here = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const isSeen = window.unfocused.get(one) !== window.looksOf(one);
  return { name: ${nameOf}, place: Number(one.dataset.stop ?? -1), isSeen };
})()`;

/** Walks a page by the tab key from its beginning to its end. */
export async function focusWalk(page: Page): Promise<{
  readonly first: string;
  /** Stops at which nothing shows that they have the focus. */
  readonly unseen: readonly string[];
  /** Controls that are seen and were never reached. */
  readonly missed: readonly string[];
}> {
  const names = await page.evaluate<readonly string[]>(mark);
  const stops: Stop[] = [];
  for (let presses = 0; presses < names.length + 20; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(here);
    if (stop === null) break;
    stops.push(stop);
  }
  const reached = new Set(stops.map(({ place }) => place));
  return {
    first: stops[0]?.name ?? '',
    unseen: stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name),
    missed: names.filter((_name, place) => !reached.has(place)),
  };
}
