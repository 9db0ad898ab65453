import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Service, ServiceField } from '#contract/provider.ts';
import { en } from '#renderer/i18n/en.ts';

type Credentials = Readonly<Record<string, string>>;
type CredentialFieldsProps = {
  service: Service;
  credentials: Credentials;
  onChange: (credentials: Credentials) => void;
};

/** What the service's own schema asks for. A secret is never shown, and never filled in again. */
export function CredentialFields({ service, credentials, onChange }: CredentialFieldsProps) {
  return service.fields.map((field) => (
    <CredentialField
      key={field.name}
      field={field}
      value={credentials[field.name] ?? ''}
      onChange={(value) => onChange({ ...credentials, [field.name]: value })}
    />
  ));
}

type CredentialFieldProps = { field: ServiceField; value: string; onChange: (value: string) => void };

function CredentialField({ field, value, onChange }: CredentialFieldProps) {
  const { t } = useTranslation();
  const { name, secret, required, choices } = field;
  const label = fieldWords(t, name) + (required ? '' : ` (${t('links.services.optional')})`);
  return (
    <label className="labelled">
      {label}
      {choices ? (
        <select className="field" required={required} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">–</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceWords(t, choice)}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="field"
          type={name === 'email' ? 'email' : secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          required={required}
          maxLength={4000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </label>
  );
}

type KnownField = keyof typeof en.links.field;
type KnownChoice = keyof typeof en.links.choice;
const isField = (name: string): name is KnownField => Object.hasOwn(en.links.field, name);
const isChoice = (name: string): name is KnownChoice => Object.hasOwn(en.links.choice, name);

/** A field in words; the service's own name for it where we have none. */
const fieldWords = (t: TFunction, name: string) => (isField(name) ? t(`links.field.${name}`) : name);
const choiceWords = (t: TFunction, name: string) => (isChoice(name) ? t(`links.choice.${name}`) : name);
