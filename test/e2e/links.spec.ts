import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, look, test } from './app.ts';
import { type Known, simulate } from './simulator.ts';

const samples = join(import.meta.dirname, '../../samples');
const secret = 'tok-canary-7Q2x';

const go = (page: Page, place: string) =>
  page.getByRole('navigation').getByRole('link', { name: place }).first().click();
const tab = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');

/** What the simulated service collected: the payment that the statement does not show, and the one told with two amounts. */
const known: readonly Known[] = [
  payment('1', 'UCBIWVZH0L', '980.00', '2026-03-11T14:32:24'),
  payment('2', 'UCCT1D3RLH', '1530.00', '2026-03-12T10:00:00'),
];

function payment(id: string, receipt: string, amount: string, at: string): Known {
  return { id, receipt, amount, at, reference: '', phone: '', party: '', status: 'completed' };
}

const importWeek = (page: Page) => importFiles(page, ['sms-backup.xml', 'till-statement.csv', 'till-statement-2.csv']);

async function importFiles(page: Page, names: readonly string[]): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Import files|Choose files)/ }).click();
  await (await chosen).setFiles(names.map((name) => join(samples, name)));
  await page.getByRole('button', { name: /^Import [\d,]+ new rows$/ }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
}

/** Waits until the form has given way to the answer: what is pressed while one becomes the other is pressed on neither. */
async function closeLinked(page: Page): Promise<void> {
  const linked = page.getByRole('dialog', { name: / is linked$/ });
  await linked.getByText('Close', { exact: true }).click();
  await expect(linked).toBeHidden();
}

/** Fills in the form for a simulator of the payment app and waits until it has answered. */
async function linkPaymentApp(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Link a service' }).click();
  await dialog(page)
    .getByRole('combobox', { name: /^Service/ })
    .selectOption('payment-app');
  await dialog(page).getByLabel('Your name for it').fill('Shop app');
  await dialog(page).getByLabel('Whose payments it knows').selectOption({ label: 'Till 5083127' });
  await dialog(page)
    .getByRole('checkbox', { name: /simulator/ })
    .check();
  await dialog(page).getByLabel('Address').fill(url);
  await dialog(page).getByLabel('Token').fill(secret);
  await dialog(page).getByLabel('App id').fill('17');
  await dialog(page).getByLabel('Environment').selectOption('sandbox');
  await look(page, '30-link-form');
  await dialog(page).getByRole('button', { name: 'Link it' }).click();
  await dialog(page).getByRole('button', { name: 'Test it' }).click();
  await expect(dialog(page).getByText('It answers, and accepts the keys.')).toBeVisible();
  await dialog(page).getByText('ms').first().click();
  await look(page, '31-link-tested');
  expect(await page.content()).not.toContain(secret);
  await closeLinked(page);
}

test('a linked service is asked about what waits, and its answer stands beside the statement', async ({
  app,
  open,
}) => {
  const service = await simulate('payment-app', app.book, known);
  const page = await open();
  await importWeek(page);

  await test.step('nothing is linked until the owner links it', async () => {
    await go(page, 'Services');
    await expect(page.getByRole('heading', { name: 'No service linked yet' })).toBeVisible();
    await look(page, '29-no-service');
    await linkPaymentApp(page, service.url);
    await expect(page.getByRole('heading', { name: 'Shop app' })).toBeVisible();
    await expect(page.getByRole('switch').first()).toBeVisible();
    for (const off of await page.getByRole('switch').all()) await expect(off).not.toBeChecked();
    await look(page, '32-linked');
  });

  await test.step('the payment that the statement does not show waits for an answer', async () => {
    await go(page, 'Reconcile');
    await page
      .getByRole('group', { name: 'What was found' })
      .getByRole('button', { name: 'Not on the statement' })
      .click();
    await expect(page.getByRole('grid', { name: 'Payments' })).toContainText('UCBIWVZH0L');
    await page.getByRole('button', { name: 'Look up what waits' }).click();
    await page.getByRole('link', { name: 'See the answers' }).click();
    const list = page.getByRole('grid', { name: 'Lookups' });
    const row = list.getByRole('row').filter({ hasText: 'UCBIWVZH0L' });
    await expect(row).toContainText('Confirmed', { timeout: 60_000 });
    await look(page, '33-lookups');
    await row.click();
    const pane = page.getByRole('complementary', { name: 'Lookup' });
    await expect(pane).toContainText('The amount agrees.');
    await expect(pane).toContainText('KSh 980.00'.replace(' ', '\u00A0'));
    await pane.locator('summary').first().click();
    await expect(pane.locator('pre').first()).toContainText('queryTransactions');
    await look(page, '34-lookup');
    expect(await page.content()).not.toContain(secret);
  });

  await test.step('the story says who confirmed it, beside the statement that does not show it', async () => {
    await go(page, 'Reconcile');
    await page.getByRole('searchbox').first().fill('UCBIWVZH0L');
    const row = page.getByRole('grid', { name: 'Payments' }).getByRole('row').filter({ hasText: 'UCBIWVZH0L' });
    await row.click();
    const story = page.getByRole('complementary', { name: 'The payment’s story' });
    await expect(story.getByRole('heading', { name: 'Linked services' })).toBeVisible();
    await expect(story).toContainText('The amount agrees. The receipt agrees.');
    await look(page, '35-story-with-service');
  });
  await service.stop();
});

