import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type OpenDesk } from '#ledger/desk.ts';
import { App } from '#renderer/app/app.tsx';
import type { PageBridge } from '#renderer/lib/bridge.ts';
import { BridgeContext } from '#renderer/lib/call.ts';
import { newQueryClient } from '#renderer/lib/query-client.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';

const messages = [
  'UE5QK4M8TZ Confirmed.You have received Ksh1,250.00 from WANJA DOE 0703***418 on 5/5/26 at 2:05 PM New M-PESA balance is Ksh3,400.00.',
  'UE5QK4M8V1 Confirmed. Ksh300.00 sent to OTIENO DOE 0722000111 on 5/5/26 at 3:10 PM. New M-PESA balance is Ksh3,100.00. Transaction cost, Ksh7.00.',
].join('\n\n');

// Node's own URL: the page's `URL` is not one that a worker can be started from.
const writer = pathToFileURL(join(import.meta.dirname, '../../ledger/writer-thread.ts'));

// For what never comes, not for what a busy computer brings late.
configure({ asyncUtilTimeout: 20_000 });

let folder: string;
let open: OpenDesk;

/** The page on a real book, as a host would hold it open, without the wire between them. */
function bridgeTo({ desk }: OpenDesk): PageBridge {
  return {
    host: 'browser',
    call: (name, input) => desk.call(name, input),
    save: async () => ({ ok: true, value: true }),
    onEvent: (listener) => desk.onEvent(listener),
    async offer(file) {
      const path = join(folder, file.name);
      writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
      return desk.offer({ path, name: file.name });
    },
  };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'risiti-page-'));
  open = await openDesk(join(folder, 'shop.risiti'), { writer, samples: null, log: () => {} });
  location.hash = '';
});

afterEach(async () => {
  cleanup();
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty book makes three offers and shows nothing else', async () => {
  render(<App bridge={bridgeTo(open)} />);
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Paste messages/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Import files/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /sample shop/ })).toBeTruthy();
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('pasted messages are read at once, stored by Save, and taken back by Undo', async () => {
  const user = userEvent.setup();
  location.hash = '#/messages';
  render(<App bridge={bridgeTo(open)} />);
  await user.click(await screen.findByLabelText('M-PESA messages'));
  await user.paste(messages);

  await user.click(await screen.findByRole('button', { name: 'Save 2 messages' }));
  expect(await screen.findByText('2 messages are new.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('0 messages in the book')).toBeTruthy();

  await user.click(screen.getByLabelText('M-PESA messages'));
  await user.paste(messages);
  expect(screen.queryByText('2 messages are new.')).toBeNull();
});

test('a file nobody knows is refused with a sentence, and stores nothing', async () => {
  const user = userEvent.setup();
  location.hash = '#/statements';
  render(<App bridge={bridgeTo(open)} />);
  await screen.findByRole('heading', { level: 1, name: 'Statements' });
  await user.upload(
    screen.getByLabelText('Choose files', { selector: 'input' }),
    new File(['nothing of ours'], 'notes.bin'),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('does not know this kind of file');
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
});

test('a language is spoken as soon as it is chosen', async () => {
  const user = userEvent.setup();
  location.hash = '#/settings';
  render(<App bridge={bridgeTo(open)} />);
  await user.click(await screen.findByRole('radio', { name: 'Kiswahili' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Mipangilio' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('sw');
});

test('a page without a session says which address to open', async () => {
  const locked: PageBridge = {
    host: 'browser',
    call: async () => ({ ok: false, code: 'forbidden', message: '' }),
    offer: async () => ({ ok: false, code: 'forbidden', message: '' }),
    save: async () => ({ ok: false, code: 'forbidden', message: '' }),
    onEvent: () => () => {},
  };
  render(<App bridge={locked} />);
  expect(await screen.findByText('Open the address that the terminal printed.')).toBeTruthy();
});

test('two changes of a list’s look at once, in two places of the page, forget nothing of one another', async () => {
  const near = bridgeTo(open);
  const late: Promise<unknown>[] = [];
  // The first order is the slowest, as on a busy computer.
  const slow: PageBridge = {
    ...near,
    call: async (name, input) => {
      late.push(new Promise((done) => setTimeout(done, 200 - 80 * late.length)));
      await late.at(-1);
      return near.call(name, input);
    },
  };
  const client = newQueryClient();
  const { result } = renderHook(() => [useListView('payments'), useListView('payments')] as const, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <BridgeContext value={slow}>{children}</BridgeContext>
      </QueryClientProvider>
    ),
  });
  act(() => {
    result.current[0].change({ saved: [{ name: 'Halima', params: { search: 'halima' } }] });
    result.current[1].change({ hidden: ['kind'] });
  });
  const both = { hidden: ['kind'], widths: {}, saved: [{ name: 'Halima', params: { search: 'halima' } }] };
  await waitFor(() => expect(result.current[0].view).toEqual(both));
  await waitFor(async () => {
    expect(await near.call('views.read', { list: 'payments' })).toEqual({ ok: true, value: both });
  });
  expect(result.current[1].view).toEqual(both);
});
