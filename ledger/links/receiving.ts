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
export function receiving(deps: Deps) {
  const { reader, write } = deps;
  const wanted = receiverPortIn(reader);
  const listener = listening(deps);
  const inTurn = openTurns();
  let problem: State['problem'] = null;

  const state = (): State => ({
    running: listener.port() !== null,
    port: listener.port(),
    problem,
    entrances: listener.entrances(),
  });

  async function listen(port: number): Promise<void> {
    await listener.open(port);
    problem = null;
  }

  /** Whether the port could be had. */
  async function tryPort(port: number): Promise<boolean> {
    try {
      await listen(port);
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /** The links have changed: a link that is gone is not listened for. */
  async function refresh(): Promise<void> {
    const port = listener.port();
    if (port !== null) await listen(port);
  }

  return {
    state,
    start: ({ port }: { readonly port: number }) =>
      inTurn(async () => {
        if (!(await tryPort(port))) throw new LedgerError('port-in-use', `Port ${port} cannot be listened on.`);
        await write('link:receiver', { port: listener.port() });
        return state();
      }),
    stop: () =>
      inTurn(async () => {
        await listener.shut();
        problem = null;
        await write('link:receiver', { port: null });
        return state();
      }),
    /** Throws `not-found` where the link's service sends no notices. */
    path: ({ linkedAccount }: { readonly linkedAccount: number }) =>
      inTurn(async () => {
        const path = await newPath(deps, linkedAccount);
        await refresh();
        return { path };
      }),
    refresh: () => inTurn(refresh),
    /** Opens it again where it was on when the app last ended. */
    resume: () =>
      inTurn(async () => {
        const port = wanted();
        if (port !== null && !(await tryPort(port))) problem = 'port-in-use';
      }),
    close: () => inTurn(listener.shut),
  };
}

/** Has one thing run after another, whatever came of the one before. */
function openTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const next = turn.then(run, run);
    turn = next.catch(() => undefined);
    return next;
  };
}

/** One receiver at a time, for the links of this moment whose services send notices. */
function listening({ held, write, onStored }: Deps) {
  let receiver: Receiver | null = null;

  const sending = () => held.rows().filter(({ service }) => providers[service].callback !== undefined);

  const entrances = (): Entrance[] =>
    sending().flatMap(({ id, service, entrance: digest }) => {
      const { callback } = providers[service];
      return callback && digest !== null ? [{ linkedAccount: id, digest, callback }] : [];
    });

  async function shut(): Promise<void> {
    const leaving = receiver;
    receiver = null;
    await leaving?.close();
  }

  return {
    /** Null where nothing is listened for. */
    port: () => receiver?.port ?? null,
    entrances: () => sending().map(({ id, entrance }) => ({ linkedAccount: id, open: entrance !== null })),
    async open(port: number): Promise<void> {
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
    },
    shut,
  };
}

/** Another secret path for a link; the one before leads nowhere from now on. */
async function newPath({ held, write }: Deps, id: number): Promise<string> {
  const { service } = held.find(id);
  if (!providers[service].callback) throw new LedgerError('not-found', `${service} sends no notices.`);
  const secret = newSecret();
  await write('link:set', { id, change: { entrance: digestOf(secret) } });
  return pathOf(secret);
}

const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code));