test('what a service could not tell asks for a decision, and closes when it can or when a statement comes', async ({
  app,
  open,
}) => {
  // What the sample's own service collected over the weekend; one payment has not reached it yet, one it tells otherwise.
  const collected: readonly Known[] = JSON.parse(readFileSync(join(samples, 'linked-service.json'), 'utf8'));
  const weekend = collected.filter(({ at }) => at >= '2026-03-14');
  const [late, other] = weekend.filter(({ at }) => at >= '2026-03-15');
  const before = weekend
    .filter((one) => one !== late)
    .map((one) => (one === other ? { ...one, amount: `${Number(one.amount) + 10}.00` } : one));
  const service = await simulate('payment-app', app.book, before);
  const page = await open();
  const unsure = page.getByText('The service could not tell of 1 payment');
  const contradicts = page.getByText('The service contradicts 1 payment');
  await importFiles(page, ['sms-backup.xml', 'till-statement.csv', 'pasted.txt']);
  await go(page, 'Services');
  await linkPaymentApp(page, service.url);
  const ask = async (verdict: string) => {
    await go(page, 'Services');
    await tab(page, 'Lookups');
    await page.getByRole('button', { name: 'Look up what waits' }).click();
    const row = page.getByRole('grid', { name: 'Lookups' }).getByRole('row').filter({ hasText: late!.receipt });
    await expect(row.first()).toContainText(verdict, { timeout: 60_000 });
  };

  await ask('Inconclusive');
  await go(page, 'Today');
  await expect(unsure).toBeVisible();
  await expect(contradicts).toBeVisible();
  await look(page, '46-service-unsure');

  await service.stop();
  const again = await simulate('payment-app', app.book, before.concat(late!), Number(new URL(service.url).port));
  await ask('Confirmed');
  await go(page, 'Today');
  await expect(unsure).toHaveCount(0);
  await expect(contradicts).toBeVisible();

  // The statement agrees with the message: it decides, whatever the service said.
  await go(page, 'Statements');
  await importFiles(page, ['till-statement-2.csv']);
  await go(page, 'Today');
  await expect(contradicts).toHaveCount(0);
  await look(page, '47-service-closed');
  await again.stop();
});

test('the sample shop is asked about at a pretended service, without an account', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /sample shop/ }).click();
  await page.getByRole('link', { name: 'Ask a pretended service about its payments.' }).click();
  await page.getByRole('button', { name: 'Try a pretended service' }).click();
  await expect(page.getByRole('heading', { name: 'Sample payment app' })).toBeVisible();
  await page.getByRole('button', { name: 'Test it' }).click();
  await expect(dialog(page).getByText('It answers, and accepts the keys.')).toBeVisible();
  await page.keyboard.press('Escape');
  await look(page, '48-pretended');
});

