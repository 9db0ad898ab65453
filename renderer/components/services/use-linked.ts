import type { Capability, LinkedAccount, Move, Service } from '#contract/provider.ts';
import type { AccountKind } from '#contract/words.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** A link together with the service it links to. */
export type Linked = LinkedAccount & { readonly of: Service };

/** Every link of the book, and what could be linked. */
export function useLinked() {
  const services = useQuery('services.list', {});
  const list = useQuery('links.list', {});
  const linked: Linked[] = (list.data?.links ?? []).flatMap((link) => {
    const of = services.data?.find(({ id }) => id === link.service);
    return of ? [{ ...link, of }] : [];
  });
  return {
    services: services.data,
    place: list.data?.place,
    linked,
    loading: services.isPending || list.isPending,
    error: services.error ?? list.error,
  };
}

/** What may be shown is what the service has; what moves or costs money, only once the owner has switched it on. */
export const can = ({ of, enabled }: Linked, capability: Capability): boolean =>
  of.capabilities.includes(capability) && (!isMove(capability) || enabled.includes(capability));

/** The capabilities that are switched on one by one, in the order in which they are shown. */
export const moves = [
  'request-payment',
  'send-money',
  'send-airtime',
  'reverse',
  'send-sms',
  'send-bulk-sms',
  'simulate',
] as const satisfies readonly Move[];

const isMove = (capability: Capability): capability is Move => moves.some((move) => move === capability);

type Account = { readonly id: number; readonly kind: AccountKind; readonly shortcode: string | null };

/** A merchant's messages read the same for a till and a paybill. */
const familyOf = ({ kind }: Account) => (kind === 'till' || kind === 'paybill' ? 'merchant' : kind);

/**
 * Whether a link may know the payments of an account: its own, and one of its kind of which nobody has said the number.
 * The book has the last word when it is asked.
 */
export function mayKnow(link: Pick<Linked, 'account'>, account: number, accounts: readonly Account[]): boolean {
  if (link.account === null || link.account === account) return link.account !== null;
  const [own, other] = [link.account, account].map((id) => accounts.find((one) => one.id === id));
  if (!own || !other) return false;
  return familyOf(own) === familyOf(other) && (own.shortcode === null || other.shortcode === null);
}
