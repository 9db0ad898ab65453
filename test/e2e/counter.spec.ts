import { expect, look, test } from './app.ts';

test('the counter check answers from anywhere, by keyboard', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Has it come?' });
  const field = dialog.getByLabel(/Receipt, or the customer/);

  await field.fill('UCAKD308XC');
  await expect(dialog.getByText('It has come')).toBeVisible();
  await expect(dialog).toContainText('KSh\u00A0640.00');
  await look(page, '50-counter-come');

  await dialog.getByLabel('Amount, KSh').fill('700');
  await expect(dialog.getByText('The amount differs')).toBeVisible();
  await look(page, '51-counter-amount');

  await dialog.getByLabel('Amount, KSh').fill('');
  await field.fill('UCAKD3O8XC');
  await expect(dialog.getByText('Only a receipt much like it')).toBeVisible();

  await field.fill('UCDP6NQDRU');
  await expect(dialog.getByText('The money was taken back')).toBeVisible();

  await field.fill('UC9F473NZ3');
  await expect(dialog.getByText('No payment of a customer')).toBeVisible();
  await expect(dialog).toContainText('3,000.00 to Nuru Telecoms');

  await field.fill('UCZ9ZZ9ZZ9');
  await expect(dialog.getByText('Not confirmed yet')).toBeVisible();
  await expect(dialog).toContainText('the last statement ends');
  await look(page, '52-counter-unknown');

  await field.fill('UCAKD308XC 700');
  await expect(dialog.getByText('The amount differs')).toBeVisible();
  await expect(dialog).toContainText('The statement tells of it; there is no message of your own.');

  await field.fill('Rashid Wafula');
  await expect(dialog.getByText('No receipt in it')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Search the payments for “Rashid Wafula”' })).toBeVisible();
  // The only way on, which Enter takes, also where it comes before the answer.
  await field.fill('Rashid');
  await field.pressSequentially(' Wafula');
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Payments' }).getByRole('row').nth(1)).toContainText('RASHID WAFULA');
});
