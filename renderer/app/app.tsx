import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { newI18n } from '#renderer/i18n/i18n.ts';
import type { PageBridge } from '#renderer/lib/bridge.ts';
import { BridgeContext } from '#renderer/lib/call.ts';
import { newQueryClient, useBookEvents } from '#renderer/lib/query-client.ts';
import { go } from '#renderer/lib/route.ts';
import { Gate } from './gate.tsx';

/** The whole app on top of one bridge. Another book begins it anew: no answer, draft or chosen file of the one before stays. */
export function App({ bridge }: { bridge: PageBridge }) {
  const [{ book, client }, setBook] = useState(() => ({ book: 0, client: newQueryClient() }));
  const [i18n] = useState(newI18n);
  const onTurned = useCallback(() => {
    go('today');
    setBook(({ book: before }) => ({ book: before + 1, client: newQueryClient() }));
  }, []);
  useBookEvents(bridge, client, onTurned);
  return (
    <CSPProvider disableStyleElements>
      <BridgeContext value={bridge}>
        <QueryClientProvider client={client}>
          <I18nextProvider i18n={i18n}>
            <Gate key={book} />
          </I18nextProvider>
        </QueryClientProvider>
      </BridgeContext>
    </CSPProvider>
  );
}
