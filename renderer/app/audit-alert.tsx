import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { count } from '#renderer/lib/format.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** Says that the record of what was done was changed from outside. It locks nothing: everything can still be read. */
export function AuditAlert() {
  const { t } = useTranslation();
  const { data: audit } = useQuery('audit.state', {});
  if (!audit?.checked || audit.holds) return null;
  return (
    <div className="note danger" role="alert">
      <Icon of={ShieldAlert} />
      <p>{t('shell.auditBroken', { entry: count(audit.firstBroken ?? 1) })}</p>
    </div>
  );
}
