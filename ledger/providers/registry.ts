import { z } from 'zod';
import type { Capability, LookupKey, Move, Service, ServiceField, ServiceId } from '#contract/provider.ts';
import { darajaPlatform } from './daraja-platform.ts';
import { fluxsms } from './fluxsms.ts';
import { paymentApp } from './payment-app.ts';
import { paynexus } from './paynexus.ts';
import { pesaflux } from './pesaflux.ts';
import { pexmon } from './pexmon.ts';
import type { Provider, Questions } from './provider.ts';

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
export function capabilitiesOf(provider: Provider): Capability[] {
  // Both records are keyed by words of the contract; Object.keys forgets it.
  const questions = Object.keys(provider.questions) as (keyof Questions)[];
  const moves = Object.keys(provider.moves) as Move[];
  return [
    ...(lookupKeysOf(provider).length > 0 ? (['look-up'] as const) : []),
    ...questions,
    ...(provider.callback ? (['callbacks'] as const) : []),
    ...(provider.registerCallbacks ? (['register-callbacks'] as const) : []),
    ...moves,
  ];
}

/** By what its payments can be looked up; a service with a list can be searched by receipt and reference too. */
export function lookupKeysOf(provider: Provider): LookupKey[] {
  // Keyed by the contract's words; Object.keys forgets it.
  const direct = Object.keys(provider.lookUp) as LookupKey[];
  return provider.questions.list ? [...direct, 'receipt', 'own-reference'] : direct;
}

function fieldsOf({ credentials, secrets }: Provider): ServiceField[] {
  return Object.entries(credentials.shape).map(([name, schema]) => ({
    name,
    secret: secrets.includes(name),
    required: !(schema instanceof z.ZodDefault),
    choices: schema instanceof z.ZodEnum ? schema.options.map(String) : null,
  }));
}
