import type { Locator, Page } from '@playwright/test';
import { expect, look, test } from './app.ts';

/** One with a proposal, one with three payments that it may be, one that nobody has paid in full. */
const sales = [
  'date,time,amount,customer,reference,receipt',
  '2026-03-12,11:59,340.00,Peter Kiprotich,INV-8,',
  '2026-03-11,10:00,840.00,Kiosk ya Isaac,INV-11,',
  '2026-03-10,17:30,2950.00,Duka la Oscar,INV-12,',
].join('\n');

/** Tab, as often as it takes to come there. */
async function tabTo(page: Page, there: Locator): Promise<void> {
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(there, 'Tab leads there').toBeFocused();
}

test('every decision is taken without the mouse', async ({ open }) => {
  const page = await open();
  const { keyboard } = page;
  const list = page.getByRole('grid', { name: 'What needs a decision' });
  const first = list.getByRole('row').nth(1);
  const why = page.getByRole('complementary', { name: 'Evidence and ways' });
  const search = page.getByRole('searchbox', { name: 'Search decisions' });
  const dialog = page.getByRole('dialog');

  /** A key decides about what is on screen, so it waits for the story of the marked row as a person does. */
  const isShown = () => expect(why.getByRole('heading').first()).toBeVisible();
  /** `/`, the words in the place of the last ones, Enter back to the list: its first row is marked. */
  const find = async (words: string, rows: string | RegExp = '2', shown = words) => {
    await keyboard.press('/');
    await expect(search).toBeFocused();
    await (words === '' ? keyboard.press('Delete') : keyboard.type(words));
    await keyboard.press('Enter');
    await expect(list).toBeFocused();
    await expect(list).toHaveAttribute('aria-rowcount', rows);
    // The search before may have had as many rows.
    await expect(first).toContainText(shown);
    await keyboard.press('Home');
    await isShown();
  };
  const isSettled = () => expect(first).toContainText('settled');
  /** The list may tell of a step before the order itself is answered: the key does what its button does, once it can. */
  const undo = async (what: string) => {
    await expect(page.getByRole('button', { name: `Undo: ${what}` })).toBeEnabled();
    await keyboard.press('u');
    await expect(page.getByText(`Undone: ${what}`)).toBeVisible();
  };
  const takeBack = async (what: string) => {
    await expect(dialog).toBeHidden();
    await undo(what);
    await expect(first).not.toContainText('settled');
  };
  /** What a key asks for is written and sent with Enter. */
  const say = async (key: string, title: string, words: string) => {
    await isShown();
    await keyboard.press(key);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await keyboard.type(words);
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };

  await page.getByRole('button', { name: /Try it with the sample shop/ }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.evaluate(() => void (location.hash = '#/reconcile?tab=sales'));
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.getByRole('textbox', { name: 'List of sales' }).fill(sales);
  await page.getByRole('button', { name: 'Save 3 sales' }).click();
  await expect(page.getByRole('grid', { name: 'Sales and invoices' }).getByRole('row')).toHaveCount(4);
  await page.evaluate(() => void (location.hash = '#/reconcile?tab=decisions'));
  await expect(list).toBeVisible();

  await test.step('1, 2 and 3 take a suggestion, U takes it back', async () => {
    await find('Kiosk ya');
    await expect(why.getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(3);
    for (const number of ['1', '2', '3']) {
      await keyboard.press(number);
      await isSettled();
      await takeBack('Matched by hand');
      await keyboard.press('Home');
      await expect(why.getByRole('heading', { name: 'Which payment was it?' })).toBeVisible();
    }
  });

  await test.step('N refuses all of them; a sale is found by its reference', async () => {
    await find('INV-11', '2', 'Kiosk ya');
    const offered = why.getByRole('listitem').filter({ has: page.getByRole('button') });
    await expect(offered).toHaveCount(3);
    const receipts = async () => (await offered.allTextContents()).flatMap((text) => text.match(/UC[A-Z0-9]{8}/) ?? []);
    const refused = await receipts();
    await keyboard.press('n');
    // What comes next best takes their place.
    await expect.poll(async () => (await receipts()).filter((one) => refused.includes(one))).toEqual([]);
    await undo('Said no to suggestions');
    await keyboard.press('Home');
    await expect(offered).toHaveCount(3);
  });

  await test.step('N refuses a proposal, Enter accepts it', async () => {
    await find('Peter Kip');
    await expect(first).toContainText('To confirm');
    await keyboard.press('n');
    await isSettled();
    await takeBack('Said no to a proposal');
    await keyboard.press('Home');
    await expect(why.getByRole('heading', { name: 'Evidence' })).toBeVisible();
    await keyboard.press('Enter');
    await isSettled();
  });

  await test.step('M writes a note, P puts off, W writes off, each with its words', async () => {
    await find('Duka la');
    await expect(why).toContainText('Sale not paid');
    await say('m', 'Write a note', 'He was called');
    await expect(why).toContainText('Note: He was called');
    await keyboard.press('p');
    await expect(page.getByRole('dialog', { name: 'Put off until another day' })).toBeVisible();
    await tabTo(page, dialog.getByRole('textbox', { name: /^Reason/ }));
    await keyboard.type('Pays on Friday');
    await keyboard.press('Enter');
    await isSettled();
    await takeBack('Decided');
    await keyboard.press('Home');
    await expect(why).toContainText('Note: He was called');
    await say('w', 'Why is this money given up?', 'Moved away');
    await isSettled();
    await takeBack('Decided');
  });

  await test.step('S splits a sale between payments, with what is left over and why', async () => {
    await find('Duka la');
    // It was given up and taken back: the key does what its button does, once that is there again.
    await expect(why.getByRole('button', { name: /^Match by hand/ })).toBeVisible();
    await keyboard.press('s');
    const field = dialog.getByRole('searchbox');
    for (const [receipt, name] of [
      ['UCAKCSP8RZ', /OSCAR/],
      ['UCAYLBZX6K', /KEVIN/],
    ] as const) {
      await tabTo(page, field);
      await field.selectText();
      await keyboard.type(receipt);
      const found = dialog.getByRole('listitem').getByRole('button', { name });
      await expect(found).toHaveCount(1);
      await tabTo(page, found);
      await keyboard.press('Enter');
    }
    await expect(dialog).toContainText('KSh 15.00 between them');
    await look(page, '48-split');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Reason' }));
    await keyboard.type('The rest was forgiven');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await isSettled();
    await takeBack('Matched by hand');
  });

  await test.step('S puts two of the owner’s accounts together as a transfer', async () => {
    await find('UCCWHYAHZY');
    await expect(why).toContainText('Payment without a sale');
    await keyboard.press('s');
    await tabTo(page, dialog.getByRole('searchbox'));
    await keyboard.type('UC9GQ73BMI');
    await tabTo(page, dialog.getByRole('button', { name: /PETER/ }));
    await keyboard.press('Enter');
    await expect(dialog).toContainText('Two of your own accounts: a transfer.');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Reason' }));
    await keyboard.type('The agent kept a hundred');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await isSettled();
  });

  await test.step('Space chooses, one key settles all that are chosen, and the rows keep their places', async () => {
    await find('', /^\d\d+$/);
    const names = async () => (await list.getByRole('row').allInnerTexts()).map((row) => row.split('\n')[0]);
    const rows = await names();
    await keyboard.press(' ');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press(' ');
    await expect(page.getByText(/^2 chosen/)).toBeVisible();
    await say('w', 'Why is this money given up?', 'Too small to ask for');
    await expect(page.getByText(/^2 settled, kept in their places/)).toBeVisible();
    await expect.poll(names).toEqual(rows);
    // On one that is settled, no key decides anything, and none begins a search.
    await keyboard.press('Home');
    await expect(why).toContainText('Written off');
    for (const key of ['w', 'p', 's', 'n', '1', 'Enter', ' ']) await keyboard.press(key);
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/chosen/)).toBeHidden();
    await expect(search).toHaveValue('');
    await expect(list).toBeFocused();
    await takeBack('Decided (2)');
  });

  await test.step('the keys are told', async () => {
    await keyboard.press('?');
    await expect(dialog).toContainText('write off, with a reason');
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(list).toBeFocused();
  });
});
