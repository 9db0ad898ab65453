import {
  ArrowLeftRight,
  Cable,
  CalendarDays,
  FileSpreadsheet,
  FileOutput,
  Landmark,
  type LucideIcon,
  MessageSquareText,
  Scale,
  Settings,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { hrefTo, type Place } from '#renderer/lib/route.ts';
import { BrandMark } from '#renderer/components/brand-mark.tsx';

const icons: Record<Place, LucideIcon> = {
  today: CalendarDays,
  messages: MessageSquareText,
  payments: ArrowLeftRight,
  statements: FileSpreadsheet,
  reconcile: Scale,
  accounts: Landmark,
  reports: FileOutput,
  links: Cable,
  settings: Settings,
};
const daily = ['today', 'messages', 'payments', 'reconcile', 'statements', 'accounts', 'reports', 'links'] as const;

export function Rail({ place }: { place: Place }) {
  const { t } = useTranslation();
  const link = (to: Place) => (
    <li key={to}>
      <a className="rail-link" href={hrefTo(to)} aria-current={to === place ? 'page' : undefined}>
        <Icon of={icons[to]} />
        {t(`place.${to}`)}
      </a>
    </li>
  );
  return (
    <nav className="rail" aria-label={t('shell.places')}>
      <div className="rail-brand">
        <BrandMark />
        Risiti
      </div>
      <ul>{daily.map(link)}</ul>
      <ul className="last">{link('settings')}</ul>
    </nav>
  );
}
