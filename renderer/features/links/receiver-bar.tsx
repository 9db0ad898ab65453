import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Switch } from './switch.tsx';

/** The receiver: off until the owner says otherwise, and then on this computer only. */
export function ReceiverBar() {
  const { t } = useTranslation();
  const state = useQuery('receiver.state', {});
  const start = useCommand('receiver.start');
  const stop = useCommand('receiver.stop');
  const [port, setPort] = useState('0');
  if (state.error) return <ErrorNote error={state.error} />;
  if (!state.data) return null;
  const { running, port: open, problem, entrances } = state.data;
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  const turn = async (on: boolean) => {
    await (on ? start.run({ port: number }) : stop.run({}));
    await state.refetch();
  };
  const error = start.error ?? stop.error;
  return (
    <div className="links-bar">
      <Switch
        label={t('links.callbacks.receiver')}
        text={
          running && open !== null ? t('links.callbacks.listens', { port: String(open) }) : t('links.callbacks.off')
        }
        checked={running}
        disabled={start.busy || stop.busy}
        onChange={(on) => void turn(on)}
      />
      {!running && (
        <label className="date-field muted small">
          {t('links.callbacks.port')}
          <input
            className="field port"
            inputMode="numeric"
            value={port}
            onChange={(event) => setPort(event.target.value)}
          />
        </label>
      )}
      {running && !entrances.some((entrance) => entrance.open) && (
        <p className="muted">{t('links.callbacks.noEntrance')}</p>
      )}
      {problem !== null && <p className="amiss-text">{t(`errors.${problem}`)}</p>}
      {error && <ErrorNote error={error} />}
    </div>
  );
}
