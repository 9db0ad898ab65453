import type { SecretPlace } from '#contract/links.ts';

/** The secret fields of one link. */
export type Secrets = Readonly<Record<string, string>>;

/** Where a host keeps secrets, by names that say nothing: never in the book, a log, an export or an error. */
export type SecretStore = {
  /** Where `write` puts them. */
  readonly place: SecretPlace;
  /** Null where there are none under this name, or they cannot be read. */
  read(name: string): Secrets | null;
  write(name: string, secrets: Secrets): void;
  remove(name: string): void;
};

/** Keeps secrets until the app ends. */
export function memorySecrets(): SecretStore {
  const kept = new Map<string, Secrets>();
  return {
    place: 'memory',
    read: (name) => kept.get(name) ?? null,
    write: (name, secrets) => void kept.set(name, secrets),
    remove: (name) => void kept.delete(name),
  };
}

/** The variable that holds a service's secret: `RISITI_PAYNEXUS_SECRET_KEY`, `RISITI_PAYMENT_APP_TOKEN`. */
export const variableOf = (service: string, field: string): string =>
  `RISITI_${service}_${field}`.toUpperCase().replaceAll('-', '_');

/** The secrets that the environment has of a service; only those that are set. */
export function environmentSecrets(
  env: Readonly<Record<string, string | undefined>>,
  service: string,
  fields: readonly string[],
): Secrets {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = env[variableOf(service, field)];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
}
