import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, look, test } from './app.ts';

const samples = join(import.meta.dirname, '../../samples');
const golden = join(import.meta.dirname, '../golden/imports');
const sample = (name: string) => join(samples, name);

const go = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();

type Given = string | { name: string; mimeType: string; buffer: Buffer };

async function choose(page: Page, files: readonly Given[]): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Import files|Choose files)/ }).click();
  const chooser = await chosen;
  const payloads = files.filter((file) => typeof file !== 'string');
  await (payloads.length > 0
    ? chooser.setFiles(payloads)
    : chooser.setFiles(files.filter((file) => typeof file === 'string')));
}

const csv = (name: string, lines: readonly string[]): Given => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

/** A bank's export that no importer knows, whose dates read both ways. */
const bank = csv('bank-may.csv', [
  'Txn Date,Narration,Money In,Money Out,Balance After,Ref',
  '03/05/2026,MPESA UE2LQ7M2ZX from AKINYI DOE,1250.00,,51250.00,BK-0091',
  '04/05/2026,Cash deposit counter,8000.00,,59250.00,BK-0092',
  '05/05/2026,Ledger fee,,120.00,59130.00,BK-0093',
  '06/05/2026,not yet cleared,,,59130.00,BK-0094',
]);

test('many files at once: each answers for itself, and one that repeats another says so', async ({ open }) => {
  const page = await open();
  await choose(page, [sample('till-statement.csv'), sample('till-statement-2.csv'), sample('README.md')]);
  await expect(page.getByRole('heading', { name: 'What these 3 files hold' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'README.md' }).getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: '1 file is not imported' }).click();
  await expect(page.getByRole('article', { name: 'README.md' })).toBeInViewport();
  const again = page.getByRole('article', { name: 'till-statement-2.csv' });
  await expect(again.getByText('Already there').locator('xpath=following-sibling::dd')).not.toHaveText('0');
  await look(page, 'import-01-three-files');

  await page.getByRole('button', { name: 'Leave README.md out' }).click();
  await expect(page.getByRole('heading', { name: 'What these 2 files hold' })).toBeVisible();
  const button = page.getByRole('button', { name: /^Import [\d,]+ new rows$/ });
  const promised = (await button.innerText()).replace(/\D/g, '');
  await button.click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  const stored = await page
    .locator('.intake dt', { hasText: 'Stored' })
    .locator('xpath=following-sibling::dd')
    .allInnerTexts();
  expect(stored.reduce((sum, rows) => sum + Number(rows.replace(/\D/g, '')), 0)).toBe(Number(promised));
  await look(page, 'import-02-done');
});

test('a locked statement asks for its password, once, and says when it is wrong', async ({ open }) => {
  const page = await open();
  await choose(page, [join(golden, 'statement-pdf/locked.pdf')]);
  const file = page.getByRole('article', { name: 'locked.pdf' });
  await expect(file.getByText('kept nowhere')).toBeVisible();
  await look(page, 'import-03-locked');
  await file.getByLabel('Password of locked.pdf').fill('not-this-one');
  await file.getByRole('button', { name: 'Open' }).click();
  await expect(file.getByRole('alert')).toContainText('does not open it');
  await file.getByLabel('Password of locked.pdf').fill('neema-2026');
  await page.keyboard.press('Enter');
  await expect(file.getByText('Statement (PDF)')).toBeVisible();
  await look(page, 'import-04-opened');
});

test('a table nobody knows is explained once, and the next file like it is read without asking', async ({ open }) => {
  const page = await open();
  await choose(page, [bank]);
  await page.getByRole('button', { name: 'Explain its columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Explain the columns of bank-may.csv' });
  const keep = dialog.getByRole('button', { name: 'Keep and look at the file' });
  await expect(dialog.getByRole('group', { name: 'Which day is 03/05/2026?' })).toBeVisible();
  await expect(keep).toBeDisabled();
  await look(page, 'import-05-mapper');
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('Number', { exact: true }).fill('0100 200 300');
  await expect(dialog.getByRole('table')).toContainText('UE2LQ7M2ZX');
  await look(page, 'import-06-mapped');
  await keep.click();
  await expect(dialog).toBeHidden();
  const file = page.getByRole('article', { name: 'bank-may.csv' });
  await expect(file.getByText('Bank account 0100 200 300', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 new rows' }).click();
  await expect(page.getByText('Are these yours?')).toBeVisible();

  await page.getByRole('link', { name: 'See the accounts' }).click();
  await look(page, 'import-07-accounts-new');
  await page.getByRole('button', { name: 'Edit Bank account 0100 200 300' }).first().click();
  await page.getByLabel('Your own name for it').fill('Shop’s bank');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('rowheader', { name: /Shop’s bank/ })).toBeVisible();
  await expect(page.getByText('Confirm what is yours')).toBeHidden();
  await look(page, 'import-08-accounts');

  await go(page, 'Statements');
  await page.getByRole('button', { name: 'Done' }).click();
  await choose(page, [
    csv('bank-june.csv', [
      'Txn Date,Narration,Money In,Money Out,Balance After,Ref',
      '02/06/2026,Cash deposit counter,500.00,,59630.00,BK-0101',
    ]),
  ]);
  await expect(page.getByRole('button', { name: 'Import 1 new row' })).toBeEnabled();
});

test('what was undone does not come back without a word', async ({ open }) => {
  const page = await open();
  await choose(page, [sample('till-statement.csv')]);
  // With its number: the button that the file was chosen with may still stand there.
  await page.getByRole('button', { name: /^Import [\d,]+ new rows$/ }).click();
  await page
    .getByRole('button', { name: /^Undo the import/ })
    .first()
    .click();
  await expect(page.getByRole('article').getByText('Undone', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await choose(page, [sample('till-statement.csv')]);
  await expect(page.getByText('imported and undone before. It is left out.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import [\d,]+ new row/ })).toBeHidden();
  await look(page, 'import-09-undone-before');
  await page.getByRole('button', { name: 'Import it again' }).click();
  await page.getByRole('button', { name: /^Import [1-9]\d* new rows$/ }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
});
