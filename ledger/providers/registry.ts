import { z } from 'zod';
import { Capability, LookupKey, type Service, type ServiceField, type ServiceId } from '#contract/provider.ts';
import { darajaPlatform } from './daraja-platform.ts';
import { fluxsms } from './fluxsms.ts';
import { paymentApp } from './payment-app.ts';
import { paynexus } from './paynexus.ts';
import { pesaflux } from './pesaflux.ts';
import { pexmon } from './pexmon.ts';
import type { Provider } from './provider.ts';

/** Every service, in the order in which the page for linking shows them. */
export const providers: Readonly<Record<ServiceId, Provider>> = {
  pesaflux,
  fluxsms,
  pexmon,
  'daraja-platform': darajaPlatform,
  paynexus,
  'payment-app': paymentApp,
};

/** A service as the screens know it: what to fill in and what it can do. */
export const serviceOf = (provider: Provider): Service => ({
  id: provider.id,
  label: provider.label,
  baseUrl: provider.baseUrl,
  fields: fieldsOf(provider),
  capabilities: capabilitiesOf(provider),
  lookupKeys: lookupKeysOf(provider),
});

/** What the adapter has, and so what may be shown. */
export const capabilitiesOf = (provider: Provider): Capability[] =>
  Capability.options.filter(
    (name) =>
      name in provider.questions ||
      name in provider.moves ||
      (name === 'look-up' && lookupKeysOf(provider).length > 0) ||
      (name === 'callbacks' && provider.callback !== undefined) ||
      (name === 'register-callbacks' && provider.registerCallbacks !== undefined),
  );

/** By what its payments can be looked up; a service with a list can be searched by receipt and by the owner's reference. */
export const lookupKeysOf = ({ lookUp, questions }: Provider): LookupKey[] =>
  LookupKey.options.filter(
    (key) => key in lookUp || ((key === 'receipt' || key === 'own-reference') && questions.list !== undefined),
  );

function fieldsOf({ credentials, secrets }: Provider): ServiceField[] {
  return Object.entries(credentials.shape).map(([name, schema]) => ({
    name,
    secret: secrets.includes(name),
    required: !(schema instanceof z.ZodDefault),
    choices: schema instanceof z.ZodEnum ? schema.options.map(String) : null,
  }));
}