test('without a network a question waits, and is asked again when the person says so', async ({ app, open }) => {
  const service = await simulate('payment-app', app.book, known);
  const page = await open();
  await importWeek(page);
  await go(page, 'Services');
  await linkPaymentApp(page, service.url);
  await service.stop();
  await page.getByRole('button', { name: 'Look up what waits' }).click();
  await tab(page, 'Lookups');
  await expect(page.getByText(/waits? for the network/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await look(page, '36-offline');
});

test('money moves only after it was switched on, shown and pressed for', async ({ app, open }) => {
  const service = await simulate('payment-app', app.book);
  const page = await open();
  await importWeek(page);
  await go(page, 'Services');
  await linkPaymentApp(page, service.url);
  await expect(page.getByRole('button', { name: 'Send money' })).toHaveCount(0);

  await test.step('a requested payment is confirmed, pressed once, and looked up by itself', async () => {
    await page.getByRole('switch', { name: 'Request a payment' }).click();
    await expect(page.getByRole('switch', { name: 'Request a payment' })).toBeChecked();
    await page.getByRole('button', { name: 'Request a payment' }).click();
    await dialog(page).getByRole('button', { name: 'Next' }).click();
    await expect(dialog(page)).toContainText('A whole Kenyan number');
    await dialog(page).getByLabel('Phone number').fill('0711 222 333');
    await dialog(page).getByLabel('Amount, KSh').fill('250');
    await dialog(page).getByLabel('Reference').fill('Order 17');
    // The second press of a hasty hand lands on what came in its place: it sends nothing and closes nothing.
    await dialog(page).getByRole('button', { name: 'Next' }).dblclick();
    await expect(dialog(page).getByRole('button', { name: 'Request a payment' })).toBeEnabled();
    await expect(dialog(page)).not.toContainText('Accepted');
    await expect(dialog(page)).toContainText('KSh\u00A0250.00');
    await expect(dialog(page)).toContainText('0711222333');
    await expect(dialog(page)).toContainText('Shop app');
    await look(page, '37-confirm-request');
    await dialog(page).getByRole('button', { name: 'Request a payment' }).click();
    await expect(dialog(page)).toContainText('Accepted, not paid yet');
    await look(page, '38-accepted');
    await dialog(page).getByRole('link', { name: 'See the order' }).click();
    await expect(page.getByRole('complementary', { name: 'Order' })).toContainText('Order 17');
    await look(page, '39-order');
  });

  await test.step('money out waits for the typed amount', async () => {
    await tab(page, 'Linked services');
    await page.getByRole('switch', { name: 'Send money' }).click();
    await expect(page.getByRole('switch', { name: 'Send money' })).toBeChecked();
    await page.getByRole('button', { name: 'Send money' }).click();
    await dialog(page).getByLabel('Phone number').fill('0711222333');
    await dialog(page).getByLabel('Amount, KSh').fill('75.50');
    await dialog(page).getByRole('button', { name: 'Next' }).click();
    const press = dialog(page).getByRole('button', { name: 'Send money' });
    await expect(press).toBeDisabled();
    await dialog(page).getByLabel('Type the amount once more').fill('75.05');
    await expect(press).toBeDisabled();
    await dialog(page).getByLabel('Type the amount once more').fill('75.50');
    await look(page, '40-confirm-money-out');
    await press.click();
    await expect(dialog(page)).toContainText('Accepted');
  });
  await service.stop();
});

test('a receipt goes by SMS to a payer whose number is known, its words shown and counted', async ({ app, open }) => {
  const service = await simulate('fluxsms', app.book);
  const page = await open();
  await page.getByRole('link', { name: /Paste messages/ }).click();
  await page
    .getByRole('textbox', { name: 'M-PESA messages' })
    .fill(
      'UCA7QK4M8T Confirmed.You have received Ksh1,250.00 from WANJA DOE 0711222333 on 10/3/26 at 2:05 PM New M-PESA balance is Ksh3,400.00.',
    );
  await page.getByRole('button', { name: 'Save 1 message' }).click();
  await go(page, 'Services');
  await page.getByRole('button', { name: 'Link a service' }).click();
  await dialog(page)
    .getByRole('combobox', { name: /^Service/ })
    .selectOption('fluxsms');
  await dialog(page)
    .getByRole('checkbox', { name: /simulator/ })
    .check();
  await dialog(page).getByLabel('Address').fill(service.url);
  await dialog(page).getByLabel('API key').fill(secret);
  await dialog(page).getByRole('button', { name: 'Link it' }).click();
  await closeLinked(page);
  await page.getByRole('switch', { name: 'Send an SMS', exact: true }).click();
  await expect(page.getByRole('switch', { name: 'Send an SMS', exact: true })).toBeChecked();

  await go(page, 'Reconcile');
  await page.getByRole('grid', { name: 'Payments' }).getByRole('row').filter({ hasText: 'WANJA' }).click();
  await page.getByRole('button', { name: 'Send a receipt by SMS' }).click();
  const text = dialog(page).getByLabel('Message');
  await expect(text).toHaveValue(/UCA7QK4M8T/);
  await expect(dialog(page)).toContainText('1 message.');
  await expect(dialog(page)).toContainText('GSM-7');
  await text.fill(`${await text.inputValue()} Asante sana 🙏`);
  await expect(dialog(page)).toContainText('UCS-2');
  await look(page, '41-sms-receipt');
  await dialog(page).getByRole('button', { name: 'Next' }).click();
  await expect(dialog(page)).toContainText('Asante sana');
  await look(page, '42-sms-confirm');
  await dialog(page).getByRole('button', { name: 'Send an SMS' }).click();
  await expect(dialog(page)).toContainText('Accepted');
  await service.stop();
});

test('the receiver is off until it is turned on, and a callback is only seen', async ({ app, open, request }) => {
  const service = await simulate('pesaflux', app.book);
  const page = await open();
  await importWeek(page);
  await go(page, 'Services');
  await page.getByRole('button', { name: 'Link a service' }).click();
  await dialog(page).getByLabel('Whose payments it knows').selectOption({ label: 'Till 5083127' });
  await dialog(page)
    .getByRole('checkbox', { name: /simulator/ })
    .check();
  await dialog(page).getByLabel('Address').fill(service.url);
  await dialog(page).getByLabel('API key').fill(secret);
  await dialog(page).getByLabel('Login email').fill('zawadi@shop.example');
  await dialog(page).getByRole('button', { name: 'Link it' }).click();
  await closeLinked(page);
  await page.getByRole('button', { name: 'New callback path' }).click();
  const path = (await dialog(page).locator('.settings-path').innerText()).trim();
  await look(page, '43-callback-path');
  await page.keyboard.press('Escape');

  await tab(page, 'Callbacks');
  await expect(page.getByRole('switch', { name: 'Receive callbacks' })).not.toBeChecked();
  await look(page, '44-receiver-off');
  await page.getByRole('switch', { name: 'Receive callbacks' }).click();
  await expect(page.getByRole('switch', { name: 'Receive callbacks' })).toBeChecked();
  await expect(page.getByText(/Listening at/)).toBeVisible();
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await page.getByText(/Listening at/).innerText())![0];
  const body = webhook('UCAJ4K7T2M', '450');
  expect((await request.post(`${address}${path}`, { data: body })).status()).toBe(200);
  expect((await request.post(`${address}${path}`, { data: body })).status()).toBe(200);
  expect((await request.post(`${address}${path}x`, { data: body })).status()).toBe(404);
  const list = page.getByRole('grid', { name: 'Callbacks' });
  await expect(list.getByRole('row').filter({ hasText: 'UCAJ4K7T2M' })).toHaveCount(1);
  await list.getByRole('row').filter({ hasText: 'UCAJ4K7T2M' }).click();
  await expect(page.getByRole('complementary', { name: 'Callback' })).toContainText('carries no signature');
  await look(page, '45-callback');
  await service.stop();
});

/** A success notice in the form that PesaFlux's document prints. */
const webhook = (receipt: string, amount: string) => ({
  ResponseCode: 0,
  ResponseDescription: 'Success. Request accepted for processing',
  MerchantRequestID: '4102-55-1',
  CheckoutRequestID: 'ws_CO_10032026101112',
  TransactionID: 'SOFTPID1001',
  TransactionAmount: Number(amount),
  TransactionReceipt: receipt,
  TransactionDate: '20260310101112',
  TransactionReference: '254711222333',
  Msisdn: '254711222333',
});
