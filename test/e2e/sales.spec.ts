import { join } from 'node:path';
import { expect, look, test } from './app.ts';

const samples = join(import.meta.dirname, '../../samples');

/** A shop's counter book, saved from a sheet: a title, a blank line, a total below; two of its sales name a receipt. */
const book = [
  'MAMA ZAWADI MINI MART,,,,',
  ',,,,',
  'Date,Time,Sale No,Customer,Total,M-PESA code',
  '09/03/2026,07:00,S-001,,60,UC9ABCDE12',
  '10/03/2026,12:30,S-002,AKINYI DOE,"1,250/=",',
  '14/03/2026,12:40,S-003,BARAKA OTIENO,lots,',
  ',,,TOTAL,1310,',
];

test('a file of sales comes in through the mapper, is matched, and goes again as a whole', async ({ open }) => {
  const page = await open();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import files/ }).click();
  await (
    await chooser
  ).setFiles([{ name: 'sales-march.csv', mimeType: 'text/csv', buffer: Buffer.from(`${book.join('\r\n')}\r\n`) }]);
  await page.getByRole('button', { name: 'Explain its columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Explain the columns of sales-march.csv' });
  await expect(dialog.getByRole('combobox', { name: 'What do the rows tell?' })).toHaveValue('sales');
  await expect(dialog.getByRole('combobox', { name: 'Whose rows are they?' })).toBeHidden();
  await expect(dialog.getByText('14/03/2026 shows it.')).toBeVisible();
  await expect(dialog.getByText('The amount is “lots”; it should be above zero.')).toBeVisible();
  await look(page, 'sales-01-mapper');
  await dialog.getByRole('button', { name: 'Keep and look at the file' }).click();

  const file = page.getByRole('article', { name: 'sales-march.csv' });
  await expect(file.getByText('To be paid, KSh').locator('xpath=following-sibling::dd')).toHaveText(/^1.310\.00$/);
  await look(page, 'sales-02-preview');
  await page.getByRole('button', { name: 'Import 2 new rows' }).click();
  await page.getByRole('button', { name: 'Undo it and read its columns otherwise' }).click();
  await dialog.getByRole('button', { name: 'Keep and look at the file' }).click();
  await expect(file.getByText('It comes back.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 new rows' }).click();
  await page.getByRole('link', { name: 'See the sales and what is paid of them' }).click();
  await expect(page.getByText(/^2 sales, .*1.310\.00$/)).toBeVisible();
  await page.getByRole('row', { name: /AKINYI DOE/ }).dblclick();
  await expect(page.getByText('From sales-march.csv, row 5')).toBeVisible();
  await look(page, 'sales-03-list');

  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Undo the import of sales-march.csv' }).click();
  // The reading before it was undone already.
  await expect(page.getByText('Undone', { exact: true })).toHaveCount(2);
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Choose files/ }).click();
  await (await again).setFiles([join(samples, 'till-statement.csv')]);
  await page.getByRole('button', { name: /^Import [1-9]/ }).click();
  await places.getByRole('link', { name: 'Reconcile' }).click();
  await page.getByRole('link', { name: 'Sales' }).click();
  await expect(page.getByText('No sales yet')).toBeVisible();

  // Chosen from here, a table that could be of anything is taken for what one came for.
  const here = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await here
  ).setFiles([
    { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('Day,Who,Amount\n17/03/2026,AKINYI DOE,80\n') },
  ]);
  await page.getByRole('button', { name: 'Explain its columns' }).click();
  await expect(page.getByRole('combobox', { name: 'What do the rows tell?' })).toHaveValue('sales');
  await expect(page.getByRole('dialog').getByRole('table')).toContainText('80.00');
});

test('a list pasted twice names what the book has already', async ({ open }) => {
  const page = await open();
  await page.getByRole('link', { name: /^Paste messages/ }).click();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reconcile' }).click();
  await page.getByRole('link', { name: 'Sales', exact: true }).click();
  const paste = async (...lines: string[]) => {
    await page.getByRole('button', { name: 'Paste a list' }).first().click();
    await page.getByLabel('List of sales').fill(['Date,Time,Sale No,Amount', ...lines].join('\n'));
  };
  await paste('2026-03-09,08:15,S-1,500', '2026-03-10,09:00,,80');
  await page.getByRole('button', { name: 'Save 2 sales' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(/^2 sales, /)).toBeVisible();

  await paste('2026-03-09,08:15,S-1,500', '2026-03-10,09:30,,80', '2026-03-10,12:30,,80');
  await expect(page.getByText('500.00 · 2026-03-09 08:15 · S-1')).toBeVisible();
  await expect(page.getByText('1 may be a sale that the book has already.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save 2 sales' })).toBeEnabled();
  await look(page, 'sales-04-known');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Write a sale' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Amount, KSh').fill('500');
  await form.getByLabel('Date').fill('2026-03-09');
  await form.getByLabel('Time').fill('08:15');
  await form.getByLabel('Reference, if known').fill('s1');
  await expect(form.getByText('Save it only if it is another.')).toBeVisible();
  await look(page, 'sales-05-known-too');
});

test('a sale whose payment was taken back in part is partly paid, and every screen says what stays', async ({
  open,
}) => {
  const page = await open();
  await page.getByRole('link', { name: /^Paste messages/ }).click();
  await page
    .getByRole('textbox', { name: 'M-PESA messages' })
    .fill(
      [
        'UC95BN4M1Q Confirmed. You have received Ksh1,000.00 from AKINYI DOE 0722000111 on 9/3/26 at 8:14 AM New M-PESA balance is Ksh1,200.00.',
        'UC97DK2P8T confirmed. Reversal of transaction UC95BN4M1Q has been successfully reversed  on 9/3/26  at 3:00 PM and Ksh300.00 is debited from your M-PESA account. New M-PESA account balance is Ksh900.00.',
      ].join('\n\n'),
    );
  await page.getByRole('button', { name: 'Save 2 messages' }).click();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reconcile' }).click();
  await page.getByRole('link', { name: 'Sales', exact: true }).click();
  await page.getByRole('button', { name: 'Paste a list' }).first().click();
  await page
    .getByLabel('List of sales')
    .fill('Date,Time,Customer,Amount,Receipt\n2026-03-09,08:15,AKINYI,1000,UC95BN4M1Q');
  await page.getByRole('button', { name: 'Save 1 sale' }).click();
  await page.getByRole('row', { name: /AKINYI/ }).dblclick();
  const stays = /300\.00 of it was taken back; .*700\.00 stays\./;
  await expect(page.getByRole('row', { name: /AKINYI/ })).toContainText('Partly paid');
  await expect(page.getByText(stays)).toBeVisible();
  await look(page, 'sales-06-part-taken-back');
  await page.getByRole('link', { name: 'UC95BN4M1Q' }).click();
  await page.getByRole('row', { name: /UC95BN4M1Q/ }).dblclick();
  await expect(page.getByText(stays)).toBeVisible();
  await look(page, 'sales-07-its-story');
  await page.getByRole('link', { name: 'Decisions' }).click();
  const asked = page.getByRole('grid', { name: 'What needs a decision' }).getByRole('row', { name: /Taken back/ });
  await asked.click();
  await expect(page.getByText(stays)).toBeVisible();
  await look(page, 'sales-08-its-decision');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Has it come?' });
  await dialog.getByLabel(/Receipt, or the customer/).fill('UC95BN4M1Q');
  await expect(dialog.getByText(stays)).toBeVisible();
  await look(page, 'sales-09-at-the-counter');
});
