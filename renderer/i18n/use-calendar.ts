import { useTranslation } from 'react-i18next';
import { calendars } from './calendar.ts';

/** Names of days and months in the language on screen. */
export function useCalendar() {
  const { i18n } = useTranslation();
  return calendars[i18n.language === 'sw' ? 'sw' : 'en'];
}
