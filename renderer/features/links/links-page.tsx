import type { ReactNode } from 'react';
import { PlaceHead, tabOf } from '#renderer/components/place-head.tsx';
import { LookUpWaiting } from '#renderer/components/services/look-up.tsx';
import { useRoute } from '#renderer/lib/route.ts';
import { CallbacksTab } from './callbacks-tab.tsx';
import { LookupsTab } from './lookups-tab.tsx';
import { OrdersTab } from './orders-tab.tsx';
import { ServicesTab } from './services-tab.tsx';

const parts = {
  '': () => <ServicesTab />,
  lookups: () => <LookupsTab />,
  callbacks: () => <CallbacksTab />,
  orders: () => <OrdersTab />,
} satisfies Record<string, () => ReactNode>;

/** The services that collect for the owner: what they are, what was asked, what they told, what was ordered. */
export function LinksPage() {
  const { params } = useRoute();
  const tab = tabOf('links', params['tab']);
  return (
    <div className="list-page">
      <PlaceHead place="links">{tab === 'lookups' && <LookUpWaiting />}</PlaceHead>
      {parts[tab]()}
    </div>
  );
}
