import { join } from 'node:path';
import { expect, look, test } from './app.ts';

const till = join(import.meta.dirname, '../../samples/till-statement.csv');

test('each business has its book; one is made and turned to in the window, the others are remembered', async ({
  open,
  app,
}) => {
  const page = await open();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import files/ }).click();
  await (await chooser).setFiles([till]);
  await page.getByRole('button', { name: /^Import [1-9]/ }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();

  await page.getByRole('button', { name: 'Book: shop. Switch to another' }).click();
  await look(page, 'books-01-menu');
  await page.getByRole('menuitem', { name: 'New book…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A new book' });
  await dialog.getByLabel('Name of the business').fill('../elsewhere');
  await expect(dialog.getByRole('button', { name: 'Make and open it' })).toBeDisabled();
  await dialog.getByLabel('Name of the business').fill('Zawadi Bakery');
  await look(page, 'books-02-new');
  await page.keyboard.press('Enter');

  // The new one is empty, and nothing of the other stays in sight.
  await expect(page.getByRole('heading', { name: 'Which payments really arrived?' })).toBeVisible();
  await look(page, 'books-03-empty');
  await page.getByRole('button', { name: 'Book: Zawadi Bakery. Switch to another' }).click();
  await page.getByRole('menuitemradio', { name: /^shop / }).click();
  await expect(page.getByRole('button', { name: 'Book: shop. Switch to another' })).toBeVisible();
  await page.getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('rowheader', { name: /till-statement\.csv/ })).toBeVisible();

  // Another start on the first book still knows the second, and can leave it out.
  await page.goto('about:blank');
  await app.stop();
  await page.goto(await app.start());
  await page.getByRole('link', { name: 'Settings' }).click();
  const leaveOut = page.getByRole('button', { name: 'Leave Zawadi Bakery out of the list' });
  await expect(leaveOut).toBeVisible();
  await look(page, 'books-04-settings');
  await leaveOut.click();
  await page.getByRole('button', { name: 'Book: shop. Switch to another' }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(1);
});
