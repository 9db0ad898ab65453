import { portalCsv } from '../ledger/portal-csv.ts';
import { expect, look, test } from './app.ts';

/** As long as one transaction takes: more would be let in at once, as it was read for the preview. */
const rows = 24_500;
const statement = { name: 'year.csv', mimeType: 'text/csv', buffer: Buffer.from(portalCsv(rows)) };

test('an import that is stopped says so once, stores nothing, and can be begun again', async ({ open }) => {
  const page = await open();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import files/ }).click();
  await (await chosen).setFiles([statement]);
  await page.getByRole('button', { name: 'Import 24,500 new rows' }).click();

  const strip = page.getByRole('banner');
  await expect(strip.getByText('Importing year.csv')).toBeVisible();
  await expect(strip.getByText(/[1-9][\d,]* rows/)).toBeVisible();
  // Leaving the page does not stop it, and the strip comes along.
  await page.getByRole('link', { name: 'Messages' }).click();
  await strip.getByRole('button', { name: 'Cancel' }).click();
  await expect(strip.getByText('Importing year.csv')).toBeHidden();

  await page.getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped: nothing was imported' })).toBeVisible();
  await expect(page.getByText(/you stopped it|cancelled/i)).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await look(page, '70-stopped');
  await page.getByRole('button', { name: 'Look at it again' }).click();
  await expect(page.getByRole('button', { name: 'Import 24,500 new rows' })).toBeEnabled();
});
