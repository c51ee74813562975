import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds on the page as it stands, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ; ')}`);
}

/**
 * How far the page stays wider than its window, in px; 0 where nobody has to scroll sideways. Charts are drawn anew a moment
 * after the window changed.
 */
export async function comesToFit(page: Page): Promise<number> {
  // Looked at frame by frame within the page: what Playwright polls with is script that the page's policy refuses.
  return page.evaluate<number>(`new Promise((done) => {
    const latest = performance.now() + 5000;
    const look = () => {
      const beyond = Math.max(0, document.documentElement.scrollWidth - window.innerWidth);
      if (beyond === 0 || performance.now() > latest) done(beyond);
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
