import { expect, look, test } from './app.ts';

const decisions = '#/reconcile?tab=decisions';

/** A sale at the counter that names no receipt, one that names another's, and one that nobody has paid. */
const sales = [
  'date,time,amount,customer,reference,receipt',
  '2026-03-10,11:50,640.00,RASHID WAFULA,,UCAKD308XC',
  '2026-03-12,14:20,5432.10,Halima Odhiambo,INV-7,',
].join('\n');

test('decisions by keyboard: resolve, undo, match by hand, and everything stays in its place', async ({ open }) => {
  const page = await open();
  const list = page.getByRole('grid', { name: 'What needs a decision' });
  const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();

  await test.step('sales are pasted as a list and stored on Save', async () => {
    await go('#/reconcile?tab=sales');
    await look(page, '40-sales-empty');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByRole('textbox', { name: 'List of sales' }).fill(sales);
    await page.getByRole('button', { name: 'Save 2 sales' }).click();
    await expect(page.getByRole('grid', { name: 'Sales and invoices' }).getByRole('row')).toHaveCount(3);
    await page.getByRole('grid').getByRole('row').filter({ hasText: 'RASHID' }).click();
    const pane = page.getByRole('complementary', { name: 'The sale' });
    await expect(pane.getByRole('heading', { name: 'Paid by' })).toBeVisible();
    await look(page, '41-sales');
  });

  await test.step('the most money at risk comes first, with both sides and the evidence', async () => {
    await go(decisions);
    await expect(list.getByRole('row').nth(1)).toContainText('Halima Odhiambo');
    await expect(page.getByRole('region', { name: 'The two sides' })).toContainText('Halima Odhiambo');
    await look(page, '42-decisions');
  });

  await test.step('a reason settles it; the row keeps its place; U takes it back', async () => {
    const names = async () => (await list.getByRole('row').allInnerTexts()).map((row) => row.split('\n')[0]);
    const rows = await names();
    // Nothing has focus after a link: the keys that move belong to the list.
    await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur());
    await page.keyboard.press('Home');
    await expect(list).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Why is this settled?' });
    await expect(dialog.getByRole('button', { name: 'Resolve' })).toBeDisabled();
    await dialog.getByLabel('Reason').fill('Paid in cash the same evening');
    await look(page, '43-reason');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('row').nth(1)).toContainText('settled');
    await expect(list.getByRole('row')).toHaveCount(rows.length);
    await look(page, '44-settled');
    await page.keyboard.press('u');
    await expect(page.getByText('Undone: Decided')).toBeVisible();
    await expect(list.getByRole('row').nth(1)).not.toContainText('settled');
    expect(await names()).toEqual(rows);
  });

  await test.step('several are put to wait in one step, and one step takes them back', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    const [all] = (await page.getByText(/^\d+ decisions, /).innerText()).split(' ');
    await expect(page.getByText(new RegExp(`^${all} chosen`))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/chosen/)).toBeHidden();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText(/^2 chosen/)).toBeVisible();
    await page.getByRole('button', { name: 'Wait for a statement' }).click();
    await expect(page.getByText(/^2 chosen/)).toBeHidden();
    await page.getByRole('combobox', { name: 'State' }).selectOption('waiting-statement');
    await expect(list.getByRole('row')).toHaveCount(3);
    await page.getByRole('combobox', { name: 'State' }).selectOption('');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Decided (2)')).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByText('Done again: Decided (2)')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Decided (2)')).toBeVisible();
    await page.getByRole('combobox', { name: 'State' }).selectOption('waiting-statement');
    await expect(page.getByText('No decision fits this filter.')).toBeVisible();
    await page.getByRole('link', { name: 'Clear the filter' }).click();
  });

  await test.step('a match by hand says what lies between both sides and wants a reason', async () => {
    await list.getByRole('row').filter({ hasText: 'Halima' }).click();
    await expect(page.getByRole('region', { name: 'The two sides' })).toContainText('Halima Odhiambo');
    await list.focus();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Match by hand' });
    await dialog.getByRole('searchbox').fill('UCCT1D3RLH');
    await dialog.getByRole('button', { name: /MOSES/ }).click();
    await expect(dialog.getByText(/Say why/)).toBeVisible();
    await dialog.getByLabel('Reason').fill('First part; the rest was paid in cash');
    await look(page, '45-by-hand');
    await dialog.getByRole('button', { name: 'Match', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the history has every step, and its chain holds', async () => {
    await go('#/reconcile?tab=history');
    await expect(page.getByRole('grid', { name: 'What was done' })).toContainText('Matched by hand');
    await page.getByRole('button', { name: 'Check the record' }).click();
    await expect(page.getByText(/Every entry fits the one before/)).toBeVisible();
    await look(page, '46-history');
  });

  await test.step('the keys are told', async () => {
    await go(decisions);
    await expect(list).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'What the keys do' })).toBeVisible();
    await look(page, '47-keys');
  });
});
