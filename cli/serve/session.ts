import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may ask: whoever exchanged the printed token for a cookie. */
export type Session = {
  /** The token of the printed address: 256 random bits. */
  readonly token: string;
  /** True once the token has been exchanged; it never works again. */
  readonly spent: boolean;
  /** True where the request carries the session's cookie. */
  admits(request: IncomingMessage): boolean;
  /** The `Set-Cookie` for the right token, the first time; null ever after and for any other word. */
  exchange(token: unknown): string | null;
};

/**
 * A session for the host on `port`. The port is part of the cookie's name because cookies do not keep ports apart: two
 * books served at once would else throw each other out.
 */
export function newSession(port: number): Session {
  const token = secret();
  const cookie = secret();
  const name = `risiti-${port}`;
  let spent = false;
  return {
    token,
    get spent() {
      return spent;
    },
    admits: (request) => spent && same(cookieOf(request, name), cookie),
    exchange(offered) {
      if (spent || typeof offered !== 'string' || !same(offered, token)) return null;
      spent = true;
      return `${name}=${cookie}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}

const secret = () => randomBytes(32).toString('base64url');

/** Digests are compared, so that neither time nor length tells anything of the secret. */
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

const digest = (text: string) => createHash('sha256').update(text).digest();

function cookieOf({ headers }: IncomingMessage, name: string): string {
  const pairs = (headers.cookie ?? '').split('; ').filter((pair) => pair.startsWith(`${name}=`));
  return pairs.length === 1 ? pairs[0]!.slice(name.length + 1) : '';
}
