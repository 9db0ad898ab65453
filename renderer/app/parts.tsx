import { tabOf } from '#renderer/components/place-head.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { useRoute } from '#renderer/lib/route.ts';
import { later } from './later.tsx';

const CoveragePage = later(async () => (await import('#renderer/features/coverage/coverage-page.tsx')).CoveragePage);
const DayClosePage = later(async () => (await import('#renderer/features/day-close/day-close-page.tsx')).DayClosePage);
const HistoryPage = later(async () => (await import('#renderer/features/history/history-page.tsx')).HistoryPage);
const PaymentList = later(async () => (await import('#renderer/features/payments/payment-list.tsx')).PaymentList);
const PaymentsPage = later(async () => (await import('#renderer/features/payments/payments-page.tsx')).PaymentsPage);
const PicturesPage = later(async () => (await import('#renderer/features/pictures/pictures-page.tsx')).PicturesPage);
const PeriodsPage = later(async () => (await import('#renderer/features/periods/periods-page.tsx')).PeriodsPage);
const ReconcilePage = later(
  async () => (await import('#renderer/features/reconcile/reconcile-page.tsx')).ReconcilePage,
);
const SalesPage = later(async () => (await import('#renderer/features/sales/sales-page.tsx')).SalesPage);
const StatementsPage = later(
  async () => (await import('#renderer/features/statements/statements-page.tsx')).StatementsPage,
);
const WorkspacePage = later(
  async () => (await import('#renderer/features/workspace/workspace-page.tsx')).WorkspacePage,
);

const today = { '': TodayPage, 'day-close': DayClosePage };
const statements = { '': StatementsPage, coverage: CoveragePage, periods: PeriodsPage };
const payments = { '': PaymentsPage, pictures: PicturesPage };
const reconcile = { '': BothSides, decisions: WorkspacePage, sales: SalesPage, history: HistoryPage };

/** The two sides above, the payments behind them below. */
function BothSides() {
  return (
    <ReconcilePage>
      <PaymentList place="reconcile" />
    </ReconcilePage>
  );
}

export function PaymentsPlace() {
  const Part = payments[tabOf('payments', useRoute().params['tab'])];
  return <Part />;
}

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
