import type { ServiceId } from '#contract/provider.ts';
import { simulateDarajaPlatform } from './daraja-platform.ts';
import { simulateFluxsms } from './fluxsms.ts';
import { simulatePaymentApp } from './payment-app.ts';
import { simulatePaynexus } from './paynexus.ts';
import { simulatePesaflux } from './pesaflux.ts';
import { simulatePexmon } from './pexmon.ts';
import type { SimService } from './sim-service.ts';

/** A simulator for every service. */
export const simulated: Readonly<Record<ServiceId, SimService>> = {
  pesaflux: simulatePesaflux,
  fluxsms: simulateFluxsms,
  pexmon: simulatePexmon,
  'daraja-platform': simulateDarajaPlatform,
  paynexus: simulatePaynexus,
  'payment-app': simulatePaymentApp,
};
