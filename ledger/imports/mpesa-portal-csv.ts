import { portalTable } from './portal-table.ts';
import { csvOf } from './table.ts';

/** A statement of the M-PESA organisation portal, classic layout, as CSV. */
export const mpesaPortalCsv = csvOf(portalTable);
