import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonActor } from '../../../domain/actor.ts';
import { axeFindings, comesToFit } from './axe.ts';
import type { WebStage } from './web-stage.ts';

/** Where the pictures of a run are kept for people to open. */
export const pictures = mkdtempSync(join(tmpdir(), 'duban-pages-'));

/** A page, and who comes to it; null for nobody. */
export interface Visit {
  readonly who: PersonActor | null;
  readonly path: string;
}

/** The name of a visit's pictures. */
export function pictureName({ who, path }: Visit): string {
  return `${who?.seat ?? 'nobody'}${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

/** Everything that is wrong with a page: refusals, barriers, what is cut off in any width or size of text, requests elsewhere. */
export async function lookAt(stage: WebStage, { who, path }: Visit, name: string): Promise<readonly string[]> {
  const { page, open, complaints, close } = await stage.visit(who);
  await open(path);
  const faults = [...(await page.getByRole('alert').allTextContents()), ...(await axeFindings(page))];
  if ((await page.locator('.outcome').count()) > 0) faults.push('forbidden or lost');
  const isMarked = (await page.getByText('演练数据·非真实情况').count()) > 0;
  if (path.startsWith('/plans/') && !isMarked) faults.push('does not say that it is a rehearsal');
  const lights = await page.locator('.light').allInnerTexts();
  if (lights.some((text) => text.trim() === '')) faults.push('a light that says nothing but its colour');
  const picture = async (width: number, as: string): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await comesToFit(page);
    await page.screenshot({ path: join(pictures, `${name}-${as}.png`), fullPage: true });
    if (beyond > 0) faults.push(`${beyond} px beyond the window: ${as}`);
  };
  for (const width of [360, 1280, 1920]) await picture(width, String(width));
  const largest = page.getByRole('button', { name: '特大文字' });
  if ((await largest.count()) > 0) {
    await largest.click();
    await picture(1280, 'large-text');
  }
  await close();
  return [...faults, ...complaints];
}
