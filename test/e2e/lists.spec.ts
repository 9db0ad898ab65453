import { expect, look, test } from './app.ts';

/** What lay on the clipboard, a list of cells a line. */
const linesOf = (text: string) => text.split('\n').map((line) => line.split('\t'));

test('messages and sales are chosen, copied, ordered and laid out like payments', async ({ open }) => {
  const page = await open();
  const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  const paste = page.getByRole('textbox', { name: 'M-PESA messages' });

  await test.step('the newest message first, and another order by its head', async () => {
    await go('#/messages?tab=book');
    const grid = page.getByRole('grid', { name: 'Messages' });
    await expect(grid.getByRole('row').nth(1)).toContainText('15 Mar 2026, 19:26');
    await grid.getByRole('button', { name: 'When' }).click();
    await expect(grid.getByRole('row').nth(1)).toContainText('9 Mar 2026, 07:00');
    await grid.getByRole('button', { name: 'Amount, KSh' }).click();
    await expect(grid.getByRole('row').nth(1)).toContainText('+5 000.00'.replace(' ', '\u202F'));
  });

  await test.step('chosen messages are copied, the text too', async () => {
    const grid = page.getByRole('grid', { name: 'Messages' });
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 chosen')).toBeVisible();
    await page.keyboard.press('Control+c');
    await expect(page.getByText('2 rows copied')).toBeVisible();
    await look(page, '83-messages-chosen');
    await go('#/messages');
    await paste.focus();
    await page.keyboard.press('Control+v');
    await expect(paste).not.toBeEmpty();
    const [heads, first] = linesOf(await paste.inputValue());
    expect(heads).toEqual(['Reading', 'When', 'Who', 'Amount, KSh', 'Text']);
    expect(first![3]).toBe('5000.00');
    expect(first![4]).toMatch(/^U[A-Z0-9]{9} Confirmed/);
    await paste.fill('');
  });

  await test.step('a column of sales is left out, and chosen sales are copied without it', async () => {
    await go('#/reconcile?tab=sales');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .first()
      .fill('Date,Customer,Amount\n2026-03-12,Asha,250\n2026-03-13,Baraka,99.50');
    await page.getByRole('dialog').getByRole('button', { name: 'Save 2 sales' }).click();
    const grid = page.getByRole('grid', { name: 'Sales and invoices' });
    await expect(grid.getByRole('row').nth(2)).toContainText('Asha');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Receipt noted' }).press('Space');
    await page.keyboard.press('Escape');
    await grid.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('2 rows copied')).toBeVisible();
    await go('#/messages');
    await paste.focus();
    await page.keyboard.press('Control+v');
    await expect(paste).not.toBeEmpty();
    expect(linesOf(await paste.inputValue())).toEqual([
      ['State', 'When', 'Customer', 'Reference', 'Amount, KSh', 'Open, KSh'],
      ['Open', '2026-03-13', 'Baraka', '', '99.50', '99.50'],
      ['Open', '2026-03-12', 'Asha', '', '250.00', '250.00'],
    ]);
  });

  await test.step('the record of steps is copied as it reads', async () => {
    await go('#/reconcile?tab=history');
    const grid = page.getByRole('grid', { name: 'What was done' });
    await expect(grid.getByRole('row').nth(1)).toContainText('Wrote sales down');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('1 row copied')).toBeVisible();
    await look(page, '84-steps-copied');
  });

  await test.step('a narrow window gives the room to names, and names a payment without one by its kind', async () => {
    await page.setViewportSize({ width: 1024, height: 640 });
    await go('#/payments?reason=settlement');
    const grid = page.getByRole('grid', { name: 'Payments' });
    await expect(grid.getByRole('columnheader', { name: 'What' })).toBeHidden();
    await expect(grid.getByRole('row', { name: /Settlement/ }).first()).toBeVisible();
    await look(page, '85-payments-narrow');
  });
});
