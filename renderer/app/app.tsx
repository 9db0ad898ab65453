import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { newI18n } from '#renderer/i18n/i18n.ts';
import type { PageBridge } from '#renderer/lib/bridge.ts';
import { BridgeContext } from '#renderer/lib/call.ts';
import { newQueryClient, useBookEvents } from '#renderer/lib/query-client.ts';
import { Gate } from './gate.tsx';

/** The whole app on top of one bridge. */
export function App({ bridge }: { bridge: PageBridge }) {
  const [client] = useState(newQueryClient);
  const [i18n] = useState(newI18n);
  useBookEvents(bridge, client);
  return (
    <CSPProvider disableStyleElements>
      <BridgeContext value={bridge}>
        <QueryClientProvider client={client}>
          <I18nextProvider i18n={i18n}>
            <Gate />
          </I18nextProvider>
        </QueryClientProvider>
      </BridgeContext>
    </CSPProvider>
  );
}
