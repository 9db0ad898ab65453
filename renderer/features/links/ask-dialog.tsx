import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { LinkQuestion } from '#contract/links.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Exchanges } from '#renderer/components/services/exchanges.tsx';
import { Facts } from '#renderer/components/services/facts.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** What has to be known to ask: a phone, or the service's own id. The others ask nothing. */
const needs = {
  balance: null,
  'sms-balance': null,
  'transaction-status': 'transactionId',
  'validate-phone': 'phone',
  'sms-status': 'messageId',
  instructions: 'transactionId',
} as const satisfies Record<LinkQuestion, string | null>;

type AskDialogProps = { link: Linked; question: LinkQuestion; onClose: () => void };

/** One question to a service, its answer as plain text, and the exchange word for word. */
export function AskDialog({ link, question, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.ask');
  const [value, setValue] = useState('');
  const [told, setTold] = useState<Output<'links.ask'> | null>(null);
  const need = needs[question];
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    setTold(await run({ linkedAccount: link.id, question, value: value.trim() }));
  };
  return (
    <PlainDialog title={`${t(`links.capability.${question}`)} · ${link.label}`} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void ask(event)}>
        {need !== null && (
          <label className="labelled">
            {t(`links.ask.${need}`)}
            <input
              className="field"
              required
              maxLength={100}
              autoComplete="off"
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          </label>
        )}
        {error && <ErrorNote error={error} />}
        <footer className="dialog-ways">
          <button type="submit" className="button primary" disabled={busy}>
            {t(busy ? 'links.ask.asking' : 'links.ask.ask')}
          </button>
        </footer>
      </form>
      {told && <Told told={told} />}
    </PlainDialog>
  );
}

function Told({ told: { failure, answer, exchanges } }: { told: Output<'links.ask'> }) {
  const { t } = useTranslation();
  const facts = Object.entries(answer ?? {}).map(
    ([name, value]) => [name, value === null ? '–' : String(value)] as const,
  );
  const [only] = facts;
  return (
    <>
      {failure !== null && <p role="alert">{t(`links.failure.${failure}`)}</p>}
      {only?.[0] === 'text' && facts.length === 1 ? <p className="plain-words">{only[1]}</p> : <Facts facts={facts} />}
      <Exchanges exchanges={exchanges} />
    </>
  );
}
