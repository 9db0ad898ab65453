import { chargedTill, wrong } from '../ledger/charged-till.ts';
import { expect, look, test } from './app.ts';

test('a charge unlike the others and a settlement that came short are told in plain words', async ({ open }) => {
  const page = await open();
  const list = page.getByRole('grid', { name: 'What needs a decision' });
  const why = page.getByRole('complementary', { name: 'Evidence and ways' });
  const { till, bank } = chargedTill();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Import files|Choose files)/ }).click();
  await (
    await chosen
  ).setFiles(
    [till, bank].map((text, n) => ({
      name: `${['till', 'bank'][n]}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  );
  await page.getByRole('button', { name: 'Explain its columns' }).click();
  const columns = page.getByRole('dialog', { name: 'Explain the columns of bank.csv' });
  await columns.getByLabel('Number', { exact: true }).fill('0110022');
  await columns.getByRole('button', { name: 'Keep and look at the file' }).click();
  await page.getByRole('button', { name: 'Import 53 new rows' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await page.evaluate(() => void (location.hash = '#/reconcile?tab=decisions'));

  await list.getByRole('row').filter({ hasText: 'Charge differs' }).click();
  await expect(why).toContainText(`Charged KSh 14.00; usual for this amount is KSh 2.80. KSh 11.20 too much.`);
  await expect(why).toContainText('were charged 0.55 % of the amount');
  await expect(page.getByRole('region', { name: 'The two sides' })).toContainText(wrong.receipt);
  await look(page, '49-charge-differs');

  const short = list.getByRole('row').filter({ hasText: 'MPESA SETTLEMENT TILL 5012345' });
  await expect(short).toContainText((wrong.shortBy / 100).toFixed(2));
  await short.click();
  await expect(why.getByRole('heading', { level: 2 })).toHaveText('Settlement differs');
  await look(page, '49-settlement-differs');
});
