import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DecisionStory } from '#contract/decisions.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { sentenceAmount } from '#renderer/lib/format.ts';

/** The published lists that have a name; of another one it is said that it is one. */
const lists = ['send-2021', 'send-2023', 'withdraw-2023'] as const;

/** A charge unlike the others: what it was, what is usual for this amount, and how one knows. */
export function ChargeTold({ charge }: { charge: NonNullable<DecisionStory['charge']> }) {
  const { t } = useTranslation();
  const { charged, usual, tariff } = charge;
  const list = lists.find((id) => id === tariff) ?? 'other';
  const rest = sentenceAmount(Math.abs(charged - usual));
  return (
    <section className="stack-small">
      <h3>{t('workspace.evidence')}</h3>
      <ul className="evidence">
        <li className="standing danger">
          <Icon of={CircleAlert} />
          <span>
            {t('chargeTold.charged', { charged: sentenceAmount(charged), usual: sentenceAmount(usual) })}{' '}
            {t(charged > usual ? 'chargeTold.more' : 'chargeTold.less', { rest })}
          </span>
        </li>
      </ul>
      <p className="muted small">
        {tariff.endsWith('%')
          ? t('chargeTold.byShare', { share: tariff })
          : t('chargeTold.byList', { list: t(`chargeTold.list.${list}`) })}
      </p>
    </section>
  );
}
