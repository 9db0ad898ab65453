import { lazy } from 'react';
import { tabOf } from '#renderer/components/place-head.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { useRoute } from '#renderer/lib/route.ts';

const CoveragePage = lazy(async () => ({
  default: (await import('#renderer/features/coverage/coverage-page.tsx')).CoveragePage,
}));
const DayClosePage = lazy(async () => ({
  default: (await import('#renderer/features/day-close/day-close-page.tsx')).DayClosePage,
}));
const HistoryPage = lazy(async () => ({
  default: (await import('#renderer/features/history/history-page.tsx')).HistoryPage,
}));
const PeriodsPage = lazy(async () => ({
  default: (await import('#renderer/features/periods/periods-page.tsx')).PeriodsPage,
}));
const ReconcilePage = lazy(async () => ({
  default: (await import('#renderer/features/reconcile/reconcile-page.tsx')).ReconcilePage,
}));
const SalesPage = lazy(async () => ({ default: (await import('#renderer/features/sales/sales-page.tsx')).SalesPage }));
const StatementsPage = lazy(async () => ({
  default: (await import('#renderer/features/statements/statements-page.tsx')).StatementsPage,
}));
const WorkspacePage = lazy(async () => ({
  default: (await import('#renderer/features/workspace/workspace-page.tsx')).WorkspacePage,
}));

const today = { '': TodayPage, 'day-close': DayClosePage };
const statements = { '': StatementsPage, coverage: CoveragePage, periods: PeriodsPage };
const reconcile = { '': ReconcilePage, decisions: WorkspacePage, sales: SalesPage, history: HistoryPage };

export function TodayPlace() {
  const Part = today[tabOf('today', useRoute().params['tab'])];
  return <Part />;
}

export function StatementsPlace() {
  const Part = statements[tabOf('statements', useRoute().params['tab'])];
  return <Part />;
}

export function ReconcilePlace() {
  const Part = reconcile[tabOf('reconcile', useRoute().params['tab'])];
  return <Part />;
}
