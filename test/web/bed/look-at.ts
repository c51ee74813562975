import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { PersonActor } from '../../../domain/actor.ts';
import { axeFindings, sidewaysScroll } from './axe.ts';
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

/** What one page is looked at for: no refusal, no barrier, nothing cut off in any width or size of text, no request elsewhere. */
export async function lookAt(stage: WebStage, { who, path }: Visit, name: string): Promise<void> {
  const { page, open, complaints, close } = await stage.visit(who);
  await open(path);
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  expect(await page.locator('.outcome').count(), 'neither forbidden nor lost').toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  if (path.startsWith('/plans/')) await page.getByText('演练数据·非真实情况').first().waitFor();
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    expect(await sidewaysScroll(page), `at ${width}`).toBe(0);
  }
  const largest = page.getByRole('button', { name: '特大文字' });
  if ((await largest.count()) > 0) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await largest.click();
    await page.screenshot({ path: join(pictures, `${name}-large-text.png`), fullPage: true });
    expect(await sidewaysScroll(page), 'in letters twice as large').toBe(0);
  }
  expect(complaints).toEqual([]);
  await close();
}
