import { refusing } from './refusing.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Scheme = { scheme: string; privileges: Record<string, boolean> };

const handlers = new Map<string, Handler>();
const privileges = new Map<string, Record<string, boolean>>();

export const protocol = refusing('protocol', {
  registerSchemesAsPrivileged(schemes: readonly Scheme[]) {
    for (const { scheme, privileges: granted } of schemes) {
      if (!granted['standard'] || !granted['secure'])
        throw new Error(`stand-in: ${scheme} must be standard and secure`);
      privileges.set(scheme, granted);
    }
  },
  handle(scheme: string, handler: Handler) {
    if (!privileges.has(scheme)) throw new Error(`stand-in: ${scheme} was not registered before the app was ready`);
    handlers.set(scheme, handler);
  },
});

/**
 * Chromium knows no scheme of ours, so `app://risiti/x` is drawn from `http://risiti.app.localhost/x`: an origin of its
 * own, and a secure context. These two are each other's inverse.
 */
export function toBrowser(address: string): string {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([^/]*)(\/.*)?$/.exec(address) ?? [];
  return scheme !== undefined && privileges.has(scheme) ? `http://${host}.${scheme}.localhost${rest ?? '/'}` : address;
}

export function fromBrowser(address: string): string {
  const [, host, scheme, rest] = /^http:\/\/([^/]+)\.([a-z]+)\.localhost(\/.*)?$/.exec(address) ?? [];
  return scheme !== undefined && privileges.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : address;
}

/** What the app answers for an address of its own scheme; null where the scheme is nobody's. */
export async function serve(address: string, method: string): Promise<Response | null> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')));
  // `Request` takes an address of any scheme, but forgets its method's body; ours are all GET.
  return handler ? handler(new Request(address, { method })) : null;
}
