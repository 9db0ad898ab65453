import { expect, look, test } from './app.ts';

test('days, months and what proves them', async ({ open }) => {
  const page = await open();
  const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();

  await test.step('each day says what proves it', async () => {
    await go('#/statements?tab=coverage');
    await expect(page.getByRole('link', { name: /Tue 10 Mar 2026, Proved/ })).toBeVisible();
    await look(page, '60-coverage');
  });

  await test.step('a month whose statements end before it does is closed with a reason, and opened again with one', async () => {
    await go('#/statements?tab=periods');
    await expect(page.getByRole('button', { name: /^Close Mar 2026 of Till/ })).toBeVisible();
    await look(page, '61-periods');
    await page.getByRole('button', { name: /^Close Mar 2026 of Till/ }).click();
    const close = page.getByRole('dialog', { name: /^Close Mar 2026/ });
    await expect(close).toContainText('Days without a statement');
    await expect(close.getByRole('button', { name: 'Close the month' })).toBeDisabled();
    await close.getByLabel('Reason').fill('The shop closed on the 15th');
    await close.getByRole('button', { name: 'Close the month' }).click();
    await expect(page.getByText(/^closed .*Seal [0-9a-f]{16}/)).toBeVisible();
    await look(page, '62-closed');
    await page.getByRole('button', { name: /^Open Mar 2026 of Till .* again/ }).click();
    const reopen = page.getByRole('dialog', { name: /^Open Mar 2026/ });
    await expect(reopen.getByRole('button', { name: 'Open again' })).toBeDisabled();
    await reopen.getByLabel('Reason').fill('A statement came late');
    await reopen.getByRole('button', { name: 'Open again' }).click();
    await expect(page.getByText(/Seal [0-9a-f]{16}/)).toBeHidden();
  });

  await test.step('a day is counted, closed, and prints on one sheet', async () => {
    await go('#/today?tab=day-close&date=2026-03-12');
    await page.getByLabel('Cash counted at night').fill('3,150');
    await page.getByLabel('All that was sold').fill('abc');
    await expect(page.getByRole('button', { name: 'Close the day' })).toBeDisabled();
    await page.getByLabel('All that was sold').fill('20000');
    await expect(page.getByText(/Unexplained/)).toBeVisible();
    await look(page, '63-day-count');
    await page.getByRole('button', { name: 'Close the day' }).click();
    await expect(page.getByText(/^The seal fits: [0-9a-f]{16}/)).toBeVisible();
    await look(page, '64-day-closed');
    const paper = await page.pdf({ format: 'A4' });
    await page
      .getByRole('row', { name: /^Came by M-PESA/ })
      .getByRole('link')
      .click();
    await expect(page.getByRole('button', { name: /Paid by customers/ })).toBeVisible();
    expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });
});
