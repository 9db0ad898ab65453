import { expect, test } from 'vitest';
import type { PageBridge } from '#renderer/lib/bridge.ts';
import { lookAt, type Offered } from '#renderer/lib/take-in.ts';
import { formatGroups, needsAccount, takes } from '#renderer/features/reports/what-fits.ts';

/** A host that says of every source which of the others it was looked at with. */
function hostThatKnows(undone: readonly string[]) {
  const looks: string[][] = [];
  const bridge: PageBridge = {
    host: 'browser',
    offer: async () => ({ ok: false, code: 'offline', message: '' }),
    save: async () => ({ ok: true, value: true }),
    onEvent: () => () => {},
    async call(_name, input) {
      // The contract's own shape: `lookAt` is typed by it.
      const { sources } = input as { sources: { token: string }[] };
      looks.push(sources.map(({ token }) => token));
      const files = sources.map(({ token }) => ({ ok: true, report: { undoneBefore: undone.includes(token) } }));
      return { ok: true, value: { files, book: `after ${looks.length}` } };
    },
  };
  return { bridge, looks };
}

const offered = (token: string, again?: boolean): Offered => ({
  key: token.charCodeAt(0),
  name: token,
  source: again === undefined ? { token } : { token, again },
});

test('what was undone before is left out, and the others are looked at without it', async () => {
  const { bridge, looks } = hostThatKnows(['b']);
  const seen = await lookAt(bridge, [offered('a'), offered('b'), offered('c')]);
  expect(looks).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
  expect(seen.files.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(seen.book).toBe('after 2');
});

test('wanted again, it is looked at with the others, once', async () => {
  const { bridge, looks } = hostThatKnows(['b']);
  await lookAt(bridge, [offered('a'), offered('b', true)]);
  expect(looks).toEqual([['a', 'b']]);
});

test('every subject has a format, and no program is offered what it does not take', () => {
  for (const subject of ['payments', 'movements', 'exceptions', 'reconciliation'] as const)
    expect(
      Object.values(formatGroups)
        .flat()
        .some((format) => takes(format, subject)),
    ).toBe(true);
  expect(formatGroups.groupPrograms.some((format) => takes(format, 'exceptions'))).toBe(false);
  expect(needsAccount({ format: 'xlsx', subject: 'reconciliation' })).toBe(true);
});
