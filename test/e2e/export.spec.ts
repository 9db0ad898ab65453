import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, look, test } from './app.ts';

const go = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();

const bytesOf = async (download: Download) => readFileSync(await download.path());

async function save(page: Page, name: RegExp): Promise<Download> {
  const begun = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return begun;
}

test('payments are handed over as a workbook and to an accounting program', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /sample shop/ }).click();
  await go(page, 'Reports');
  await expect(page.getByText('The first lines stand here')).toBeVisible();
  await look(page, 'export-01-reports');

  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.getByText(/^\d+ rows are written\.$/)).toBeVisible();
  await look(page, 'export-02-workbook');
  const workbook = await save(page, /^Save .+\.xlsx$/);
  expect((await bytesOf(workbook)).subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('combobox', { name: 'As' }).selectOption({ label: 'QuickBooks Online, 3 columns' });
  await page.getByRole('button', { name: 'Make the file' }).click();
  const first = page.locator('.reports-head-lines pre');
  await expect(first).toBeVisible();
  const shown = (await first.innerText()).split('\n');
  await look(page, 'export-03-quickbooks');
  const file = await save(page, /^Save .+\.csv$/);
  const written = (await bytesOf(file)).toString('utf8').replace(/^\uFEFF/, '');
  expect(written.split(/\r?\n/).slice(0, shown.length)).toEqual(shown);
});

test('every figure of Accounts, Statements and Reports opens the rows it counts, and they their original text', async ({
  open,
}) => {
  const page = await open();
  await page.getByRole('button', { name: /sample shop/ }).click();
  await go(page, 'Accounts');
  const till = page.getByRole('row', { name: /Till 5083127/ });
  await till.getByRole('link', { name: '149 from messages' }).click();
  await expect(page.getByRole('button', { name: 'Told by a message' })).toBeVisible();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const original = page.getByText(/Confirmed\.on 15\/3\/26/);
  await expect(original.first()).toBeVisible();
  await page.goBack();
  await till.getByRole('link', { name: /11.392\.07/ }).click();
  await expect(page).toHaveURL(/tab=pictures&account=\d+&month=2026-03/);
  await page.goBack();
  await till.getByRole('link', { name: '9–15 Mar 2026' }).click();
  await expect(page.getByRole('link', { name: /Tue 10 Mar 2026, Proved/ })).toBeVisible();

  await go(page, 'Statements');
  await page.getByRole('button', { name: '1 Not read' }).click();
  const rows = page.getByRole('dialog', { name: 'pasted.txt' }).getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('UCEREA1I7R Confirmed.on');
  await page.keyboard.press('Escape');

  await go(page, 'Reports');
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'M-PESA wallet' });
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByRole('link', { name: 'See them in the book' }).click();
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue(/\d/);
  await expect(page.getByText(/^\d+ payments$/)).toBeVisible();
});

test('a bank’s format waits for its one account, and a subject it does not take changes the format', async ({
  open,
}) => {
  const page = await open();
  await page.getByRole('button', { name: /sample shop/ }).click();
  await go(page, 'Reports');
  await page.getByRole('combobox', { name: 'As' }).selectOption({ label: 'OFX' });
  await expect(page.getByRole('button', { name: 'Make the file' })).toBeDisabled();
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'Till 5083127' });
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.locator('.reports-head-lines pre')).toContainText('OFX');
  await page.getByRole('radio', { name: 'What does not agree' }).check();
  await expect(page.getByRole('combobox', { name: 'As' })).toHaveValue('xlsx');
});

test('rows that were not taken can be saved, to be put right elsewhere', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /sample shop/ }).click();
  await go(page, 'Statements');
  await page.getByRole('button', { name: 'till-statement-2.csv', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'till-statement-2.csv' });
  await dialog.getByRole('group').getByRole('button', { name: 'Skipped' }).click();
  await expect(dialog.getByRole('grid').getByRole('row')).toHaveCount(2);
  await look(page, 'export-04-rows');
  const saved = await save(page, /^Save these rows/);
  const lines = (await bytesOf(saved)).toString('utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
});
