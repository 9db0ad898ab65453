import type { Input } from '#contract/index.ts';
import type { Service } from '#contract/provider.ts';

export type Draft = Input<'links.add'>;

export const draftOf = (service: Service): Draft => ({
  service: service.id,
  label: service.label,
  account: null,
  baseUrl: null,
  simulated: false,
  credentials: {},
});
