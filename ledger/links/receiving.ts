import type { Database } from 'better-sqlite3';
import type { Output } from '#contract/index.ts';
import { LedgerError } from '../errors.ts';
import { type Entrance, digestOf, newSecret, openReceiver, pathOf, type Receiver } from '../providers/receiver.ts';
import { providers } from '../providers/registry.ts';
import { receiverPortIn } from '../store/receiver-port.ts';
import type { Held } from './held.ts';
import type { WriteLink } from './writes.ts';

type State = Output<'receiver.state'>;

type Deps = {
  readonly reader: Database;
  readonly held: Held;
  readonly write: WriteLink;
  /** Called after each notice that was not known yet. */
  readonly onStored: () => void;
};

/** The receiver of notices: off until the owner switches it on, then on after every start. Changes go one after another. */
export function receiving({ reader, held, write, onStored }: Deps) {
  const wanted = receiverPortIn(reader);
  let receiver: Receiver | null = null;
  let problem: State['problem'] = null;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = turn.then(run, run);
    turn = next.catch(() => undefined);
    return next;
  }

  const sending = () => held.rows().filter(({ service }) => providers[service].callback !== undefined);

  const entrances = (): Entrance[] =>
    sending().flatMap(({ id, service, entrance: digest }) => {
      const { callback } = providers[service];
      return callback && digest !== null ? [{ linkedAccount: id, digest, callback }] : [];
    });

  const state = (): State => ({
    running: receiver !== null,
    port: receiver?.port ?? null,
    problem,
    entrances: sending().map(({ id, entrance }) => ({ linkedAccount: id, open: entrance !== null })),
  });

  async function shut(): Promise<void> {
    const leaving = receiver;
    receiver = null;
    await leaving?.close();
  }

  async function listen(port: number): Promise<void> {
    await shut();
    receiver = await openReceiver({
      entrances: entrances(),
      port,
      async store(callback) {
        const stored = await write('link:callback', callback);
        if (stored === 'stored') onStored();
        return stored;
      },
    });
    problem = null;
  }

  async function start(port: number): Promise<State> {
    try {
      await listen(port);
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new LedgerError('port-in-use', `Port ${port} cannot be listened on.`);
    }
    await write('link:receiver', { port: receiver?.port ?? null });
    return state();
  }

  return {
    state,
    start: ({ port }: { readonly port: number }) => inTurn(() => start(port)),
    stop: () =>
      inTurn(async () => {
        await shut();
        problem = null;
        await write('link:receiver', { port: null });
        return state();
      }),
    /** Throws `not-found` where the link's service sends no notices. */
    path: ({ linkedAccount: id }: { readonly linkedAccount: number }) =>
      inTurn(async () => {
        const { service } = held.find(id);
        if (!providers[service].callback) throw new LedgerError('not-found', `${service} sends no notices.`);
        const secret = newSecret();
        await write('link:set', { id, change: { entrance: digestOf(secret) } });
        if (receiver) await listen(receiver.port);
        return { path: pathOf(secret) };
      }),
    /** The links have changed: a link that is gone is not listened for. */
    refresh: () => inTurn(async () => (receiver ? listen(receiver.port) : undefined)),
    /** Opens it again where it was on when the app last ended. */
    resume: () =>
      inTurn(async () => {
        const port = wanted();
        if (port === null) return;
        try {
          await listen(port);
        } catch (error) {
          if (!isTaken(error)) throw error;
          problem = 'port-in-use';
        }
      }),
    close: () => inTurn(shut),
  };
}

const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code));
