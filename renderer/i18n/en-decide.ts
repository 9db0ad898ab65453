/** What the screens of decisions say: the workspace, sales, the counter check, days, periods and what was done. */
export const enDecide = {
  placeParts: 'Parts of {{place}}',
  tab: {
    'today-': 'The glance',
    'today-day-close': 'Day close',
    'statements-': 'Imports',
    'statements-coverage': 'Coverage',
    'statements-periods': 'Periods',
    'reconcile-': 'Both sides',
    'reconcile-decisions': 'Decisions',
    'reconcile-sales': 'Sales',
    'reconcile-history': 'What was done',
  },
};
