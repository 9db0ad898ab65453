import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, look, test } from './app.ts';

const samples = join(import.meta.dirname, '../../samples');
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
  exceptions: Record<string, { receipt: string }[]>;
  charges: { rows: number };
  sweeps: { rows: number };
  overlap: { rows: number };
  wallet: { reversed: { receipt: string } };
};
const receipts = (code: string) => expected.exceptions[code]!.map(({ receipt }) => receipt);

const go = (page: Page, place: string) => page.getByRole('navigation').getByRole('link', { name: place }).click();

async function importFiles(page: Page, names: readonly string[]): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Import files|Choose files)/ }).click();
  await (await chosen).setFiles(names.map((name) => join(samples, name)));
}

/** Chooses what was found, and holds the table of payments to these receipts: those of the last choice stay until it answers. */
async function lists(page: Page, finding: string, wanted: readonly string[]): Promise<void> {
  await page.getByRole('group', { name: 'What was found' }).getByRole('button', { name: finding }).click();
  const count = new RegExp(`^${wanted.length} payments?`);
  await expect(page.getByRole('search').getByRole('status')).toContainText(count);
  const receiptsShown = async () => {
    const rows = await page.getByRole('grid', { name: 'Payments' }).getByRole('row').allInnerTexts();
    return rows.flatMap((row) => /\bU[A-L][A-Z0-9]{8}\b/.exec(row)?.[0] ?? []).toSorted();
  };
  await expect.poll(receiptsShown).toEqual(wanted.toSorted());
}

test('a shop’s week, from an empty book to the list of what does not agree', async ({ app, open }) => {
  const page = await open();

  await test.step('an empty book offers three things', async () => {
    await expect(page.getByRole('heading', { name: 'Which payments really arrived?' })).toBeVisible();
    await expect(page.getByRole('main').locator('a, button')).toHaveCount(3);
    await look(page, '01-empty-book');
  });

  await test.step('a preview says what is new before anything is stored', async () => {
    await importFiles(page, ['sms-backup.xml', 'till-statement.csv', 'till-statement-2.csv']);
    await expect(page.getByRole('heading', { name: 'What these 3 files hold' })).toBeVisible();
    await expect(page.getByText('Nothing is stored yet')).toBeVisible();
    await look(page, '02-import-preview');
    await page.getByRole('button', { name: /^Import [\d,]+ new rows$/ }).click();
    await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
    await look(page, '03-imported');
  });

  await test.step('pasted messages are read at once and stored on Save', async () => {
    await go(page, 'Messages');
    await page
      .getByRole('textbox', { name: 'M-PESA messages' })
      .fill(readFileSync(join(samples, 'pasted.txt'), 'utf8'));
    await expect(page.getByText('Not stored yet')).toBeVisible();
    await look(page, '04-paste');
    await page.getByRole('button', { name: /^Save \d+ messages$/ }).click();
    await expect(page.getByText('5 messages are new.')).toBeVisible();
    await expect(page.getByText('2 were already there.')).toBeVisible();
    await expect(page.getByText('1 could not be read.')).toBeVisible();
    await look(page, '05-saved');
  });

  await test.step('the reconcile screen finds exactly the documented list', async () => {
    await go(page, 'Reconcile');
    await expect(page.getByText(`${expected.charges.rows} charges`)).toBeVisible();
    await expect(page.getByText(`${expected.sweeps.rows} settlements`)).toBeVisible();
    await look(page, '06-reconcile');
    await lists(page, 'Not on the statement', receipts('not-on-statement'));
    await lists(page, 'No message', receipts('no-message'));
    await lists(page, 'Amounts differ', receipts('amounts-differ'));
    await lists(page, 'Reversed', [...receipts('reversed-after-sale'), expected.wallet.reversed.receipt]);
  });

  await test.step('a payment shows its witnesses side by side', async () => {
    await lists(page, 'Amounts differ', receipts('amounts-differ'));
    await page
      .getByRole('grid', { name: 'Payments' })
      .getByRole('row')
      .filter({ hasText: receipts('amounts-differ')[0]! })
      .click();
    const story = page.getByRole('complementary', { name: 'The payment’s story' });
    await expect(story.getByRole('heading', { name: 'Evidence' })).toBeVisible();
    await expect(story).toContainText('1,350.00');
    await expect(story).toContainText('1,530.00');
    await look(page, '07-story');
  });

  await test.step('the glance names what needs attention', async () => {
    await go(page, 'Today');
    for (const words of [
      'taken back after the sale',
      'not on the statement',
      'has no message',
      'two different amounts',
      'could not be read',
    ])
      await expect(page.getByRole('main')).toContainText(words);
    await look(page, '08-today');
  });

  await test.step('closed and opened again, all is there; the same files add nothing', async () => {
    await page.goto('about:blank');
    await app.stop();
    await page.goto(await app.start());
    await go(page, 'Statements');
    await expect(page.getByRole('row').filter({ hasText: 'till-statement-2.csv' })).toContainText(
      String(expected.overlap.rows),
    );
    await importFiles(page, ['sms-backup.xml', 'till-statement.csv', 'till-statement-2.csv']);
    await expect(page.getByText('Every row is in the book already.')).toBeVisible();
    await look(page, '09-again');
  });
});
