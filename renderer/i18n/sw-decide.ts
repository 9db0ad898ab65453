/** What the screens of decisions say, in Kiswahili. */
export const swDecide = {
  placeParts: 'Sehemu za {{place}}',
  tab: {
    'today-': 'Kwa ufupi',
    'today-day-close': 'Kufunga siku',
    'statements-': 'Zilizoingizwa',
    'statements-coverage': 'Siku zilizothibitishwa',
    'statements-periods': 'Vipindi',
    'reconcile-': 'Pande zote mbili',
    'reconcile-decisions': 'Maamuzi',
    'reconcile-sales': 'Mauzo',
    'reconcile-history': 'Yaliyofanywa',
  },
};
