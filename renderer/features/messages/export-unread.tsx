import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anonymise } from '#parser/anonymise.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import type { PageBridge } from '#renderer/lib/bridge.ts';
import { call, type Refused, refusalOf, useBridge } from '#renderer/lib/call.ts';
import { saveText } from '#renderer/lib/save-text.ts';

/** Writes the messages that could not be read to a file that can be shown to a stranger: names and numbers replaced. */
export function ExportUnread() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [error, setError] = useState<Refused | null>(null);
  const onExport = async () => {
    setError(null);
    try {
      const texts = await unreadTexts(bridge);
      saveText('risiti-unread-messages.txt', `${texts.map(anonymise).join('\n\n')}\n`);
    } catch (refused) {
      setError(refusalOf(refused));
    }
  };
  return (
    <>
      <button type="button" className="button" title={t('messages.exportText')} onClick={() => void onExport()}>
        <Icon of={Download} />
        {t('messages.export')}
      </button>
      {error && <ErrorNote error={error} />}
    </>
  );
}

const pageRows = 500;

async function unreadTexts(bridge: PageBridge): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const window = { offset: texts.length, limit: pageRows };
    const { total, rows } = await call(bridge, 'messages.page', { outcome: 'unrecognised', ...window });
    texts.push(...rows.map((message) => message.text));
    if (rows.length === 0 || texts.length >= total) return texts;
  }
}
