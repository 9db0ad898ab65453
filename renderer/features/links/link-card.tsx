import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { can, type Linked, moves } from '#renderer/components/services/use-linked.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords } from '#renderer/lib/format.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { LinkKeeping } from './link-keeping.tsx';
import { LinkWays } from './link-ways.tsx';
import { Switch } from './switch.tsx';

/** One link: what it is, what can be asked and ordered of it, and what the owner has switched on. */
export function LinkCard({ link }: { link: Linked }) {
  return (
    <li className="link">
      <Who link={link} />
      <div className="link-ways">
        <LinkWays link={link} />
        <Switches link={link} />
      </div>
    </li>
  );
}

function Who({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { data: accounts } = useQuery('accounts.list', {});
  const account = accounts?.find(({ id }) => id === link.account);
  return (
    <div className="link-who">
      <h2>{link.label}</h2>
      <p>{[link.of.label, account && accountWords(t, account)].filter(Boolean).join(' · ')}</p>
      {link.simulated && <p className="amiss-text">{t('links.services.simulatedText')}</p>}
      {link.baseUrl !== null && <p className="muted small">{link.baseUrl}</p>}
      <p className={link.secrets === 'missing' ? 'amiss-text' : 'muted small'}>{t(`links.secrets.${link.secrets}`)}</p>
      <p className="muted small">{t('links.services.since', { date: dateWords(link.linkedAt, calendar) })}</p>
      <LinkKeeping link={link} />
    </div>
  );
}

/** What happens by itself and what moves money: all of it off until the owner says otherwise. */
function Switches({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.set');
  const { id, enabled, automatic, of } = link;
  const offered = moves.filter((move) => of.capabilities.includes(move));
  return (
    <>
      {can(link, 'look-up') && (
        <Switch
          label={t('links.services.automatic')}
          text={t('links.services.automaticText')}
          checked={automatic}
          disabled={busy}
          onChange={(on) => void run({ linkedAccount: id, automatic: on })}
        />
      )}
      {offered.length > 0 && (
        <fieldset className="link-switches">
          <legend>{t('links.services.moves')}</legend>
          {offered.map((move) => (
            <Switch
              key={move}
              label={t(`links.capability.${move}`)}
              text={t(`links.moveWarning.${move}`)}
              checked={enabled.includes(move)}
              disabled={busy}
              onChange={(on) =>
                void run({
                  linkedAccount: id,
                  enabled: on ? [...enabled, move] : enabled.filter((one) => one !== move),
                })
              }
            />
          ))}
        </fieldset>
      )}
      {error && <ErrorNote error={error} />}
    </>
  );
}
