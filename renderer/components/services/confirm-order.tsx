import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { sentenceAmount } from '#renderer/lib/format.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useInSight } from '#renderer/lib/use-in-sight.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Facts } from './facts.tsx';
import { leaves, type Order } from './order.ts';
import { PressResult } from './press-result.tsx';
import { SmsLength } from './sms-length.tsx';
import type { Linked } from './use-linked.ts';

type ConfirmOrderProps = { link: Linked; order: Order; onBack: () => void; onClose: () => void };

/**
 * Who, how much, from which account; then one press. The press has one id for as long as this stands on the screen, so
 * that pressing again after a broken connection sends nothing twice, and takes none that was meant for the form before.
 */
export function ConfirmOrder({ link, order, onBack, onClose }: ConfirmOrderProps) {
  const { t } = useTranslation();
  const [id] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [pressed, setPressed] = useState<Output<'moves.press'> | null>(null);
  const { run, busy, error } = useCommand('moves.press');
  const { move, amount } = order;
  const typing = leaves(move);
  const seen = useInSight();
  const agreed = seen && (!typing || (amount !== null && centsOf(typed) === amount));
  const press = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!agreed) return;
    const confirmed = typing ? amount : null;
    setPressed(await run({ id, linkedAccount: link.id, move, input: { ...order.input }, confirmed }));
  };
  if (pressed) return <PressResult pressed={pressed} onBack={onBack} onClose={onClose} />;
  return (
    <form className="dialog-form" onSubmit={(event) => void press(event)}>
      <Summary link={link} order={order} />
      <p>{t(`links.moveWarning.${move}`)}</p>
      {typing && (
        <label className="labelled">
          {t('links.order.typeAmount')}
          <input
            className="field"
            inputMode="decimal"
            autoComplete="off"
            required
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      {error && <ErrorNote error={error} />}
      <footer className="dialog-ways">
        <button type="button" className="button" disabled={busy} onClick={onBack}>
          {t('links.order.back')}
        </button>
        <button type="submit" className="button primary" disabled={busy || !agreed}>
          {busy ? t('links.order.sending') : t(`links.capability.${move}`)}
        </button>
      </footer>
    </form>
  );
}

function Summary({ link, order: { amount, who, text, input } }: { link: Linked; order: Order }) {
  const { t } = useTranslation();
  const { data: accounts } = useQuery('accounts.list', {});
  const account = accounts?.find(({ id }) => id === link.account);
  const from = [link.label, account && accountWords(t, account), link.simulated && t('links.services.simulated')];
  const [first, ...more] = who;
  return (
    <>
      {amount !== null && <p className="order-figure">{sentenceAmount(amount)}</p>}
      <Facts
        facts={[
          [t('links.order.to'), more.length === 0 ? first : t('links.order.numbers', { count: who.length })],
          [t('links.order.from'), from.filter(Boolean).join(' · ')],
          [t('links.order.reference'), typeof input['reference'] === 'string' ? input['reference'] : null],
        ]}
      />
      {more.length > 0 && <p className="plain-words">{who.join(', ')}</p>}
      {text !== null && <p className="plain-words">{text}</p>}
      {text !== null && <SmsLength text={text} numbers={who.length} />}
    </>
  );
}
