import { useTranslation } from 'react-i18next';
import type { Service } from '#contract/provider.ts';
import { AccountField } from './account-field.tsx';
import { CredentialFields } from './credential-fields.tsx';
import type { Draft } from './link-draft.ts';

type LinkFieldsProps = { service: Service; draft: Draft; onChange: (draft: Draft) => void };

/** The owner's name for the link, the account whose payments it knows, its address, and what it asks for. */
export function LinkFields({ service, draft, onChange }: LinkFieldsProps) {
  const { t } = useTranslation();
  const own = service.baseUrl === null || draft.simulated;
  return (
    <>
      <div className="form-pair">
        <label className="labelled">
          {t('links.services.name')}
          <input
            className="field"
            required
            maxLength={80}
            value={draft.label}
            onChange={(event) => onChange({ ...draft, label: event.target.value })}
          />
        </label>
        <AccountField account={draft.account} onChange={(account) => onChange({ ...draft, account })} />
      </div>
      {draft.account === null && asks(service) && <p className="muted small">{t('links.services.accountText')}</p>}
      <label className="check">
        <input
          type="checkbox"
          checked={draft.simulated}
          onChange={(event) => onChange({ ...draft, simulated: event.target.checked })}
        />
        {t('links.services.isSimulated')}
      </label>
      {draft.simulated && <p className="muted small">{t('links.services.simulate', { service: service.id })}</p>}
      {own && (
        <label className="labelled">
          {t('links.services.address')}
          <input
            className="field"
            type="url"
            required
            maxLength={500}
            placeholder={draft.simulated ? 'http://127.0.0.1:4010' : 'https://'}
            value={draft.baseUrl ?? ''}
            onChange={(event) => onChange({ ...draft, baseUrl: event.target.value })}
          />
        </label>
      )}
      <CredentialFields
        service={service}
        credentials={draft.credentials}
        onChange={(credentials) => onChange({ ...draft, credentials: { ...credentials } })}
      />
    </>
  );
}

/** Whether it knows payments, which it only does of an account. */
const asks = ({ capabilities }: Service) => capabilities.includes('look-up') || capabilities.includes('list');
