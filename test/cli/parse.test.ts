import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, UsageError } from '#cli/command.ts';
import { grammar } from '#cli/commands/grammar.ts';
import { parse } from '#cli/commands/parse.ts';

async function run(command: Command, argv: readonly string[], input = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = Promise.all([text(stdout), text(stderr)]);
  const exit = await command.run(argv, { stdin: Readable.from([input]), stdout, stderr, env: {} });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { exit, out, err };
}

const jsonLines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const sent =
  'UE53GU7P2F Confirmed. Ksh40.00 sent to ASHA  NJERI 0712345001 on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh10.00. Transaction cost, Ksh7.00.';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'risiti-parse-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('risiti parse --json', () => {
  test('a pasted text: one object a message, ids in order', async () => {
    const { exit, out, err } = await run(parse, ['--json'], `hello\n\n${sent}\n\n${sent}`);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(jsonLines(out)).toEqual([
      expect.objectContaining({
        id: '1',
        outcome: 'parsed',
        rule: 'mpesa-ke/send-person',
        kind: 'send_person',
        direction: 'out',
        receipt: 'UE53GU7P2F',
        currency: 'KES',
        amount: 4_000,
        fee: 700,
        balance: 1_000,
        party: { name: 'ASHA  NJERI', phone: '0712345001', shortcode: null },
        account_ref: null,
        occurred_at: '2026-05-05T20:32:00+03:00',
        linked_receipt: null,
        balances: {},
        notes: [],
        expected: null,
      }),
      expect.objectContaining({ id: '2' }),
    ]);
  });

  test('JSON lines keep their ids, and exit 1 tells that one was not read', async () => {
    const input = [
      { id: 'a', text: sent },
      { id: 'b', text: 'See you' },
    ]
      .map((item) => JSON.stringify(item))
      .join('\n');
    const { exit, out } = await run(parse, ['--json', '-'], input);
    expect(exit).toBe(1);
    expect(jsonLines(out)).toEqual([
      expect.objectContaining({ id: 'a', outcome: 'parsed' }),
      expect.objectContaining({
        id: 'b',
        outcome: 'unrecognised',
        expected: expect.objectContaining({ at: 0 }) as unknown,
      }),
    ]);
  });

  test('a line may hold its message as a chat shows it', async () => {
    const input = [`[05/05/2026, 20:40:11] Mpesa: ${sent}`, `05/05/2026, 20:40 - Dada: ${sent}`, `1. “${sent}”`]
      .map((copied, id) => JSON.stringify({ id, text: copied }))
      .join('\n');
    const { exit, out } = await run(parse, ['--json'], input);
    expect(exit).toBe(0);
    const parsed: unknown = expect.objectContaining({ outcome: 'parsed', receipt: 'UE53GU7P2F' });
    expect(jsonLines(out)).toEqual([parsed, parsed, parsed]);
  });

  test('every line gets its answer under the id it came with, whatever it is', async () => {
    const input = `\ufeff{"id":7,"text":${JSON.stringify(sent)}}\r\n{"id":null,"text":"x"}\r\n\r\n{"id":"b"}\r\nnot JSON\r\n`;
    const { out, err } = await run(parse, ['--json'], input);
    expect(jsonLines(out)).toEqual([
      expect.objectContaining({ id: 7, outcome: 'parsed' }),
      expect.objectContaining({ id: null, outcome: 'unrecognised' }),
      expect.objectContaining({ id: 'b', outcome: 'unrecognised' }),
      expect.objectContaining({ id: null, outcome: 'unrecognised' }),
    ]);
    expect(err.match(/line \d/g)).toEqual(['line 4', 'line 5']);
  });

  test('a file; one that is not there is exit 2 and says so on standard error only', async () => {
    const file = join(folder, 'messages.txt');
    await writeFile(file, sent);
    expect((await run(parse, [file, '--json'])).exit).toBe(0);
    const missing = await run(parse, [join(folder, 'nothing.txt'), '--json']);
    expect(missing).toMatchObject({ exit: 2, out: '' });
    expect(missing.err).toContain('nothing.txt');
  });
});

test('for a person: the message and its values, aligned', async () => {
  const { out } = await run(parse, [], sent);
  expect(out).toContain('  amount   KES 40.00 out\n  fee      KES 7.00\n');
});

test.each([['--what'], ['a', 'b'], ['--as', 'csv']].map((argv) => [argv]))('%j is wrong use', async (argv) => {
  await expect(run(parse, argv)).rejects.toThrow(UsageError);
});

describe('risiti parse --as extract-transaction', () => {
  test('answers the request in the same keys and formats', async () => {
    const message =
      'UCF5H7K2WQ Confirmed. Ksh250.00 received from PENDO MWAKIO 0709555120 on 15/3/26 at 2:30 PM. New M-PESA balance is Ksh1,730.00.';
    const { exit, out } = await run(parse, ['--as', 'extract-transaction'], JSON.stringify({ message }));
    expect(exit).toBe(0);
    expect(out).toContain('"amount":250.00');
    expect(JSON.parse(out)).toEqual({
      data: {
        transaction_id: 'UCF5H7K2WQ',
        amount: 250,
        payer_name: 'PENDO MWAKIO',
        payer_account: '0709555120',
        transaction_time: '2026-03-15T14:30:00.000000Z',
        status: 'STATUS_COMPLETED',
      },
      status: 'success',
    });
  });
  test('a message that cannot be read is its 422 and exit 1', async () => {
    const { exit, out } = await run(parse, ['--as', 'extract-transaction'], '{"message":"hello"}');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ message: 'Message could not be parsed' });
  });
});

describe('risiti grammar', () => {
  test('one wording a line, as a table, JSON or a page', async () => {
    const table = (await run(grammar, [])).out;
    const entries = jsonLines((await run(grammar, ['--json'])).out);
    expect(table.trim().split('\n')).toHaveLength(entries.length);
    expect(entries).toContainEqual(
      expect.objectContaining({ rule: 'mpesa-ke/send-person', kind: 'send_person', country: 'KE' }),
    );
    expect((await run(grammar, ['--markdown'])).out).toContain('| `mpesa-ke/send-person` |');
  });
  test('both forms at once is wrong use', async () => {
    await expect(run(grammar, ['--json', '--markdown'])).rejects.toThrow(UsageError);
  });
});
