import type { Commands } from './command-types.ts';
import { LedgerError } from './errors.ts';
import { openSource } from './imports/jobs.ts';
import { lookAtTable } from './imports/mapper/look.ts';
import type { Session } from './session.ts';

/** Explaining the columns of a table, and keeping what was explained. */
export function mapperCommands({
  store,
  inTransaction,
}: Session): Pick<Commands, 'mapper.guess' | 'profiles.save' | 'profiles.remove'> {
  return {
    'mapper.guess': async ({ source, profile }) =>
      lookAtTable((await openSource(source)).file, { profile, kept: store.profiles.all() }),
    'profiles.save': async (profile) => {
      await inTransaction('COMMIT', () => store.profiles.save(profile));
      return profile;
    },
    'profiles.remove': async ({ name }) => {
      const found = await inTransaction('COMMIT', () => store.profiles.remove(name));
      if (!found) throw new LedgerError('not-found', `There is no profile “${name}”.`);
      return {};
    },
  };
}
