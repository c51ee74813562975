import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/chromium-path.ts';

/** Chromium without a sandbox, as root needs it, and without talk of its own to the network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A window of its own, without the cookies of others, that collects what the page complains of and asks of other hosts. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Refusals of the content security policy, script errors, and requests to another host. */
  readonly complaints: string[];
  /** Opens a path of the tested host and waits until its heading stands. */
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Someone in front of a screen of that width. */
export async function visitor(browser: Browser, origin: string, width = 1280): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // A refused request is said in the console too; whether it was to be refused is for the test.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol.startsWith('http')) complaints.push(`asked ${request.url()}`);
  });
  const open = async (path: string): Promise<void> => {
    await page.goto(`${origin}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  };
  return { context, page, complaints, open, close: () => context.close() };
}

/** Waits until nothing on the page is being read any more. */
export async function settled(page: Page): Promise<void> {
  const waiting = page.locator('.waiting');
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
}
