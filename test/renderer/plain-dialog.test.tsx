import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

test('a dialog takes what is typed before it was ever drawn', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  render(
    <PlainDialog title="Why?" onClose={() => undefined}>
      <input aria-label="Reason" />
    </PlainDialog>,
  );
  const field = await screen.findByLabelText('Reason');
  await Promise.resolve();
  expect(document.activeElement).toBe(field);
});
