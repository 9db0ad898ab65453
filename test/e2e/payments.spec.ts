import { expect, look, test } from './app.ts';

test('payments by keyboard: choose, add up, copy, search, lay out, keep a view', async ({ app, open }) => {
  const page = await open();
  const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
  const grid = page.getByRole('grid', { name: 'Payments' });
  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(page.getByText('170 payments').last()).toBeVisible();

  await test.step('Space and Shift choose, the foot says what they come to', async () => {
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('3 chosen')).toContainText('+610.00');
    await look(page, '80-chosen');
    await page.keyboard.press('Shift+End');
    await expect(page.getByText('170 chosen')).toContainText('+111\u202F620.00');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/chosen/)).toBeHidden();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('170 chosen')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('what is chosen is copied as text, a line a row', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('2 rows copied')).toBeVisible();
    await go('#/messages');
    const box = page.getByRole('textbox', { name: 'M-PESA messages' });
    await box.focus();
    await page.keyboard.press('Control+v');
    await expect(box).not.toBeEmpty();
    const lines = (await box.inputValue()).split('\n').map((line) => line.split('\t'));
    expect(lines.map((cells) => cells.length)).toEqual([7, 7, 7]);
    expect(lines[1]!.slice(1, 3)).toEqual(['2026-03-15 19:26:36', 'ISAAC KAMAU 0712***809']);
    expect(lines[1]!.slice(4)).toEqual(['UCFA5BZMVA', '400.00', '400.00']);
    await box.fill('');
    await go('#/payments');
    await expect(page.getByText('170 payments').last()).toBeVisible();
  });

  await test.step('letters search from the grid, and the arrow leads back', async () => {
    await grid.focus();
    await page.keyboard.type('halima');
    await expect(page.getByRole('searchbox')).toHaveValue('halima');
    await expect(grid.getByRole('row').nth(1)).toContainText('HALIMA');
    await page.keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'The payment’s story' })).toContainText('HALIMA');
    await page.keyboard.press('Escape');
  });

  await test.step('a view is kept under a name, a column left out', async () => {
    let written = 0;
    page.on('response', (answer) => {
      if (answer.url().endsWith('/call/views.write')) written += 1;
    });
    await page.getByRole('button', { name: 'Views' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Halima');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('checkbox', { name: 'What' }).press('Space');
    await page.getByRole('button', { name: 'Who: wider' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(grid.getByRole('columnheader', { name: 'What' })).toBeHidden();
    // The name, the column and the width: what is shown is written behind it.
    await expect.poll(() => written).toBe(3);
  });

  await test.step('after a restart all of it is as it was left', async () => {
    await page.goto('about:blank');
    await app.stop();
    await page.goto(await app.start());
    await go('#/payments');
    await expect(grid.getByRole('columnheader', { name: 'Who' })).toBeVisible();
    await expect(grid.getByRole('columnheader', { name: 'What' })).toBeHidden();
    await page.getByRole('button', { name: 'Views' }).press('Enter');
    await page.getByRole('link', { name: 'Halima' }).press('Enter');
    await expect(page.getByRole('searchbox')).toHaveValue('halima');
  });

  await test.step('pictures: each mark opens its rows, each has a table behind it', async () => {
    await go('#/payments?tab=pictures');
    await expect(page.getByRole('heading', { name: 'Payments by hour and day' })).toBeVisible();
    await look(page, '82-pictures');
    await page.locator('.heat-mark', { hasText: '5' }).first().click();
    await expect(page.getByRole('search').getByRole('status')).toContainText('5 payments');
    await expect(page.getByRole('button', { name: 'From 11 to 12 o’clock' })).toBeVisible();
    await page.goBack();
    await page.getByText('As a table : In and out by week').press('Enter');
    await page.getByRole('link', { name: '9–15 Mar 2026' }).press('Enter');
    await expect(page.getByRole('search').getByRole('status')).toContainText(/^\d+ payments/);
  });
});
