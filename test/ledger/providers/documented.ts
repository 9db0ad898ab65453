import type { Link, Operation, Provider, ProviderRequest } from '#ledger/providers/provider.ts';

/** One request as a service's document prints it, and the operation that must make it byte for byte. */
export type DocumentedRequest = {
  readonly says: string;
  readonly made: (link: Link) => ProviderRequest;
  readonly method: 'GET' | 'POST';
  /** Of the base URL and the path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As the document prints it: blanks outside strings do not count. */
  readonly body: string | null;
};

/** A request that an operation makes, as a function of the link. */
export const made =
  <I, V>(operation: Operation<I, V> | undefined, input: I, token: string | null = null) =>
  (link: Link): ProviderRequest => {
    if (!operation) throw new Error('The adapter does not have this operation.');
    return operation.request(input, link, token);
  };

/** The request as it leaves, comparable with a documented one. */
export function onTheWire(provider: Provider, link: Link, request: ProviderRequest) {
  return {
    method: request.method,
    url: (link.baseUrl ?? provider.baseUrl ?? '') + request.path,
    headers: request.headers,
    body: request.body,
  };
}

/** A documented body without the blanks it is printed with. The order of its keys stays. */
export const compact = (body: string | null): string | null =>
  body === null ? null : JSON.stringify(JSON.parse(body));

/** A link with these credentials. */
export const linkWith = (credentials: Record<string, string>, baseUrl: string | null = null): Link => ({
  id: 1,
  baseUrl,
  simulated: false,
  credentials,
});
