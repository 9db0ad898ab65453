import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactHeaders, redactor } from '#ledger/providers/redaction.ts';
import { canaries, echoes, tracesOf } from './canaries.ts';

test.each(canaries)('%j is not in what is kept, however it is repeated', (secret) => {
  const redact = redactor(['another-secret', secret]);
  for (const echo of echoes) {
    const kept = redact(echo(secret));
    for (const trace of tracesOf(secret)) expect(kept).not.toContain(trace);
  }
});

test('what holds no secret is kept as it is', () => {
  const redact = redactor(canaries);
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(redact(text)).toBe(text);
    }),
  );
});

test('headers that carry secrets keep only their names', () => {
  const headers = { authorization: 'Bearer x', 'X-API-Key': 'y', accept: 'text/plain-canary-1' };
  expect(redactHeaders(headers, redactor(canaries))).toEqual({
    authorization: '[removed]',
    'X-API-Key': '[removed]',
    accept: 'text/[removed]',
  });
});
