import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Protocol } from 'electron';
import { pageHeaders } from '#contract/page.ts';
import { pageFiles } from '#ledger/page-files.ts';

/** Where the page lives: a scheme and a host of our own, so that it shares an origin with nothing else. */
export const pageOrigin = 'app://risiti';

/** Must run before the app is ready. Neither `corsEnabled` nor `bypassCSP`: nothing outside may read it, nothing inside may leave. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers for `app://risiti/` with the files of the built page, and for any other address with 404. */
export function servePage(on: Protocol): void {
  const files = pageFiles(join(import.meta.dirname, '../renderer'));
  on.handle('app', async ({ method, url }) => {
    const { host, pathname } = new URL(url);
    const file = method === 'GET' && host === 'risiti' ? files.get(pathname) : undefined;
    if (!file) return new Response('There is no such page.', { status: 404, headers: pageHeaders });
    return new Response(await readFile(file.path), { headers: { ...pageHeaders, 'content-type': file.type } });
  });
}
