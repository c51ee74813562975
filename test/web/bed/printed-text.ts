import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';

/** All the words of a docx that a link on the page downloads, those of its head and foot included. */
export async function printedText(page: Page, link: string | RegExp): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const file = await coming;
  const zip = await JSZip.loadAsync(readFileSync(await file.path()));
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  const texts = await Promise.all(parts.map(async (name) => (await zip.file(name)?.async('text')) ?? ''));
  return texts.join('\n').replaceAll(/<[^>]*>/g, '');
}
