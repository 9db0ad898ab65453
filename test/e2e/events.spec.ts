import type { Route } from '@playwright/test';
import { expect, test } from './app.ts';

test('a page that lost its line to the host looks again at everything once it has it back', async ({ page, open }) => {
  const again = Promise.withResolvers<Route>();
  let asked = 0;
  await page.route('**/events', (route) => {
    asked += 1;
    if (asked > 1) return again.resolve(route);
    return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 10\n\n' });
  });
  await open();
  const line = await again.promise;
  // What another window does meanwhile.
  const loaded = await page.evaluate(() =>
    fetch('/call/sample.load', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
      ({ ok }) => ok,
    ),
  );
  expect(loaded).toBe(true);
  await expect(page.getByRole('heading', { name: 'Which payments really arrived?' })).toBeVisible();
  await line.continue();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});
