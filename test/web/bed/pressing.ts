import type { Locator, Page } from 'playwright-core';

/** Counts the presses of a person on everything they see in a window, over all the pages that follow. */
export async function countedPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('notePress', () => {
    presses += 1;
  });
  const listen = `addEventListener('click', (event) => { if (event.isTrusted) notePress(); }, true)`;
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => presses;
}

/** Sends at once what waits in the bar for its ten seconds, and waits until it is recorded. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: '立即提交' }).click();
  await page.locator('.undo-bar').waitFor({ state: 'detached' });
}

/** Chooses an entry of a list that opens under a field, of the open form where there is one. */
export async function chooseFrom(page: Page, field: string | RegExp, entry: string | RegExp): Promise<void> {
  const form = page.getByRole('dialog');
  const place = (await form.count()) > 0 ? form : page;
  await place.getByLabel(field).first().click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: entry }).first().click();
}

/** Opens the form of an act by its button, fills it in and sends it; what waits ten seconds to be taken back is sent at once. */
export async function doAct(
  page: Page,
  label: string,
  fill: (dialog: Locator) => Promise<void> = noFields,
): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const sendAtOnce = page.getByRole('button', { name: '立即提交' });
  if ((await sendAtOnce.count()) > 0) await sendNow(page);
}

async function noFields(): Promise<void> {}
