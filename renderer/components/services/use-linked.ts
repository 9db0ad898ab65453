import type { Capability, LinkedAccount, Move, Service } from '#contract/provider.ts';
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
